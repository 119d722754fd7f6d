import type { BurnUpPoint } from '../core/reports/burnUp';

/** Size of the drawing in its own units; the page stretches it to the available room. */
export const WIDTH = 1000;
export const HEIGHT = 100;

/** Path data of a burn-up chart, and the range of its axes. */
export interface BurnUpShape {
  readonly done: string;
  readonly total: string;
  /** Area below the line of done goals. */
  readonly doneArea: string;
  /** Times at the left and the right edge, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Count at the top. */
  readonly most: number;
}

/** Returns the shape of a burn-up. @param points oldest first. */
export function burnUpShape(points: readonly BurnUpPoint[]): BurnUpShape {
  const [from, to] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const most = Math.max(1, ...points.map(({ done, total }) => Math.max(done, total)));
  // Counts stay until they change, so the lines are steps.
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
