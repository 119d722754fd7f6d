import type { Refusal } from '../../core/changes/refusal';
import { refusalText } from '../../core/changes/refusal';
import { fillText } from '../../core/text/fillText';

/** The command line itself is wrong: exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command line is fine and cannot be done: exit 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Returns a refusal of a rule as the failure of a verb. */
export function refused(refusal: Refusal): Failure {
  return new Failure(refusalText(refusal, fillText));
}

/** Returns what a rule planned. @throws Failure with its reason where it refused. */
export function permitted<T extends object>(planned: T | Refusal): T {
  if ('problem' in planned) throw refused(planned);
  return planned;
}
