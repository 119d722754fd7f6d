import type { Snapshot } from '../snapshot/snapshot';

/** Tells whether the user may answer: as owner of the objective, or if it has none. @param objective the id that the relation names. */
export function mayAnswerRelation(
  objective: string | undefined,
  { goals, me }: Pick<Snapshot, 'goals' | 'me'>,
): boolean {
  const owner = goals.get(objective ?? '')?.goal.owner;
  return me !== undefined && (owner === undefined || owner === me);
}
