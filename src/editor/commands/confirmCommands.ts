import { confirmationKind } from '../../core/model/confirmation';
import { planAdd } from '../../core/records/planRecord';
import { verificationOf } from '../../core/goals/verification';
import { COMMANDS } from '../contributions';
import { planFacts } from '../../app/planFacts';
import { savePlan } from '../records/savePlan';
import type { CommandDeps } from './deps';
import { goalTarget } from './targets';

/** Registers the command by which somebody other than the claimant confirms that a goal is done. */
export function registerConfirmCommands(deps: CommandDeps): void {
  const { register, service } = deps;
  register(COMMANDS.confirmGoal, async (call) => {
    const target = await goalTarget(
      deps,
      call,
      (node, snapshot) => verificationOf(node, snapshot)?.state === 'claimed',
    );
    if (!target) return;
    const { node, snapshot } = target;
    const said = { goal: node.goal.id, by: snapshot.me };
    const plan = await planAdd(
      { kind: confirmationKind, values: said, scope: 'team' },
      snapshot,
      planFacts(service.place),
    );
    await savePlan(plan, service);
  });
}
