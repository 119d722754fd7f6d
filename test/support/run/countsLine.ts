import type { Counts } from './mochaRun';

export const NO_COUNTS: Counts = { passed: 0, failed: 0, skipped: 0 };

/** The one line by which a test process tells its parent how many tests passed, failed and were skipped. */
export function countsLine({ passed, failed, skipped }: Counts): string {
  return `##counts ${passed} ${failed} ${skipped}`;
}

/** The counts of a line that `countsLine` wrote; undefined for any other line. */
export function readCountsLine(line: string): Counts | undefined {
  const found = /^##counts (\d+) (\d+) (\d+)$/.exec(line);
  return found === null ? undefined : { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3]) };
}

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
