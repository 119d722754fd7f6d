import { saveEdits } from '../../app/edits';
import { planShare } from '../../app/shareGoals';
import { documentIn } from '../../core/document/fileReading';
import { oneLine } from '../../core/text/safeText';
import { parseArguments } from '../terminal/arguments';
import { Failure } from '../terminal/failure';
import { findGoals } from '../place/findGoal';
import { myAddress } from '../../app/placeFacts';
import type { VerbPlace } from '../place/verbPlace';
import { openVerbPlace } from '../place/verbPlace';
import { readGoals } from '../place/readGoals';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const shareVerb: Verb = {
  usage: 'share ID…',
  help: `Moves personal goals to the team: they stand in .microgoals/goals.json from now on, under the same id.
What they say (notes, tags, owner) is shared with them; one without an owner becomes yours, one of somebody else waits for them.
What was said of them goes along: links to commits, check-ins, feedback and the like. Self-assessments stay yours, and so does what
names a goal that stays.`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { positionals } = parseArguments(args, {});
  const place = await openVerbPlace(context);
  const stored = await readGoals(place);
  const goals = findGoals(positionals, stored);
  const shared = goals.find(({ scope }) => scope === 'team');
  if (shared) throw new Failure(`${shared.id} is shared already.`);
  const personal = goals.map(({ id, document, file }) => ({ id, document, path: file.path }));
  const team = { path: place.shared.path, document: documentIn(await place.shared.read()) };
  const { edits, along, left } = planShare(personal, team, await myAddress(place));
  await saveEdits(edits, place);
  await nameActiveGoal(place, new Set(goals.map(({ id }) => id)));
  for (const { id, title } of goals) context.terminal.print(`${id} shared: ${oneLine(title, 1000)}`);
  if (along > 0) context.terminal.print(`${along} ${along === 1 ? 'entry goes' : 'entries go'} along.`);
  if (left > 0) context.terminal.print(`${left} ${left === 1 ? 'entry stays' : 'entries stay'} yours alone.`);
  return 0;
}

/** Lets commits name the active goal once it is shared; commits leave no trace of a personal goal. */
async function nameActiveGoal({ repository }: VerbPlace, shared: ReadonlySet<string>): Promise<void> {
  if (!repository) return;
  const { readActiveGoal, writeActiveGoal } = await import('../../git/log/activeGoal');
  const active = await readActiveGoal(repository);
  if (active.state === 'active' && active.personal && shared.has(active.id)) {
    await writeActiveGoal(repository, { ...active, personal: false });
  }
}
