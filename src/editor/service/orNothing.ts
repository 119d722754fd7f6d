import type { Log } from '../../core/ports/ports';

/** Goals are shown without what git would not tell; the log says why. */
export async function orNothing<T>(facts: Promise<T>, nothing: T, log: Log): Promise<T> {
  try {
    return await facts;
  } catch (error) {
    log.error('git could not be asked', error);
    return nothing;
  }
}
