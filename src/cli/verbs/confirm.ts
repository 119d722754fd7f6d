import type { Refusal } from '../../core/rules/verification';
import { confirmationRefusal, ownConfirmation, planConfirmation, statusStamp } from '../../core/rules/verification';
import { planDelete } from '../../core/rules/planRecord';
import type { GoalNode, Snapshot } from '../../core/rules/snapshot';
import { oneLine } from '../../core/text/safeText';
import { microgoalsFolder } from '../../git/gitFolder';
import { tickFacts } from '../../git/tickFacts';
import { systemRandom } from '../../store/nodePorts';
import { readOrCreateReplica } from '../../store/replica';
import { oneWord, parseArguments } from '../arguments';
import { Failure } from '../failure';
import { savePlan } from '../kinds/openKind';
import type { Place } from '../openPlace';
import { openPlace } from '../openPlace';
import { findNode, readSnapshot } from '../readSnapshot';
import { requireRepository } from '../requireRepository';
import type { Context, ExitCode, Verb } from '../verb';

export const confirmVerb: Verb = {
  usage: 'confirm ID [--withdraw]',
  help: `Says that you have seen that a goal of the team is done: it is verified then. A tick alone is a claim; the merge of a commit that
closes the goal verifies it, too. Nobody confirms what they said themselves, and a confirmation lapses when the goal is reopened.

  --withdraw   takes your confirmation back`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { withdraw: { type: 'boolean' } });
  const place = await openPlace(context, { commits: true });
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
  const refusal = await refusalOf(node, snapshot, place);
  if (refusal !== undefined) throw new Failure(`${node.goal.id}: ${SENTENCES[refusal]}`);
  await savePlan(planConfirmation(node, snapshot, systemRandom), place);
  context.terminal.print(`${node.goal.id} confirmed: ${title}`);
  return 0;
}

const SENTENCES: Readonly<Record<Refusal, string>> = {
  'not-done': 'it is not done.',
  personal: 'it is personal; nobody else sees it.',
  nobody: 'git does not know who you are; set user.email first.',
  own: 'you said yourself that it is done; somebody else has to confirm it.',
  confirmed: 'you have confirmed it already.',
};

async function refusalOf(node: GoalNode, snapshot: Snapshot, place: Place): Promise<Refusal | undefined> {
  const repository = requireRepository(place);
  const replica = await readOrCreateReplica(microgoalsFolder(repository.commonDir), systemRandom);
  const tick = await tickFacts(repository, node.source, statusStamp(node, snapshot), replica);
  return confirmationRefusal(node, snapshot, tick);
}
