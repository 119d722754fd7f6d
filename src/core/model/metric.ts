import { number, text } from './field';

/** What a goal is measured by. Smaller is better where the target lies below the start. */
export const metricFields = {
  unit: text({ label: 'Unit', help: 'What is counted, such as ms or %.', terms: true }),
  start: number({ label: 'Start', help: 'The measure when the goal was set.', terms: true }),
  target: number({ label: 'Target', help: 'The measure that makes it done.', terms: true }),
};

/** The measure of a goal, and where it stands. */
export interface Measure {
  readonly unit: string;
  readonly start: number;
  readonly target: number;
  /** The latest value that a check-in told; undefined before the first. */
  readonly now: number | undefined;
  /** Share of the way from start to target, 0 to 1, in either direction; undefined while nothing was told. */
  readonly progress: number | undefined;
}
