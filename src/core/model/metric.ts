import { choiceOrNone, number, text } from './field';

/** Ways in which a measure gets better. */
export const DIRECTIONS = ['up', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Fields of a goal's measure. Smaller is better if the target is below the start. */
export const metricFields = {
  unit: text({ label: 'Unit', help: 'What is counted, such as ms or %.', terms: true }),
  start: number({ label: 'Start', help: 'The measure when the goal was set.', terms: true }),
  target: number({ label: 'Target', help: 'The measure that makes it done.', terms: true }),
  direction: choiceOrNone(DIRECTIONS, {
    label: 'Better',
    help: 'Which way it gets better, where start and target do not tell.',
    terms: true,
  }),
};

/** Measure of a goal with its current state. */
export interface Measure {
  readonly unit: string;
  readonly start: number;
  /** Where the start comes from: the goal, the zero of a rising measure without one, the first reading of a falling one. */
  readonly begins: 'said' | 'zero' | 'first';
  readonly target: number;
  readonly direction: Direction;
  /** Latest value; undefined before the first. */
  readonly now: number | undefined;
  /** Share of the way from start to target, 0 to 1, in either direction; 1 or 0 if a level is to be held. */
  readonly progress: number;
  /** True if the target is the start: there is no way to go, the measure is held or not. */
  readonly isLevel: boolean;
  /** True if the latest value is worse than the start. */
  readonly isWorse: boolean;
}
