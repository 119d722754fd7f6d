import { joinEdits, saveEdits } from '../../app/edits';
import { setField } from '../../core/changes/goalActions';
import { member } from '../../core/document/json';
import { signedRefusal } from '../../core/goals/removal';
import { oneLine } from '../../core/text/safeText';
import { parseArguments } from '../terminal/arguments';
import { Failure, refused } from '../terminal/failure';
import { findGoals } from '../place/findGoal';
import { readSnapshot } from '../place/readSnapshot';
import type { VerbPlace } from '../place/verbPlace';
import { openVerbPlace } from '../place/verbPlace';
import type { StoredGoal, StoredGoals } from '../place/readGoals';
import { readGoals } from '../place/readGoals';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const rmVerb: Verb = {
  usage: 'rm ID… [--recursive]',
  help: `Deletes the goals. One with goals below it is deleted only together with them; a pact that people have
signed or declined is closed instead:

  --recursive, -r    the goals below, too`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { recursive: { type: 'boolean', short: 'r' } });
  const place = await openVerbPlace(context);
  const stored = await readGoals(place);
  const named = findGoals(positionals, stored);
  const all = withDescendants(named, stored);
  const [below] = all.filter((goal) => !named.includes(goal));
  if (below && !values.recursive) {
    const count = all.length - named.length;
    const what = count === 1 ? 'one goal stands' : `${count} goals stand`;
    throw new Failure(
      `${what} below, such as ${below.id} (${oneLine(below.title, 40)}); --recursive deletes them, too.`,
    );
  }
  await keepSigned(all, place);
  const gone = all.map(({ id, file }) => ({ path: file.path, changes: [setField(id, 'deleted', true)] }));
  await saveEdits(joinEdits(gone), place);
  for (const { id, title } of all) context.terminal.print(`${id} deleted: ${oneLine(title, 1000)}`);
  return 0;
}

/** Refuses to delete pacts that people have answered, and what others signed to do. @throws Failure */
async function keepSigned(all: readonly StoredGoal[], place: VerbPlace): Promise<void> {
  const agreed = new Set<unknown>(['pact', 'commitment']);
  if (!all.some(({ record }) => agreed.has(member(record, 'kind')))) return;
  const snapshot = await readSnapshot(place, { me: true, names: true });
  for (const { id } of all) {
    const node = snapshot.goals.get(id);
    const refusal = node && signedRefusal(node, snapshot);
    if (refusal) throw refused(refusal);
  }
}

/** Adds to the goals everything below them in the same scope: a personal goal outlives the team goal that it serves. */
function withDescendants(named: readonly StoredGoal[], { goals }: StoredGoals): StoredGoal[] {
  const all = new Set(named);
  for (const goal of all) {
    for (const child of goals.values()) {
      if (child.scope === goal.scope && member(child.record, 'parent') === goal.id) all.add(child);
    }
  }
  return [...all];
}
