import { DAY } from '../../src/core/ports/ports';
import { formatStamp, parseStamp } from '../../src/core/document/stamp';
import { isStatementId } from '../../src/core/snapshot/statements';

const STAMP = /\b\d{8}T\d{9}Z-[0-9a-f]{4}-[0-9a-z]+\b/g;

const RECORD = /^\s*"([a-z]-[0-9a-z]{10})": \{/;

/**
 * A goals file as it would stand had all of it happened so many days earlier; but for signatures and confirmations, which nobody may
 * change but their person.
 */
export function daysEarlier(text: string, days: number): string {
  let record = '';
  const lines = text.split('\n').map((line) => {
    record = RECORD.exec(line)?.[1] ?? record;
    return isStatementId(record) ? line : earlierLine(line, days);
  });
  return lines.join('\n');
}

function earlierLine(line: string, days: number): string {
  return line.replace(STAMP, (found) => {
    const stamp = parseStamp(found);
    return stamp ? formatStamp({ ...stamp, millis: stamp.millis - days * DAY }) : found;
  });
}
