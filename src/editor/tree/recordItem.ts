import * as vscode from 'vscode';
import { kindNamed } from '../../core/model/kinds';
import { recordLine } from '../../core/snapshot/recordNode';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { declaredWord } from '../texts/declaredWord';
import { momentWord, personWord } from '../texts/words';
import { replies } from './recordRows';
import { rowItem } from './rowItem';
import { recordWords } from './recordWords';

const LONGEST = 200;

/** Returns the row of a record: its line, its author and its date. */
export function recordItem(node: RecordNode, key: string, snapshot: Snapshot): vscode.TreeItem {
  const { kind, author, created, id } = node;
  const { people } = snapshot;
  const {
    verdict,
    line: said = recordLine(node, snapshot),
    facts = [],
    context = [],
    icon = new vscode.ThemeIcon(kind.icon),
    tooltip,
  } = recordWords(node, snapshot);
  const line = [...(verdict === undefined ? [] : [verdict]), oneLine(said, LONGEST)].join(': ');
  const { None, Expanded } = vscode.TreeItemCollapsibleState;
  const item = rowItem(line, key, replies(id, snapshot).length > 0 ? Expanded : None);
  const about = [
    ...facts,
    author === undefined ? undefined : personWord(author, people),
    created === undefined ? undefined : momentWord(created),
  ].filter((part) => part !== undefined);
  item.description = about.join(' · ');
  item.accessibilityInformation = { label: [declaredWord(kind.label), line, ...about].join(', ') };
  item.iconPath = icon;
  if (tooltip !== undefined) item.tooltip = tooltip;
  item.contextValue = `;${['record', kind.name, ...context].join(';')};`;
  return item;
}

/** Returns the row of a group: the records of one kind that belong to the team and to no goal. */
export function kindItem(name: string, key: string): vscode.TreeItem {
  const plural = declaredWord(kindNamed(name)?.plural ?? name);
  const item = rowItem(plural, key, vscode.TreeItemCollapsibleState.Collapsed);
  item.contextValue = ';kind;';
  return item;
}
