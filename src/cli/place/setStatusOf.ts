import type { GoalStatus } from '../../core/model/goal';
import { readGoal } from '../../core/model/goalView';
import { oneLine } from '../../core/text/safeText';
import { presentCalendar } from '../../store/nodePorts';
import { parseArguments } from '../terminal/arguments';
import { endWork } from './endWork';
import { findGoals } from './findGoal';
import { permitted } from '../terminal/failure';
import { joinEdits, saveEdits } from '../../app/edits';
import { planStatus } from '../../app/tick';
import { myAddress } from '../../app/placeFacts';
import { member } from '../../core/document/json';
import { NO_ALIASES } from '../../core/model/onePerson';
import { openVerbPlace } from './verbPlace';
import { aliasesIn, readGoals } from './readGoals';
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
  const owned = goals.filter(({ record }) => member(record, 'kind') === 'commitment');
  // Asks who you are only if that matters: nobody else may tick another member's commitment.
  const me = owned.length > 0 ? await myAddress(place) : undefined;
  const aliases = owned.length > 0 ? await aliasesIn(owned, place) : NO_ALIASES;
  const said = { me, today: presentCalendar().today };
  const edits = goals.map(({ id, record, document, file }) => ({
    path: file.path,
    changes: permitted(planStatus(readGoal(id, record, aliases).goal, status, document, said)).changes,
  }));
  await saveEdits(joinEdits(edits), place);
  for (const { id, title } of goals) context.terminal.print(`${id} ${word}: ${oneLine(title, 1000)}`);
  const closed = new Set(status === 'open' ? [] : goals.map(({ id }) => id));
  const ended = closed.size > 0 ? await endWork(place, (id) => closed.has(id)) : undefined;
  if (ended !== undefined) context.terminal.print(`${ended} stopped`);
  return 0;
}
