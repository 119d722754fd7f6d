import { GOAL_ID } from '../document/recordId';
import { fuzzyScore } from './fuzzy';
import { type Match, someOf } from './matchPerson';
import { oneLine, collapseSpace } from './safeText';

export interface GoalChoice {
  readonly id: string;
  readonly title: string;
}

const ID_START = /^g-[0-9a-z]+$/;

/**
 * Finds the goal of `^text`: by id, by a unique start of it, or by the title that the text abbreviates best. A complete id need
 * not be among `goals`: the parent may be archived, or in a document that is not open.
 */
export function matchGoal(text: string, goals: readonly GoalChoice[]): Match {
  const id = text.toLowerCase();
  const known = goals.find((goal) => goal.id === id);
  if (known) return found(known);
  if (GOAL_ID.test(id)) return { id, label: id };
  const starting = ID_START.test(id) ? goals.filter((goal) => goal.id.startsWith(id)) : [];
  return choose(text, starting) ?? choose(text, bestByTitle(text, goals)) ?? noGoal(text);
}

function bestByTitle(text: string, goals: readonly GoalChoice[]): GoalChoice[] {
  const scored = goals.map((goal) => ({ goal, score: fuzzyScore(text, goal.title) })).filter(({ score }) => score > 0);
  const best = scored.reduce((largest, { score }) => Math.max(largest, score), 0);
  return scored.filter(({ score }) => score === best).map(({ goal }) => goal);
}

function choose(text: string, goals: readonly GoalChoice[]): Match | undefined {
  const [first] = goals;
  if (!first) return undefined;
  if (goals.length === 1) return found(first);
  const names = goals.map((goal) => `“${oneLine(goal.title, 40)}” (${goal.id})`);
  return { problem: `^${oneLine(text, 40)} could be ${someOf(names)}.` };
}

function found(goal: GoalChoice): Match {
  return { id: goal.id, label: collapseSpace(goal.title) || goal.id };
}

function noGoal(text: string): Match {
  return { problem: `No goal is like ${oneLine(text, 40)}.` };
}
