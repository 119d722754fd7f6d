/** The command line itself is wrong: exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command line is fine and cannot be done: exit 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
