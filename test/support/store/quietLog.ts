import type { Log } from '../../../src/core/ports/ports';

/** For code whose messages a test does not look at. */
export const quietLog: Log = { info: () => undefined, error: () => undefined };
