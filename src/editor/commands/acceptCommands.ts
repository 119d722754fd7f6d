import { planAccept } from '../../core/rules/answerGoal';
import { COMMANDS } from '../contributions';
import { savePlan } from '../records/savePlan';
import type { CommandDeps } from './deps';
import { goalTarget } from './targets';

/** A goal that others made for this person counts once they accept it. */
export function registerAcceptCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.acceptGoal, async (...args) => {
    const target = await goalTarget(deps, args);
    if (target) await savePlan(planAccept(target.node, target.snapshot), deps.service);
  });
}
