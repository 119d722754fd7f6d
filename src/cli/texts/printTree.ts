import { isClosed } from '../../core/snapshot/goalStanding';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import type { Detail } from './goalTexts';
import { detailsOf, markOf } from './goalTexts';
import type { Terminal, Text } from '../terminal/terminal';
import { paint, say } from '../terminal/terminal';
import { fitText, textWidth } from '../terminal/textWidth';

const INDENT = 4;
/** Columns that a title keeps when details need room. */
const LEAST_TITLE = 24;
const LONGEST_TITLE = 1000;
const DEEPEST = 8;

export interface Tree {
  readonly snapshot: Snapshot;
  /** Ids of the goals to show; a child stands below its parent if that is shown, too. */
  readonly shown: ReadonlySet<string>;
  readonly shortIds: ReadonlyMap<string, string>;
}

/** Prints the goals to show among `roots` and their descendants, one on each line. */
export function printTree(roots: readonly string[], tree: Tree, terminal: Terminal): void {
  const stack = [...roots].reverse().map((id) => ({ id, depth: 0 }));
  for (let next = stack.pop(); next; next = stack.pop()) {
    const node = tree.snapshot.goals.get(next.id);
    if (!node) continue;
    const { depth } = next;
    const isShown = tree.shown.has(node.goal.id);
    if (isShown) terminal.print(treeLine(node, depth, tree, terminal));
    for (const id of [...node.children].reverse()) stack.push({ id, depth: isShown ? depth + 1 : depth });
  }
}

function treeLine(node: GoalNode, depth: number, { snapshot, shortIds }: Tree, terminal: Terminal): Text {
  const { columns } = terminal;
  const mark = `${' '.repeat(INDENT * Math.min(depth, DEEPEST))}${markOf(node, snapshot)}`;
  const id = shortIds.get(node.goal.id) ?? node.goal.id;
  const full = oneLine(node.goal.title, LONGEST_TITLE);
  const details = detailsOf(node, snapshot);
  const room = (columns ?? Number.POSITIVE_INFINITY) - textWidth(mark) - textWidth(id) - 2;
  while (details.length > 0 && Math.min(textWidth(full), LEAST_TITLE) + detailWidth(details) > room) details.pop();
  const title = fitText(full, Math.max(1, room - detailWidth(details)));
  const tail = details.map(({ text, colour }, index) => [
    paint('dim', index === 0 ? '  ' : ' · '),
    paint(colour, text),
  ]);
  const shownTitle = isClosed(node) ? paint('dim', title) : title;
  return say`${mark} ${paint('dim', id)} ${shownTitle}${tail}`;
}

function detailWidth(details: readonly Detail[]): number {
  return details.reduce((width, { text }, index) => width + textWidth(text) + (index === 0 ? 2 : 3), 0);
}
