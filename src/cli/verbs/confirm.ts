import { confirmationKind } from '../../core/model/confirmation';
import { planAdd, planDelete } from '../../core/records/planRecord';
import { ownConfirmation } from '../../core/goals/verification';
import { oneLine } from '../../core/text/safeText';
import { oneWord, parseArguments } from '../terminal/arguments';
import { Failure } from '../terminal/failure';
import { savePlan } from '../kinds/openKind';
import { planFacts } from '../../app/planFacts';
import { openVerbPlace } from '../place/verbPlace';
import { findNode, readSnapshot } from '../place/readSnapshot';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const confirmVerb: Verb = {
  usage: 'confirm ID [--withdraw]',
  help: `Says that you have seen that a goal of the team is done: it is verified then. A tick alone is a claim; the merge of a commit that
closes the goal verifies it, too. Nobody confirms what they said themselves, and a confirmation lapses when the goal is reopened.

  --withdraw   takes your confirmation back`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { withdraw: { type: 'boolean' } });
  const place = await openVerbPlace(context, { commits: true });
  const snapshot = await readSnapshot(place, { me: true, commits: true });
  const node = findNode(oneWord(positionals, 'ID'), snapshot, place);
  const title = oneLine(node.goal.title, 1000);
  if (values.withdraw) {
    const own = ownConfirmation(node, snapshot);
    if (!own) throw new Failure(`You have not confirmed ${node.goal.id}.`);
    await savePlan(planDelete(own, snapshot), place);
    context.terminal.print(`${node.goal.id} not confirmed any more: ${title}`);
    return 0;
  }
  const said = { goal: node.goal.id, by: snapshot.me };
  const plan = await planAdd({ kind: confirmationKind, values: said, scope: 'team' }, snapshot, planFacts(place));
  await savePlan(plan, place);
  context.terminal.print(`${node.goal.id} confirmed: ${title}`);
  return 0;
}
