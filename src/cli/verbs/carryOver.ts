import { carryOverEdits } from '../../app/carryOver';
import { saveEdits } from '../../app/edits';
import { byLatestBranch } from '../../core/branches/carryOver';
import type { BranchGoal, BranchView } from '../../core/snapshot/goalsOnBranches';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { parseArguments } from '../terminal/arguments';
import { Failure, permitted, UsageError } from '../terminal/failure';
import { findId, goalNames, idsNamed } from '../place/findGoal';
import { openVerbPlace } from '../place/verbPlace';
import { findNode, readSnapshot } from '../place/readSnapshot';
import { requireRepository } from '../place/requireRepository';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const carryOverVerb: Verb = {
  usage: 'carry-over ID… | --branch NAME',
  help: `Writes goals that only another branch has into the shared file here, under the same ids: when that branch is merged, they are
the same goals. The goals above them and the records about them come along. list --branches shows which there are.

  --branch NAME   all that only this branch has, say because it will be deleted`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { branch: { type: 'string' } });
  if ((positionals.length === 0) === (values.branch === undefined)) throw new UsageError('Name goals, or a branch.');
  const place = await openVerbPlace(context);
  requireRepository(place);
  const snapshot = await readSnapshot(place, { branches: true });
  const { branches } = snapshot;
  const here = positionals.filter((word) => isHere(word, snapshot));
  const wanted = positionals.filter((word) => !here.includes(word));
  const goals = branches ? chosen(branches, wanted, values.branch) : [];
  for (const word of here) {
    const { goal } = findNode(word, snapshot, place);
    context.terminal.print(`${goal.id} is here already: ${oneLine(goal.title, 1000)}`);
  }
  if (here.length > 0 && wanted.length === 0) return 0;
  if (goals.length === 0) throw new Failure('There is nothing that only this branch has.');
  const ids = goals.map(({ goal }) => goal.id);
  const byBranch = values.branch === undefined ? byLatestBranch(goals) : new Map([[values.branch, ids]]);
  await saveEdits(permitted(await carryOverEdits(goals, snapshot, place, byBranch)).edits, place);
  for (const [name, those] of byBranch) {
    for (const { goal } of goals.filter((each) => those.includes(each.goal.id))) {
      context.terminal.print(`${goal.id} carried over from ${oneLine(name, 100)}: ${oneLine(goal.title, 1000)}`);
    }
  }
  return 0;
}

function isHere(word: string, { goals, branches }: Snapshot): boolean {
  const elsewhere = new Map([...(branches?.onlyElsewhere ?? [])].map(([id, { goal }]) => [id, goal]));
  return idsNamed(word, elsewhere, 'g').length === 0 && idsNamed(word, goalNames(goals), 'g').length > 0;
}

function chosen(
  { onlyElsewhere, facts }: BranchView,
  words: readonly string[],
  name: string | undefined,
): BranchGoal[] {
  if (name === undefined) {
    const titles = new Map([...onlyElsewhere].map(([id, { goal }]) => [id, goal]));
    return [...new Set(words.map((word) => findId(word, titles)))].flatMap((id) => onlyElsewhere.get(id) ?? []);
  }
  const known = facts.branches.some(({ branch }) => branch === name);
  if (!known) throw new Failure(`${oneLine(name, 100)} is no branch with goals of its own.`);
  return [...onlyElsewhere.values()].filter(({ branches }) => branches.some(({ branch }) => branch === name));
}
