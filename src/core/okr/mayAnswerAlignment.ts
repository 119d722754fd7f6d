import type { Snapshot } from '../snapshot/snapshot';

/** The answer is the owner's of the objective, anybody's where nobody owns it. @param objective the id that the alignment names. */
export function mayAnswerAlignment(
  objective: string | undefined,
  { goals, me }: Pick<Snapshot, 'goals' | 'me'>,
): boolean {
  const owner = goals.get(objective ?? '')?.goal.owner;
  return me !== undefined && (owner === undefined || owner === me);
}
