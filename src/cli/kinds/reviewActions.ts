import type { Kind } from '../../core/model/kind';
import { reviewsAhead } from '../../core/followUp/reviewsDue';
import { shortDate } from '../../core/text/isoDate';
import { oneLine } from '../../core/text/safeText';
import { noWords, parseArguments } from '../terminal/arguments';
import { paint, say } from '../terminal/terminal';
import type { Context, ExitCode } from '../terminal/verb';
import { openKind } from './openKind';

/** Runs `microgoals review due`. */
export async function listReviewsDue(_kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  noWords(positionals);
  const { snapshot } = await openKind(context);
  const { print, printJson } = context.terminal;
  const { today } = snapshot.calendar;
  const ahead = reviewsAhead(snapshot).map(({ goal, due, last }) => ({
    goal: goal ?? null,
    title: goal === undefined ? null : (snapshot.goals.get(goal)?.goal.title ?? null),
    due,
    last: last.id,
  }));
  if (values.json) {
    printJson(ahead);
    return 0;
  }
  for (const { goal, title, due } of ahead) {
    const when = due === today ? 'due today' : `${due < today ? 'overdue since' : 'next'} ${shortDate(due, today)}`;
    const id = goal === null ? '' : say`${paint('dim', goal)} `;
    print(say`${id}${oneLine(title ?? 'The whole', 200)}  ${paint('dim', when)}`);
  }
  if (ahead.length === 0)
    print('No review is ahead: one is once a review named a day (--next), or is of a goal with a cadence.');
  return 0;
}
