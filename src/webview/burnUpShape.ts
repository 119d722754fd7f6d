import type { BurnUpPoint } from '../core/reports/burnUp';

/** Of the drawing, in its own units; it is stretched to the room there is. */
export const WIDTH = 1000;
export const HEIGHT = 100;

/** Path data of a burn-up chart, and what its axes show. */
export interface BurnUpShape {
  readonly done: string;
  readonly total: string;
  /** What is below the line of what is done. */
  readonly doneArea: string;
  /** Milliseconds since 1970 at the left and at the right. */
  readonly from: number;
  readonly to: number;
  /** The count at the top. */
  readonly most: number;
}

/** @param points the oldest first. */
export function burnUpShape(points: readonly BurnUpPoint[]): BurnUpShape {
  const [from, to] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const most = Math.max(1, ...points.map(({ done, total }) => Math.max(done, total)));
  // Counts stay until they change: the lines are steps.
  const line = (countOf: (point: BurnUpPoint) => number): string =>
    points
      .map((point, index) => {
        const x = rounded(((point.at - from) / Math.max(1, to - from)) * WIDTH);
        const y = rounded(HEIGHT - (countOf(point) / most) * HEIGHT);
        return index === 0 ? `M${x} ${y}` : `H${x}V${y}`;
      })
      .join('');
  const done = line((point) => point.done);
  return { done, total: line((point) => point.total), doneArea: `${done}V${HEIGHT}H0Z`, from, to, most };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
