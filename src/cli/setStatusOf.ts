import type { GoalStatus } from '../core/model/goal';
import { setStatus } from '../core/rules/goalActions';
import { oneLine } from '../core/text/safeText';
import { parseArguments } from './arguments';
import { findGoals } from './findGoal';
import { openPlace } from './openPlace';
import { readGoals } from './readGoals';
import { saveGoals } from './saveGoals';
import type { Context, ExitCode } from './verb';

/** What `done` and `reopen` have in common: all ids are found before anything is written. */
export async function setStatusOf(
  args: readonly string[],
  context: Context,
  status: GoalStatus,
  word: string,
): Promise<ExitCode> {
  const { positionals } = parseArguments(args, {});
  const place = await openPlace(context);
  const goals = findGoals(positionals, await readGoals(place));
  await saveGoals(goals, ({ id }) => [setStatus(id, status)]);
  for (const { id, title } of goals) context.terminal.print(`${id} ${word}: ${oneLine(title, 1000)}`);
  return 0;
}
