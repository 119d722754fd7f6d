import { joinEdits, saveEdits } from '../../app/edits';
import { readGoal } from '../../core/model/goalView';
import { keepGoal } from '../../core/goals/keepGoal';
import { oneLine } from '../../core/text/safeText';
import { parseArguments } from '../terminal/arguments';
import { findGoals } from '../place/findGoal';
import { openVerbPlace } from '../place/verbPlace';
import { readGoals } from '../place/readGoals';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const keepVerb: Verb = {
  usage: 'keep ID…',
  help: `Says that goals are still true: for three more weeks they do not ask. What is true no more is paused or dropped:
microgoals edit ID --status paused, or dropped.`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { positionals } = parseArguments(args, {});
  const place = await openVerbPlace(context);
  const goals = findGoals(positionals, await readGoals(place));
  const kept = goals.map(({ id, record, file }) => ({ path: file.path, changes: keepGoal(readGoal(id, record).goal) }));
  await saveEdits(joinEdits(kept), place);
  for (const { id, title } of goals) context.terminal.print(`${id} kept: ${oneLine(title, 1000)}`);
  return 0;
}
