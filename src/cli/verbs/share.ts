import { documentIn } from '../../core/document/fileReading';
import { isObject, member } from '../../core/document/json';
import { setField } from '../../core/changes/goalActions';
import { shareGoal } from '../../core/goals/shareGoal';
import { oneLine } from '../../core/text/safeText';
import { parseArguments } from '../terminal/arguments';
import { Failure } from '../terminal/failure';
import { findGoals } from '../place/findGoal';
import type { VerbPlace } from '../place/verbPlace';
import { myAddress } from '../../app/placeFacts';
import { openVerbPlace } from '../place/verbPlace';
import { readGoals } from '../place/readGoals';
import { saveGoals } from '../place/saveGoals';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const shareVerb: Verb = {
  usage: 'share ID…',
  help: `Moves personal goals to the team: they stand in .microgoals/goals.json from now on, under the same id.
What they say (notes, tags, owner) is shared with them; one without an owner becomes yours, one of somebody else waits for them.`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { positionals } = parseArguments(args, {});
  const place = await openVerbPlace(context);
  const stored = await readGoals(place);
  const goals = findGoals(positionals, stored);
  const shared = goals.find(({ scope }) => scope === 'team');
  if (shared) throw new Failure(`${shared.id} is shared already.`);
  const ids = new Set(goals.map(({ id }) => id));
  const team = documentIn(await place.shared.read());
  const isShared = (id: string): boolean => {
    const record = team?.records.get(id);
    return ids.has(id) || (isObject(record) && member(record, 'deleted') !== true);
  };
  const me = await myAddress(place);
  await place.shared.save(goals.flatMap(({ document, id }) => shareGoal(document, id, { isShared, me }) ?? []));
  await saveGoals(goals, ({ id }) => [setField(id, 'deleted', true)]);
  await keepActive(place, ids);
  for (const { id, title } of goals) context.terminal.print(`${id} shared: ${oneLine(title, 1000)}`);
  return 0;
}

/** Commits leave no trace of a personal goal; of a shared one they do. */
async function keepActive({ repository }: VerbPlace, shared: ReadonlySet<string>): Promise<void> {
  if (!repository) return;
  const { readActiveGoal, writeActiveGoal } = await import('../../git/log/activeGoal');
  const active = await readActiveGoal(repository);
  if (active.state === 'active' && active.personal && shared.has(active.id)) {
    await writeActiveGoal(repository, { ...active, personal: false });
  }
}
