import * as vscode from 'vscode';
import type { Snapshot, TreeElement, TreeElements, TreeModel } from './product';
import { disagreementTooltip, GoalTree } from './product';

export type BuildModel = (snapshot: Snapshot, elements: TreeElements) => TreeModel;
type Item = ReturnType<GoalTree['getTreeItem']>;

export interface DrawnRow {
  readonly element: TreeElement;
  readonly item: Item;
  readonly depth: number;
}

/** The rows of a tree as the editor asks for them, all of them unfolded. */
export function drawnRows(snapshot: Snapshot, build: BuildModel): readonly DrawnRow[] {
  const tree = treeOf(snapshot, build);
  const below = (depth: number, above?: TreeElement): readonly DrawnRow[] =>
    tree
      .getChildren(above)
      .flatMap((element) => [{ element, item: tree.getTreeItem(element), depth }, ...below(depth + 1, element)]);
  return below(0);
}

/** Each row with what stands behind it, its icon, what the menus ask of it and what a screen reader says. */
export function treeText(rows: readonly DrawnRow[]): string {
  return rows
    .map(({ item, depth }) =>
      rowLines(item)
        .map((line) => `${'    '.repeat(depth)}${line}\n`)
        .join(''),
    )
    .join('');
}

/** What is shown of each thing while the mouse is over its row. */
export async function tooltipText(snapshot: Snapshot, build: BuildModel): Promise<string> {
  const tree = treeOf(snapshot, build);
  const texts = new Map<string, string>();
  for (const { element, item } of drawnRows(snapshot, build)) {
    const { tooltip } = await tree.resolveTreeItem(item, element);
    if (tooltip !== undefined) texts.set(`${element.type} ${element.key.split('/').at(-1) ?? ''}`, textOf(tooltip));
  }
  for (const found of snapshot.disagreements) {
    const { value } = disagreementTooltip(found, snapshot, {
      standsBy: { name: 'Ana Ito', email: 'ana@example.com' },
      lostBy: { name: 'Bo *Larsen*', email: 'bo@example.com' },
    });
    texts.set(`settle ${found.record} ${found.path}`, value);
  }
  return [...texts].map(([name, text]) => `=== ${name}\n${text.trimEnd()}\n\n`).join('');
}

function treeOf(snapshot: Snapshot, build: BuildModel): GoalTree {
  return new GoalTree({ snapshot, place: undefined, onDidChange: () => new vscode.Disposable(() => undefined) }, build);
}

/** A label, description or tooltip as it is read. */
export function textOf(text: string | boolean | vscode.TreeItemLabel | vscode.MarkdownString | undefined): string {
  if (typeof text !== 'object') return String(text ?? '');
  return 'value' in text ? text.value : text.label;
}

/** Folded, unfolded, or with nothing below. */
const FOLDS = [' ', '▸', '▾'];
const BOXES = ['[ ]', '[x]'];

function rowLines(item: Item): string[] {
  const { label, description, iconPath, contextValue, command, checkboxState, accessibilityInformation } = item;
  const box = typeof checkboxState === 'object' ? [BOXES[checkboxState.state] ?? '', checkboxState.tooltip ?? ''] : [];
  const title = [FOLDS[item.collapsibleState ?? 0] ?? '', ...box.slice(0, 1), textOf(label)].join(' ');
  const icon = iconPath as { readonly id: string; readonly color?: { readonly id: string } } | undefined;
  const about = [
    icon && `icon ${icon.id}${icon.color ? ` in ${icon.color.id}` : ''}`,
    contextValue,
    command && `click ${command.command} "${command.title}"`,
    ...box.slice(1).map((word) => `box "${word}"`),
  ].filter((part) => part !== undefined);
  const spoken = accessibilityInformation?.label;
  const lines = [
    description === undefined || description === '' ? title : `${title}  |  ${textOf(description)}`,
    ...(about.length > 0 ? [`      ${about.join(' · ')}`] : []),
    ...(spoken === undefined ? [] : [`      spoken: ${spoken}`]),
  ];
  return lines.map((line) => line.replaceAll('\n', '\\n'));
}
