import type { GoalMention } from '../../src/core/text/trailers';

const A = 'g-4kq7w2m9xd';
const B = 'g-0000000000';

/** Ends of a message and the goals that they name, for every reader of trailers: core and hook. */
export const TRAILER_FORMS: readonly (readonly [string, readonly GoalMention[]])[] = [
  [`goal: ${A}`, [works(A)]],
  [`GOAL: ${A}`, [works(A)]],
  [`closes-goal: ${A}`, [completes(A)]],
  [`CLOSES-Goal: ${A}`, [completes(A)]],
  [`Goal:${A}`, [works(A)]],
  [`Goal :\t ${A}`, [works(A)]],
  [`Closes-Goal  :${A}`, [completes(A)]],
  [`Goal: ${A}, ${B}`, [works(A), works(B)]],
  [`Goal: ${A} ${B}`, [works(A), works(B)]],
  [`Closes-Goal:${A};${B} (both)`, [completes(A), completes(B)]],
  [`Goal:\n ${A}`, [works(A)]],
  [`Goal: ${A},\n  ${B}`, [works(A), works(B)]],
  [`  Goal: ${A}\n    ${B}`, [works(A), works(B)]],
  [`Goal: ${A}\n  Closes-Goal: ${B}`, [works(A), completes(B)]],
  [`Goal: ${A} (see ${B})`, [works(A)]],
  [`Goal: ${A} (half)\n ${B}`, [works(A)]],
  [`Goal: ${A}\n\n ${B}`, [works(A)]],
  [`Goal: ${A}\n${B}`, [works(A)]],
  [`  Goal: ${A}\n  ${B}`, [works(A)]],
  [`Goal: ${A}-${B}`, [works(A)]],
  [`see Goal: ${A}`, []],
  [`Goals: ${A}`, []],
  [`Goal x: ${A}`, []],
  [`My-Goal: ${A}`, []],
  [`Goal ${A}`, []],
  [`Goal: see ${A}`, []],
  [`Goal: ${A}x`, []],
  [`Goal: ${A}_`, []],
  [`Goal: ${A}${B}`, []],
  ['Goal: g-4kq7w2m9x', []],
  ['Goal: g-4kq7w2m9xi', []],
  ['Goal: G-4KQ7W2M9XD', []],
  [`*Goal: ${A}`, []],
];

function works(id: string): GoalMention {
  return { id, closes: false };
}

function completes(id: string): GoalMention {
  return { id, closes: true };
}
