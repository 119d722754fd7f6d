import { isStale } from '../../core/goals/focus';
import { keepGoal } from '../../core/goals/keepGoal';
import type { CommandId } from '../contributions';
import { COMMANDS } from '../contributions';
import type { CommandDeps } from './deps';
import type { ChangesOf } from './editCommands';
import { changeEach, setsStatus } from './editCommands';
import type { Targets } from './targets';
import type { Call } from '../tree/call';
import { BARE_CALL } from '../tree/call';
import { currentSnapshot, goalTargets } from './targets';

/** Registers the answers to *Still true?*, one key or click each; they leave goals that are not stale alone. */
export function registerStaleCommands(deps: CommandDeps): void {
  const answers: readonly (readonly [CommandId, ChangesOf])[] = [
    [COMMANDS.keepGoal, ({ goal }) => keepGoal(goal)],
    [COMMANDS.pauseGoal, setsStatus('paused')],
    [COMMANDS.dropGoal, setsStatus('dropped')],
  ];
  for (const [command, changesOf] of answers) {
    deps.register(command, async (call) => {
      const { nodes, snapshot } = await staleTargets(deps, call);
      const answer = (): Promise<void> =>
        changeEach(deps, { nodes: nodes.filter((node) => isStale(node, snapshot)), snapshot }, changesOf);
      await (call.isOnRow ? deps.views.keepFocus(answer, false) : answer());
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
