import { DAY } from '../../src/core/day';
import { formatStamp, parseStamp } from '../../src/core/document/stamp';

const STAMP = /\b\d{8}T\d{9}Z-[0-9a-f]{4}-[0-9a-z]+\b/g;

/** A goals file as it would stand had all of it happened so many days earlier. */
export function daysEarlier(text: string, days: number): string {
  return text.replace(STAMP, (found) => {
    const stamp = parseStamp(found);
    return stamp ? formatStamp({ ...stamp, millis: stamp.millis - days * DAY }) : found;
  });
}
