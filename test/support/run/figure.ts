export interface Figure {
  readonly name: string;
  readonly value: number;
  /** What `value`, `budget` and `reference` are counted in: 'ms', 'KB', … */
  readonly unit: string;
  /** The most `value` may be. */
  readonly budget: number;
  readonly ok: boolean;
  /** The same measured for what we compare with, in the same run; null where there is nothing to compare with. */
  readonly reference: number | null;
}

/** The value below which the share `p` (0 to 1) of the values lies: nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
  if (value === undefined) throw new Error('There are no values.');
  return value;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Milliseconds that an action takes. */
export async function measure(action: () => unknown): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

export interface Comparison {
  /** Milliseconds of each round. */
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Times two actions in turn, so that what slows the machine for a while slows both; the order alternates. One round warms up uncounted. */
export async function interleave(a: () => unknown, b: () => unknown, rounds: number): Promise<Comparison> {
  const times: { a: number[]; b: number[] } = { a: [], b: [] };
  await a();
  await b();
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) times.a.push(await measure(a));
    times.b.push(await measure(b));
    if (round % 2 === 1) times.a.push(await measure(a));
  }
  return times;
}
