import type { Json } from '../document/json';
import { sameJson } from '../document/json';
import { fieldText } from '../model/readFieldText';
import type { EditRule, KindRule } from '../changes/kindRule';
import { mayAnswerAlignment } from './mayAnswerAlignment';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Why somebody may not ask for an alignment or answer one, in English; keys of the l10n bundle. */
export const ALIGNMENT_REFUSALS = {
  itself: 'A goal cannot serve itself.',
  below: 'It stands below that objective already.',
  noObjective: 'Only an objective can be served.',
  notOwner: 'Only the owner of the objective can answer.',
  nobody: 'Git does not know who you are; set user.email first.',
  moved: 'It stays with its objective; ask anew for another one.',
} as const;

/** A new one asks, whatever it says of an answer; the owner of the objective needs to ask nobody. */
export const alignmentRule: KindRule = (values, snapshot) => {
  const [goal, objective] = [values['goal'], values['to']].map((id) => snapshot.goals.get(fieldText(id)));
  const problem = misfit(goal, objective, snapshot);
  if (problem !== undefined) return Promise.resolve({ problem });
  const { me } = snapshot;
  const isOwn = me !== undefined && objective?.goal.owner === me;
  const answer = isOwn ? { state: 'accepted', answeredBy: me } : { state: 'asked', answeredBy: undefined };
  return Promise.resolve({ values: { ...values, reason: undefined, ...answer } });
};

function misfit(goal: GoalNode | undefined, objective: GoalNode | undefined, snapshot: Snapshot): string | undefined {
  if (objective?.goal.kind !== 'objective') return ALIGNMENT_REFUSALS.noObjective;
  if (goal === objective) return ALIGNMENT_REFUSALS.itself;
  for (let each = goal; each; each = snapshot.goals.get(each.parent ?? '')) {
    if (each.parent === objective.goal.id) return ALIGNMENT_REFUSALS.below;
  }
  return undefined;
}

const ANSWERS = ['state', 'reason', 'answeredBy'] as const;

/** The answer is the owner's of the objective, anybody's where nobody owns it. */
export const answerAlignment: EditRule = ({ values: before }, values, snapshot) => {
  const differs = (name: string): boolean =>
    name in values && !sameJson(before[name] as Json | undefined, values[name]);
  if (differs('to')) return { problem: ALIGNMENT_REFUSALS.moved };
  if (!ANSWERS.some(differs)) return { values, changes: [] };
  const { me } = snapshot;
  if (me === undefined) return { problem: ALIGNMENT_REFUSALS.nobody };
  if (!mayAnswerAlignment(before['to'], snapshot)) return { problem: ALIGNMENT_REFUSALS.notOwner };
  return { values: { ...values, answeredBy: me }, changes: [] };
};
