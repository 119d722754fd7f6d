import type { GoalStatus } from '../../core/model/goal';
import { readGoal } from '../../core/model/goalView';
import { statusRefusal } from '../../core/goals/acceptance';
import { calendarAt } from '../../core/snapshot/calendar';
import { statusChanges } from '../../core/goals/nextOccurrence';
import { oneLine } from '../../core/text/safeText';
import { systemClock, systemHash } from '../../store/nodePorts';
import { parseArguments } from '../terminal/arguments';
import { findGoals } from './findGoal';
import { refused } from '../terminal/failure';
import type { VerbPlace } from './verbPlace';
import { myAddress } from '../../app/placeFacts';
import { openVerbPlace } from './verbPlace';
import type { StoredGoal } from './readGoals';
import { readGoals } from './readGoals';
import { saveGoals } from './saveGoals';
import type { Context, ExitCode } from '../terminal/verb';

/** What `done` and `reopen` have in common: all ids are found before anything is written. */
export async function setStatusOf(
  args: readonly string[],
  context: Context,
  status: GoalStatus,
  word: string,
): Promise<ExitCode> {
  const { positionals } = parseArguments(args, {});
  const place = await openVerbPlace(context);
  const goals = findGoals(positionals, await readGoals(place));
  await requireOwnCommitments(goals, place);
  const { today } = calendarAt(systemClock.now());
  await saveGoals(goals, ({ id, document }) => statusChanges({ id, status, document, today }, systemHash));
  for (const { id, title } of goals) context.terminal.print(`${id} ${word}: ${oneLine(title, 1000)}`);
  return 0;
}

/** Asks git who is at the keyboard only where that matters. @throws Failure for what another member promised. */
async function requireOwnCommitments(goals: readonly StoredGoal[], place: VerbPlace): Promise<void> {
  const commitments = goals
    .map(({ id, record }) => readGoal(id, record).goal)
    .filter(({ kind }) => kind === 'commitment');
  if (commitments.length === 0) return;
  const me = await myAddress(place);
  const refusal = commitments.map((goal) => statusRefusal(goal, me)).find((each) => each !== undefined);
  if (refusal !== undefined) throw refused(refusal);
}
