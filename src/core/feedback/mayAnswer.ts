import { feedbackValues } from './feedbackThreads';
import type { RecordNode, Snapshot } from '../snapshot/snapshot';

/** Who may settle what was said of a goal: its owner, or anybody where it has none; nobody their own suggestion. */
export function mayAnswer(node: RecordNode, { goals, me }: Snapshot): boolean {
  const goal = node.goal === undefined ? undefined : goals.get(node.goal);
  if (me === undefined || !goal) return false;
  const isOwnSuggestion = node.author === me && feedbackValues(node).type === 'suggestion';
  return !isOwnSuggestion && (goal.goal.owner === undefined || goal.goal.owner === me);
}

/** Whoever said something may also say that it is settled. */
export function mayResolve(node: RecordNode, snapshot: Snapshot): boolean {
  return mayAnswer(node, snapshot) || (snapshot.me !== undefined && node.author === snapshot.me);
}
