import { isStale } from '../../core/goals/focus';
import { keepGoal } from '../../core/goals/keepGoal';
import type { CommandId } from '../contributions';
import { COMMANDS } from '../contributions';
import type { CommandDeps } from './deps';
import { changeEach, setStatusAsking } from './editCommands';
import type { Targets } from './targets';
import type { Call } from '../tree/call';
import { BARE_CALL } from '../tree/call';
import { currentSnapshot, goalTargets } from './targets';

/** Registers the answers to *Still true?*, one key or click each; they leave goals that are not stale alone. */
export function registerStaleCommands(deps: CommandDeps): void {
  const answers: readonly (readonly [CommandId, (targets: Targets) => Promise<void>])[] = [
    [COMMANDS.keepGoal, (targets) => changeEach(deps, targets, ({ goal }) => keepGoal(goal))],
    [COMMANDS.pauseGoal, (targets) => setStatusAsking(deps, targets, 'paused')],
    [COMMANDS.dropGoal, (targets) => setStatusAsking(deps, targets, 'dropped')],
  ];
  for (const [command, answer] of answers) {
    deps.register(command, async (call) => {
      const { nodes, snapshot } = await staleTargets(deps, call);
      const stale = nodes.filter((node) => isStale(node, snapshot));
      if (stale.length === 0) return;
      const act = (): Promise<void> => answer({ nodes: stale, snapshot });
      await (call.isOnRow ? deps.views.keepFocus(act, false) : act());
    });
  }
}

/** Returns the goals to answer for; a key acts on the selected rows, and if there are none, nobody is asked which goal. */
async function staleTargets(deps: CommandDeps, call: Call): Promise<Targets> {
  if (!call.isOnRow) return goalTargets(deps, call, isStale);
  const selected = deps.views.selectedGoals();
  return selected.length > 0
    ? goalTargets(deps, BARE_CALL, isStale)
    : { nodes: [], snapshot: await currentSnapshot(deps) };
}
