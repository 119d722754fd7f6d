import { isOver } from '../../core/goals/focus';
import type { GoalNode } from '../../core/snapshot/snapshot';
import type { Services } from '../service/services';

/**
 * Ends the work on a ticked goal once a commit has named it. The tick alone does not end it: many people tick first and commit then, and
 * that commit is to be linked; the next one belongs to something else. When the active goal is shared, commits leave a trace from then on,
 * and no longer once the sharing is undone.
 */
export function registerActiveGoal({ subscriptions, service, report }: Services): void {
  const last: { node: GoalNode | undefined } = { node: undefined };
  subscriptions.push(
    service.onDidChange((snapshot) => {
      const { node: before } = last;
      const node = snapshot.active === undefined ? undefined : snapshot.goals.get(snapshot.active);
      last.node = node;
      if (!node) return;
      const { goal, scope } = node;
      if (isOver(node)) service.setActive({ state: 'stopped' }).catch(report);
      else if (before?.goal.id === goal.id && before.scope !== scope)
        service.setActive({ state: 'active', id: goal.id, personal: scope === 'personal' }).catch(report);
    }),
  );
}
