import type * as vscode from 'vscode';
import { isOver } from '../../core/goals/focus';
import type { GoalService } from '../service/goalService';

/**
 * Ends the work on a ticked goal once a commit has named it. Not with the tick: many tick first and commit then, and that commit
 * is to be linked; the next one belongs to something else.
 */
export function registerActiveGoalEnd(
  subscriptions: vscode.ExtensionContext['subscriptions'],
  service: GoalService,
  report: (error: unknown) => void,
): void {
  subscriptions.push(
    service.onDidChange((snapshot) => {
      const node = snapshot.active === undefined ? undefined : snapshot.goals.get(snapshot.active);
      if (node && isOver(node)) service.setActive({ state: 'stopped' }).catch(report);
    }),
  );
}
