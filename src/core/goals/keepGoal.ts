import type { Change } from '../document/change';

/**
 * Says that a goal untouched for long is still true. Its pin is said anew, as it is: that touches the goal, and of all fields it is
 * the one where winning over what another branch says at the same time does the least.
 */
export function keepGoal({ id, pinned }: { readonly id: string; readonly pinned: boolean }): Change[] {
  return [{ type: 'set', id, path: 'pinned', value: pinned, force: true }];
}
