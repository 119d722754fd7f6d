import { planAccept, planDeclineGoal } from '../../core/records/answerGoal';
import { oneLine } from '../../core/text/safeText';
import { systemRandom } from '../../store/nodePorts';
import { oneWord, parseArguments } from '../terminal/arguments';
import { savePlan } from '../kinds/openKind';
import { openVerbPlace } from '../place/verbPlace';
import { findNode, readSnapshot } from '../place/readSnapshot';
import type { Verb } from '../terminal/verb';

export const acceptVerb: Verb = {
  usage: 'accept ID',
  help: 'Takes on a goal that others made for you; until then it is proposed and counts nowhere.',
  async run(args, context) {
    const place = await openVerbPlace(context);
    const snapshot = await readSnapshot(place, { me: true });
    const node = findNode(oneWord(parseArguments(args, {}).positionals, 'ID'), snapshot, place);
    await savePlan(planAccept(node, snapshot), place);
    context.terminal.print(`${node.goal.id} accepted: ${oneLine(node.goal.title, 1000)}`);
    return 0;
  },
};

export const declineVerb: Verb = {
  usage: 'decline ID --reason TEXT',
  help: 'Declines a goal that others made for you: it is dropped, and a change note says why. A pact: microgoals pact decline ID.',
  async run(args, context) {
    const { values, positionals } = parseArguments(args, { reason: { type: 'string' } });
    const place = await openVerbPlace(context);
    const snapshot = await readSnapshot(place, { me: true });
    const node = findNode(oneWord(positionals, 'ID'), snapshot, place);
    await savePlan(planDeclineGoal(node, values.reason ?? '', snapshot, systemRandom), place);
    context.terminal.print(`${node.goal.id} declined: ${oneLine(node.goal.title, 1000)}`);
    return 0;
  },
};
