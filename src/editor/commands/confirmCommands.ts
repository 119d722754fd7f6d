import * as vscode from 'vscode';
import type { Refusal } from '../../core/rules/verification';
import { confirmationRefusal, planConfirmation, statusStamp } from '../../core/rules/verification';
import { microgoalsFolder } from '../../git/gitFolder';
import { tickFacts } from '../../git/tickFacts';
import { systemRandom } from '../../store/nodePorts';
import { readOrCreateReplica } from '../../store/replica';
import { PlainError } from '../commandBoundary';
import { COMMANDS } from '../contributions';
import type { CommandDeps } from './deps';
import { goalTarget } from './targets';

const { t } = vscode.l10n;

/** Somebody else than the one who said so has seen that a goal is done. */
export function registerConfirmCommands(deps: CommandDeps): void {
  const { register, service } = deps;
  register(COMMANDS.confirmGoal, async (...args) => {
    const target = await goalTarget(deps, args);
    const repository = service.place?.repository;
    if (!target) return;
    if (!repository) throw new PlainError(t('Confirming needs a git repository: it says who you are.'));
    const { node, snapshot } = target;
    const replica = await readOrCreateReplica(microgoalsFolder(repository.commonDir), systemRandom);
    const tick = await tickFacts(repository, node.source, statusStamp(node, snapshot), replica);
    const refusal = confirmationRefusal(node, snapshot, tick);
    if (refusal !== undefined) throw new PlainError(refusalSentence(refusal));
    const plan = planConfirmation(node, snapshot, systemRandom);
    if ('problem' in plan) throw new PlainError(plan.problem);
    await service.apply([{ path: node.source, changes: plan.changes }]);
  });
}

function refusalSentence(refusal: Refusal): string {
  const sentences: Record<Refusal, string> = {
    'not-done': t('This goal is not done.'),
    personal: t('This goal is personal; nobody else sees it.'),
    nobody: t('Git does not know who you are; set user.email first.'),
    own: t('You said yourself that it is done; somebody else has to confirm it.'),
    confirmed: t('You have confirmed it already.'),
  };
  return sentences[refusal];
}
