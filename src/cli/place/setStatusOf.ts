import type { GoalStatus } from '../../core/model/goal';
import { readGoal } from '../../core/model/goalView';
import { calendarAt } from '../../core/snapshot/calendar';
import { oneLine } from '../../core/text/safeText';
import { systemClock } from '../../store/nodePorts';
import { parseArguments } from '../terminal/arguments';
import { findGoals } from './findGoal';
import { permitted } from '../terminal/failure';
import type { VerbPlace } from './verbPlace';
import { joinEdits, saveEdits } from '../../app/edits';
import { planStatus } from '../../app/tick';
import { myAddress } from '../../app/placeFacts';
import { member } from '../../core/document/json';
import { openVerbPlace } from './verbPlace';
import type { StoredGoal } from './readGoals';
import { readGoals } from './readGoals';
import type { Context, ExitCode } from '../terminal/verb';

/** Sets the status of goals for `done` and `reopen`; finds all ids before it writes anything. */
export async function setStatusOf(
  args: readonly string[],
  context: Context,
  status: GoalStatus,
  word: string,
): Promise<ExitCode> {
  const { positionals } = parseArguments(args, {});
  const place = await openVerbPlace(context);
  const goals = findGoals(positionals, await readGoals(place), status === 'open' ? 'closed' : 'open');
  const said = { me: await meFor(goals, place), today: calendarAt(systemClock.now()).today };
  const edits = goals.map(({ id, record, document, file }) => ({
    path: file.path,
    changes: permitted(planStatus(readGoal(id, record).goal, status, document, said)).changes,
  }));
  await saveEdits(joinEdits(edits), place);
  for (const { id, title } of goals) context.terminal.print(`${id} ${word}: ${oneLine(title, 1000)}`);
  return 0;
}

/** Asks git for your address only if that matters: nobody else may tick another member's commitment. */
async function meFor(goals: readonly StoredGoal[], place: VerbPlace): Promise<string | undefined> {
  return goals.some(({ record }) => member(record, 'kind') === 'commitment') ? myAddress(place) : undefined;
}
