import { number, text } from './field';

/** What a goal is measured by. Smaller is better where the target lies below the start. */
export const metricFields = {
  unit: text({ label: 'Unit', help: 'What is counted, such as ms or %.', terms: true }),
  start: number({ label: 'Start', help: 'The measure when the goal was set.', terms: true }),
  target: number({ label: 'Target', help: 'The measure that makes it done.', terms: true }),
};
