import type { Change } from '../document/change';

/**
 * Confirms that a goal untouched for long is still true. It sets the pin to its present value: that touches the goal, and the pin is
 * the field where overriding a simultaneous change of another branch does the least harm.
 */
export function keepGoal({ id, pinned }: { readonly id: string; readonly pinned: boolean }): Change[] {
  return [{ type: 'set', id, path: 'pinned', value: pinned, force: true }];
}
