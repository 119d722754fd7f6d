import type { Refusal } from '../../core/changes/refusal';
import { refusalText } from '../../core/changes/refusal';
import { fillText } from '../../core/text/fillText';

/** Error for a wrong command line: exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Error for a correct command line that cannot be carried out: exit 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Failure because a word names nothing that is there. */
export class NotFound extends Failure {
  readonly wanted: string;

  constructor(wanted: string, message: string) {
    super(message);
    this.wanted = wanted;
  }
}

/** Returns a refusal of a rule as the failure of a verb. */
export function refused(refusal: Refusal): Failure {
  return new Failure(refusalText(refusal, fillText));
}

/** Returns the plan of a rule. @throws Failure with the rule's reason if it refused. */
export function permitted<T extends object>(planned: T | Refusal): T {
  if ('problem' in planned) throw refused(planned);
  return planned;
}
