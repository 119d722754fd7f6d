import type { Zone } from '../ports/ports';
import { DAY } from '../ports/ports';

/**
 * Returns the instant at which the clocks of a zone show a day and time, in milliseconds since 1970: the first one where clocks are put
 * back and show it twice. Where they are put forward past it, it counts as if they had not been, which is as much later on the new clock.
 *
 * @param local such as `2026-12-04T09:30`.
 */
export function instantOf(local: string, zone: Zone): number {
  const asUtc = Date.parse(`${local}:00Z`);
  // No zone changes its clocks twice within two days.
  const [before, after] = [asUtc - DAY, asUtc + DAY].map((at) => asUtc - zone.aheadAt(at));
  const fits = [before, after].find((at) => at !== undefined && at + zone.aheadAt(at) === asUtc);
  return fits ?? before ?? asUtc;
}
