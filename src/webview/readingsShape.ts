import type { ReadingSeries } from '../core/okr/readingSeries';
import { HEIGHT, WIDTH } from './burnUpShape';

/** Path data of a line of readings, and the range of its axes. */
export interface ReadingsShape {
  readonly line: string;
  /** ISO days at the left and the right edge. */
  readonly from: string;
  readonly to: string;
  /** Values at the bottom and the top. */
  readonly low: number;
  readonly high: number;
}

/** Returns the shape of readings: straight from each to the next, because nobody knows what a measure was in between. */
export function readingsShape(readings: ReadingSeries['readings']): ReadingsShape {
  const [from, to] = [readings[0]?.day ?? '', readings.at(-1)?.day ?? ''];
  const values = readings.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const begin = Date.parse(from);
  const share = (value: number, least: number, most: number): number =>
    most > least ? (value - least) / (most - least) : 0.5;
  const points = readings.map(({ day, value }) => {
    const x = rounded(share(Date.parse(day), begin, Date.parse(to)) * WIDTH);
    return `${x} ${rounded(HEIGHT - share(value, low, high) * HEIGHT)}`;
  });
  return { line: points.length === 0 ? '' : `M${points.join('L')}`, from, to, low, high };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
