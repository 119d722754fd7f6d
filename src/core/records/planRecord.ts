import type { Change } from '../document/change';
import type { Json } from '../document/json';
import { isObject, sameJson } from '../document/json';
import { relationKind } from '../model/relation';
import { checkInKind } from '../model/checkIn';
import { confirmationKind } from '../model/confirmation';
import { feedbackKind } from '../model/feedback';
import { goalKind } from '../model/goal';
import type { Kind } from '../model/kind';
import { namedAbove } from '../model/kind';
import { kudosKind } from '../model/kudos';
import { membersWritten, namesPeople } from '../model/onePerson';
import { backwardPeriods } from '../model/readRecord';
import { readingKind } from '../model/reading';
import { signatureKind } from '../model/signature';
import { assignedValues, reassignedBy } from '../goals/acceptance';
import { relationRule, answerRelation } from '../okr/relationRule';
import { scoreRefusal } from '../okr/scoreRule';
import { answerFeedback } from '../feedback/answerFeedback';
import { feedbackRule } from '../feedback/feedbackRule';
import { checkInRule, withNumber } from '../followUp/checkInRule';
import { readingRule } from '../followUp/readingRule';
import { kudosRule } from '../together/kudosRule';
import { closesCircle } from '../goals/moveGoal';
import { removalRefusal } from '../goals/removal';
import { namedRecords } from '../changes/namedRecords';
import type { KindRule, PlanFacts } from '../changes/kindRule';
import type { RecordValues } from '../changes/recordActions';
import { addRecord, changedFields, editRecord, mayWrite, missingFields, readValues } from '../changes/recordActions';
import type { Refusal } from '../changes/refusal';
import { oneLine } from '../text/safeText';
import { isOf } from '../snapshot/recordNode';
import type { RecordNode, Scope, Snapshot } from '../snapshot/snapshot';
import { confirmationRule } from '../goals/confirmationRule';

/** Reasons why a record may not be written, in English; keys of the l10n bundle. */
export const RECORD_REFUSALS = {
  signing: 'A pact is signed where its terms are shown: Sign Pact, or microgoals pact sign ID.',
  empty: '{0}: {1} must not be empty.',
  backward: '{0}: {1} is before {2}; a period cannot end before it begins.',
  moved: '{0}: it stays with its goal.',
  nobody: '{0}: git does not know who you are; set user.email first.',
  notYours: '{0}: only the person it is of may write it.',
  belowItself: '"{0}" cannot be the parent of "{1}": it is the same goal or one below it.',
  personal: '{0}: what is personal cannot be named in the shared file; share it first.',
} as const;

/** Rule for new signatures: none is added here, because people sign only where the terms are shown and they can read them. */
const signatureRule: KindRule = () => Promise.resolve({ problem: RECORD_REFUSALS.signing });

const RULES: ReadonlyMap<string, KindRule> = new Map([
  [checkInKind.name, checkInRule],
  [readingKind.name, readingRule],
  [confirmationKind.name, confirmationRule],
  [feedbackKind.name, feedbackRule],
  [kudosKind.name, kudosRule],
  [signatureKind.name, signatureRule],
  [relationKind.name, relationRule],
]);

export function ruleOf({ name }: Kind): KindRule | undefined {
  return RULES.get(name);
}

/** Changes that add or edit a record, or a refusal that says why it may not be. */
export type RecordPlan =
  | {
      readonly id: string;
      /** Path of an existing file; undefined for the file that new records of that scope go to. */
      readonly path: string | undefined;
      readonly scope: Scope;
      readonly changes: readonly Change[];
    }
  | Refusal;

/** Plans a new record. A record of a goal goes to the file of the goal. @param scope scope of a record that belongs to no goal; what is personal stays so also on a goal of the team. */
export async function planAdd(
  { kind, values: given, scope }: { readonly kind: Kind; readonly values: RecordValues; readonly scope: Scope },
  snapshot: Snapshot,
  facts: PlanFacts,
): Promise<RecordPlan> {
  const values = isCheckIn(kind) ? withNumber(given, snapshot) : given;
  const missing = missingFields(kind, values).map((name) => kind.fields[name]?.label ?? name);
  if (missing.length > 0) return refused(RECORD_REFUSALS.empty, kind, missing);
  const denied = writerRefusal(kind, values, snapshot.me) ?? backwardRefusal(kind, values, values);
  if (denied) return denied;
  const [named = ''] = namedAbove(kind, values);
  const above = snapshot.goals.get(named) ?? snapshot.records.get(named);
  const isKept = above !== undefined && (scope !== 'personal' || above.scope === 'personal');
  const home = isKept ? { path: above.source, scope: above.scope } : { path: undefined, scope };
  const outside = namesPersonal(kind, values, home.scope, snapshot);
  if (outside) return outside;
  const ruled = (await ruleOf(kind)?.(values, snapshot, facts)) ?? { values };
  if ('problem' in ruled) return ruled;
  const { id, change } = addRecord(kind, assignedValues(kind, ruled.values, home.scope, snapshot.me), facts.random);
  return { id, ...home, changes: [change, ...(ruled.changes ?? [])] };
}

function isCheckIn({ name }: Kind): boolean {
  return name === checkInKind.name;
}

/** Plans an edit of a record. @param values the fields that are to change. */
export function planEdit(node: RecordNode, values: RecordValues, snapshot: Snapshot): RecordPlan {
  const { id, kind, values: before, source, scope } = node;
  const after = { ...(before as RecordValues), ...values };
  const missing = missingFields(kind, after).filter((name) => name in values);
  if (missing.length > 0) return refused(RECORD_REFUSALS.empty, kind, missing);
  if (isMoved(kind, before, values)) return refused(RECORD_REFUSALS.moved, kind);
  const { me } = snapshot;
  const denied = isAnswer(kind, before, values)
    ? undefined
    : (writerRefusal(kind, before, me) ?? writerRefusal(kind, after, me));
  const found =
    denied ??
    backwardRefusal(kind, after, values) ??
    namesPersonal(kind, values, scope, snapshot) ??
    belowItself(node, values, snapshot);
  if (found) return found;
  const ruled = editedBy(node, values, snapshot);
  if ('problem' in ruled) return ruled;
  return {
    id,
    path: source,
    scope,
    changes: [...editRecord(id, node.written, asWritten(node, ruled.values, snapshot)), ...ruled.changes],
  };
}

/** Returns the values as the record is to have them: a person who stays keeps the address that is there. */
function asWritten(
  { kind, values: before, written }: RecordNode,
  values: RecordValues,
  { aliases }: Snapshot,
): RecordValues {
  if (written === before) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, Json | undefined] => {
      const there = (written as RecordValues)[name];
      if (sameJson(value, (before as RecordValues)[name])) return [name, there];
      const isOfPeople = isObject(value) && isObject(there) && namesPeople(kind.fields[name]);
      return [name, isOfPeople ? membersWritten(there, value, aliases) : value];
    }),
  );
}

/** Applies the rule of its kind to an edit of a record. */
function editedBy(node: RecordNode, values: RecordValues, snapshot: Snapshot): ReturnType<typeof reassignedBy> {
  if (isOf(node, feedbackKind)) return answerFeedback(node, values, snapshot);
  if (isOf(node, relationKind)) return answerRelation(node, values, snapshot);
  return scoredBy(node, values, snapshot) ?? reassignedBy(node, values, snapshot);
}

/** Refuses a score that is not for the person at the keyboard to give. */
function scoredBy(
  { id, scope, values: before }: RecordNode,
  values: RecordValues,
  snapshot: Snapshot,
): Refusal | undefined {
  const goal = snapshot.goals.get(id);
  if (!goal || scope === 'personal' || !changedFields(before, values).includes('score')) return undefined;
  return scoreRefusal(goal, readValues(goalKind, values).score, snapshot);
}

/** Plans deleting a record, which is an edit like any other. */
export function planDelete(node: RecordNode, snapshot: Snapshot): RecordPlan {
  const goal = snapshot.goals.get(node.id);
  return (goal && removalRefusal(goal, snapshot, new Set())) ?? planEdit(node, { deleted: true }, snapshot);
}

/** Tells whether an edit changes only fields by which others answer a record. */
function isAnswer(kind: Kind, before: Readonly<Record<string, unknown>>, values: RecordValues): boolean {
  return changedFields(before, values).every((name) => kind.fields[name]?.writer === 'answer');
}

/** Tells whether an edit moves a record to a goal for which the rule of its kind did not check it. */
function isMoved(kind: Kind, before: Readonly<Record<string, unknown>>, values: RecordValues): boolean {
  return ruleOf(kind) !== undefined && changedFields(before, values).includes(kind.below ?? '');
}

function refused(problem: string, { label }: Kind, words: readonly string[] = []): Refusal {
  return { problem, about: [{ words: [label] }, { words }] };
}

/** Refuses a period that ends before it begins, where the first or the last day is among what is written. */
function backwardRefusal(kind: Kind, all: RecordValues, written: RecordValues): Refusal | undefined {
  const found = backwardPeriods(kind, all).find(({ first, last }) => first in written || last in written);
  if (!found) return undefined;
  const [first, last] = [found.first, found.last].map((name) => ({ words: [kind.fields[name]?.label ?? name] }));
  return { problem: RECORD_REFUSALS.backward, about: [{ words: [kind.label] }, last ?? '', first ?? ''] };
}

function writerRefusal(
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
  me: string | undefined,
): Refusal | undefined {
  if (mayWrite(kind, values[kind.author ?? ''], me)) return undefined;
  return refused(me === undefined ? RECORD_REFUSALS.nobody : RECORD_REFUSALS.notYours, kind);
}

/** Refuses a parent that is the goal itself or below it; only goals name a parent. */
function belowItself(
  { id, values: before }: RecordNode,
  { parent }: RecordValues,
  snapshot: Snapshot,
): Refusal | undefined {
  // A circle that is there already is told elsewhere and hinders no other edit.
  if (typeof parent !== 'string' || !changedFields(before, { parent }).includes('parent')) return undefined;
  if (!closesCircle(snapshot, id, parent)) return undefined;
  const [above, own] = [parent, id].map((each) => oneLine(snapshot.goals.get(each)?.goal.title ?? each, 100));
  return { problem: RECORD_REFUSALS.belowItself, about: [above ?? '', own ?? ''] };
}

/** Refuses to name personal goals and records in the shared file: nobody else has them, and their ids stay private. */
function namesPersonal(
  kind: Kind,
  values: RecordValues,
  scope: Scope,
  { goals, records }: Snapshot,
): Refusal | undefined {
  if (scope === 'personal') return undefined;
  const named = Object.entries(kind.fields).flatMap(([name, field]) => namedRecords(field, values[name]));
  const isPersonal = named.some((id) => (goals.get(id) ?? records.get(id))?.scope === 'personal');
  return isPersonal ? refused(RECORD_REFUSALS.personal, kind) : undefined;
}
