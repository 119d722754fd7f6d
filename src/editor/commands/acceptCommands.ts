import * as vscode from 'vscode';
import { isProposedTo } from '../../core/goals/acceptance';
import { planAccept, planDeclineGoal } from '../../core/records/answerGoal';
import { systemRandom } from '../../store/nodePorts';
import { COMMANDS } from '../contributions';
import { askText } from '../records/askText';
import { savePlan } from '../records/savePlan';
import { plain } from '../texts/words';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { currentSnapshot, offeredTarget } from './targets';

const { t } = vscode.l10n;

/** Registers the answers to a goal that others made for this person: the goal counts once they accept it. */
export function registerAcceptCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.acceptGoal, async (call) => {
    const target = await proposedTarget(deps, call);
    if (target) await savePlan(planAccept(target.node, target.snapshot), deps.service);
  });
  deps.register(COMMANDS.declineGoal, async (call) => {
    const target = await proposedTarget(deps, call);
    if (!target) return;
    const title = plain(t('Decline: {0}', target.node.goal.title));
    const reason = await askText(title, t('Why not? The team reads this.'));
    if (reason === undefined) return;
    const plan = planDeclineGoal(target.node, reason, await currentSnapshot(deps), systemRandom);
    await savePlan(plan, deps.service);
  });
}

function proposedTarget(deps: CommandDeps, call: Call): ReturnType<typeof offeredTarget> {
  return offeredTarget(deps, call, {
    isOffered: (node, { me }) => isProposedTo(node, me),
    none: t('No goal waits for your answer.'),
    placeHolder: t('Which goal that others made for you?'),
  });
}
