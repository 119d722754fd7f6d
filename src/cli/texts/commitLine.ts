import type { Zone } from '../../core/ports/ports';
import { dayOf } from '../../core/snapshot/calendar';
import type { LinkedCommit } from '../../core/snapshot/linkedCommit';
import { oneLine } from '../../core/text/safeText';
import type { Terminal, Text } from '../terminal/terminal';
import { paint, say } from '../terminal/terminal';
import { fitText, textWidth } from '../terminal/textWidth';

/** Facts that the line of a commit needs besides the commit. */
export interface CommitContext {
  /** Names of the commits that a revert took back. */
  readonly takenBack: ReadonlySet<string>;
  readonly zone: Zone;
}

/** Formats a commit as one line about a goal. */
export function commitLine(
  commit: LinkedCommit,
  id: string,
  { takenBack, zone }: CommitContext,
  { columns }: Terminal,
): Text {
  const { author, date, subject, goals, state, ref } = commit;
  const hash = commit.commit.slice(0, 8);
  const link = goals.find((goal) => goal.id === id);
  const where = state === 'branch' ? `on ${oneLine(ref ?? 'another branch', 40)}` : state === 'merged' ? 'merged' : '';
  const reverted = takenBack.has(commit.commit) ? 'taken back by a revert' : '';
  const notes = [link?.closes ? 'closes it' : '', link?.records ? 'by record' : '', where, reverted]
    .filter((note) => note !== '')
    .join(', ');
  const head = `${hash} ${dayOf(date, zone)} ${oneLine(author.name, 20)}  `;
  const tail = notes === '' ? '' : `  ${notes}`;
  const room = (columns ?? Number.POSITIVE_INFINITY) - textWidth(head) - textWidth(tail);
  const title = fitText(oneLine(subject, 200), Math.max(10, room));
  return say`${paint('yellow', hash)}${head.slice(hash.length)}${title}${paint('cyan', tail)}`;
}
