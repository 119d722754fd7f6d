import { relationKind } from '../model/relation';
import type { EditRule, KindRule } from '../changes/kindRule';
import { changedFields, readValues } from '../changes/recordActions';
import { mayAnswerRelation } from './mayAnswerRelation';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Reasons why a person may not ask for a relation or answer one, in English; keys of the l10n bundle. */
export const RELATION_REFUSALS = {
  itself: 'A goal cannot serve itself.',
  below: 'It stands below that objective already.',
  noObjective: 'Only an objective can be served.',
  notOwner: 'Only the owner of the objective can answer.',
  nobody: 'Git does not know who you are; set user.email first.',
  moved: 'It stays with its objective; ask anew for another one.',
} as const;

/** Rule for new relations: each begins as a request, whatever answer it holds; the owner of the objective needs to ask nobody. */
export const relationRule: KindRule = (values, snapshot) => {
  const { goal: asking, to } = readValues(relationKind, values);
  const [goal, objective] = [asking, to].map((id) => snapshot.goals.get(id ?? ''));
  const problem = misfit(goal, objective, snapshot);
  if (problem !== undefined) return Promise.resolve({ problem });
  const { me } = snapshot;
  const isOwn = me !== undefined && objective?.goal.owner === me;
  const answer = isOwn ? { state: 'accepted', answeredBy: me } : { state: 'asked', answeredBy: undefined };
  return Promise.resolve({ values: { ...values, reason: undefined, ...answer } });
};

function misfit(goal: GoalNode | undefined, objective: GoalNode | undefined, snapshot: Snapshot): string | undefined {
  if (objective?.goal.kind !== 'objective') return RELATION_REFUSALS.noObjective;
  if (goal === objective) return RELATION_REFUSALS.itself;
  for (let each = goal; each; each = snapshot.goals.get(each.parent ?? '')) {
    if (each.parent === objective.goal.id) return RELATION_REFUSALS.below;
  }
  return undefined;
}

const ANSWERS: ReadonlySet<string> = new Set(['state', 'reason', 'answeredBy']);

/** Rule for edits of relations: only the owner of the objective answers, or anybody if nobody owns it. */
export const answerRelation: EditRule<typeof relationKind.fields> = ({ values: before }, values, snapshot) => {
  const changed = changedFields(before, values);
  if (changed.includes('to')) return { problem: RELATION_REFUSALS.moved };
  if (!changed.some((name) => ANSWERS.has(name))) return { values, changes: [] };
  const { me } = snapshot;
  if (me === undefined) return { problem: RELATION_REFUSALS.nobody };
  if (!mayAnswerRelation(before.to, snapshot)) return { problem: RELATION_REFUSALS.notOwner };
  return { values: { ...values, answeredBy: me }, changes: [] };
};
