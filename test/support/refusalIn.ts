import type { Refusal } from '../../src/core/changes/refusal';
import { refusalText } from '../../src/core/changes/refusal';
import { fillText } from '../../src/core/text/fillText';

/** Why a plan is none, in English; undefined where it is one. */
export function refusalIn(plan: Refusal | { readonly id: string }): string | undefined {
  return 'problem' in plan ? refusalText(plan, fillText) : undefined;
}
