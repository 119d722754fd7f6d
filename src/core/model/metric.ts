import { number, text } from './field';

/** Fields of a goal's measure. Smaller is better if the target is below the start. */
export const metricFields = {
  unit: text({ label: 'Unit', help: 'What is counted, such as ms or %.', terms: true }),
  start: number({ label: 'Start', help: 'The measure when the goal was set.', terms: true }),
  target: number({ label: 'Target', help: 'The measure that makes it done.', terms: true }),
};

/** Measure of a goal with its current state. */
export interface Measure {
  readonly unit: string;
  readonly start: number;
  readonly target: number;
  /** Latest value that a check-in gave; undefined before the first. */
  readonly now: number | undefined;
  /** Share of the way from start to target, 0 to 1, in either direction; undefined until a value is given. */
  readonly progress: number | undefined;
}
