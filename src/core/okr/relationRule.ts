import { kindLetter } from '../document/recordId';
import { goalKind } from '../model/goal';
import { relationKind } from '../model/relation';
import type { EditRule, KindRule } from '../changes/kindRule';
import type { RecordValues } from '../changes/recordActions';
import { changedFields, readValues } from '../changes/recordActions';
import type { Refusal } from '../changes/refusal';
import { refusalOf } from '../changes/refusal';
import { isClosed } from '../snapshot/goalStanding';
import { awaitsAnswer, recordLine, recordsOfKind } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { oneLine } from '../text/safeText';
import { circleClosedBy } from './dependencies';
import { mayAnswerRelation } from './mayAnswerRelation';
import type { RelationNode } from './relations';
import { isStanding, relationKey } from './relations';

/** Reasons why a person may not enter a relation or answer one, in English; keys of the l10n bundle. */
export const RELATION_REFUSALS = {
  unknown: 'A relation names what is not here: {0}.',
  itself: '"{0}" can have no relation to itself.',
  closed: '"{0}" is closed; a relation begins between open goals.',
  below: '"{0}" stands below "{1}" already.',
  noObjective: '"{0}" is no objective: only an objective or the charter is served. To support a goal is free.',
  charter: '"{0}" is no goal; a goal can only serve it.',
  again: '"{0}" and "{1}" have this relation already.',
  noNote: 'A tension needs its note: what pulls the two apart?',
  circle: 'Each would wait for the next in a circle: {0}. Take one of them out first.',
  notOwner: 'Only the owner of the objective can answer.',
  nobody: 'Git does not know who you are; set user.email first.',
  notAsked: 'Nothing is asked here: only a request to serve an objective is answered.',
  moved: 'A relation keeps its two ends and its type; delete it and add another.',
} as const;

type Values = RelationNode['values'];

/** Rule for new relations: to serve an objective of others begins as a request, whatever answer it holds; all else stands at once. */
export const relationRule: KindRule = (values, snapshot) => {
  const read = readValues(relationKind, values);
  const refused = misfit(read, snapshot);
  if (refused) return Promise.resolve(refused);
  return Promise.resolve({ values: { ...values, reason: undefined, ...answerOf(read, snapshot) } });
};

/** Returns the answer that a new relation has: an objective that nobody else owns needs none of others. */
function answerOf({ type, to = '' }: Values, { goals, me }: Snapshot): RecordValues {
  const objective = goals.get(to);
  if (type !== 'serves' || !objective) return { state: undefined, answeredBy: undefined };
  const { owner } = objective.goal;
  const isFree = me !== undefined && (owner === undefined || owner === me);
  return isFree ? { state: 'accepted', answeredBy: me } : { state: 'asked', answeredBy: undefined };
}

function misfit(values: Values, snapshot: Snapshot): Refusal | undefined {
  const { goals, records } = snapshot;
  const { goal = '', to = '', type, note = '' } = values;
  const [from, other] = [goals.get(goal), goals.get(to)];
  const record = records.get(to);
  if (!from || (!other && !record)) return { problem: RELATION_REFUSALS.unknown, about: [from ? to : goal] };
  if (goal === to) return refusalOf(RELATION_REFUSALS.itself, from.goal);
  const closed = [from, other].find((node) => node && isClosed(node));
  if (closed) return refusalOf(RELATION_REFUSALS.closed, closed.goal);
  if (!other && type !== 'serves')
    return { problem: RELATION_REFUSALS.charter, about: [oneLine(record ? recordLine(record, snapshot) : '', 100)] };
  if (type === 'tension' && note.trim() === '') return { problem: RELATION_REFUSALS.noNote };
  return saidAlready(values, snapshot) ?? (other && betweenGoals(values, from, other, snapshot));
}

function saidAlready(values: Values, snapshot: Snapshot): Refusal | undefined {
  const key = relationKey(values);
  const isThere = recordsOfKind(relationKind, snapshot).some(
    (node) => (isStanding(node) || awaitsAnswer(node)) && relationKey(node.values) === key,
  );
  if (!isThere) return undefined;
  const named = [values.goal ?? '', values.to ?? ''].map((id) => {
    const record = snapshot.records.get(id);
    return oneLine(snapshot.goals.get(id)?.goal.title ?? (record ? recordLine(record, snapshot) : id), 100);
  });
  return { problem: RELATION_REFUSALS.again, about: named };
}

function betweenGoals({ type }: Values, from: GoalNode, to: GoalNode, snapshot: Snapshot): Refusal | undefined {
  if (type === 'serves' && to.goal.kind !== 'objective') return refusalOf(RELATION_REFUSALS.noObjective, to.goal);
  if (type === 'serves' && standsBelow(from, to, snapshot))
    return refusalOf(RELATION_REFUSALS.below, from.goal, oneLine(to.goal.title, 100));
  const circle = type === 'dependsOn' ? circleClosedBy(from, to, snapshot) : undefined;
  return circle && { problem: RELATION_REFUSALS.circle, about: [circleText(circle)] };
}

function standsBelow(from: GoalNode, to: GoalNode, { goals }: Snapshot): boolean {
  for (let each: GoalNode | undefined = from; each; each = goals.get(each.parent ?? '')) {
    if (each.parent === to.goal.id) return true;
  }
  return false;
}

/** Most titles of a circle in one sentence. */
const MOST_TITLES = 12;

function circleText(circle: readonly GoalNode[]): string {
  const titles = circle.map(({ goal }) => `"${oneLine(goal.title, 60)}"`);
  const shown = titles.length <= MOST_TITLES ? titles : [...titles.slice(0, MOST_TITLES - 1), '…', titles[0] ?? ''];
  return shown.join(' → ');
}

const ANSWERS: ReadonlySet<string> = new Set(['state', 'reason', 'answeredBy']);

/** Rule for edits of relations: only the owner of the objective answers, or anybody if nobody owns it. */
export const answerRelation: EditRule<typeof relationKind.fields> = ({ values: before }, values, snapshot) => {
  const changed = changedFields(before, values);
  if (changed.includes('to') || changed.includes('type')) return { problem: RELATION_REFUSALS.moved };
  const { note = '' } = readValues(relationKind, values);
  if (before.type === 'tension' && changed.includes('note') && note.trim() === '')
    return { problem: RELATION_REFUSALS.noNote };
  if (!changed.some((name) => ANSWERS.has(name))) return { values, changes: [] };
  const { me } = snapshot;
  if (me === undefined) return { problem: RELATION_REFUSALS.nobody };
  if (before.type !== 'serves' || kindLetter(before.to ?? '') !== goalKind.letter)
    return { problem: RELATION_REFUSALS.notAsked };
  if (!mayAnswerRelation(before.to, snapshot)) return { problem: RELATION_REFUSALS.notOwner };
  return { values: { ...values, answeredBy: me }, changes: [] };
};
