import { isStale } from '../../core/goals/focus';
import { keepGoal } from '../../core/goals/keepGoal';
import type { CommandId } from '../contributions';
import { COMMANDS } from '../contributions';
import type { CommandDeps } from './deps';
import type { ChangesOf } from './editCommands';
import { changeEach, setsStatus } from './editCommands';
import type { Targets } from './targets';
import { currentSnapshot, goalTargets, isOnRow } from './targets';

/** Registers the answers to *Still true?*, one key or click each; they leave goals that are not stale alone. */
export function registerStaleCommands(deps: CommandDeps): void {
  const answers: readonly (readonly [CommandId, ChangesOf])[] = [
    [COMMANDS.keepGoal, ({ goal }) => keepGoal(goal)],
    [COMMANDS.pauseGoal, setsStatus('paused')],
    [COMMANDS.dropGoal, setsStatus('dropped')],
  ];
  for (const [command, changesOf] of answers) {
    deps.register(command, async (...args) => {
      const { nodes, snapshot } = await staleTargets(deps, args);
      const answer = (): Promise<void> =>
        changeEach(deps, { nodes: nodes.filter((node) => isStale(node, snapshot)), snapshot }, changesOf);
      await (isOnRow(args[0]) ? deps.views.keepFocus(answer, false) : answer());
    });
  }
}

/** Returns the goals to answer for; a key acts on the selected rows, and if there are none, nobody is asked which goal. */
async function staleTargets(deps: CommandDeps, args: readonly unknown[]): Promise<Targets> {
  if (!isOnRow(args[0])) return goalTargets(deps, args, isStale);
  const selected = deps.views.selectedGoals();
  return selected.length > 0 ? goalTargets(deps, [], isStale) : { nodes: [], snapshot: await currentSnapshot(deps) };
}
