import type { Change } from '../document/change';
import { alignmentKind } from '../model/alignment';
import { confirmationKind } from '../model/confirmation';
import { feedbackKind } from '../model/feedback';
import type { Kind } from '../model/kind';
import { kudosKind } from '../model/kudos';
import { signatureKind } from '../model/signature';
import { assignedValues, reassignedBy } from '../goals/acceptance';
import { alignmentRule, answerAlignment } from '../okr/alignmentRule';
import { answerFeedback } from '../feedback/answerFeedback';
import { feedbackRule } from '../feedback/feedbackRule';
import { kudosRule } from '../together/kudosRule';
import { closesCircle } from '../goals/moveGoal';
import { namedRecords } from '../changes/namedRecords';
import type { KindRule, PlanFacts } from '../changes/kindRule';
import type { RecordValues } from '../changes/recordActions';
import { addRecord, changedFields, editRecord, mayWrite, missingFields } from '../changes/recordActions';
import type { Refusal } from '../changes/refusal';
import { oneLine } from '../text/safeText';
import { isOf } from '../snapshot/recordNode';
import type { RecordNode, Scope, Snapshot } from '../snapshot/snapshot';
import { confirmationRule } from '../goals/confirmationRule';

/** Why a record may not be written, in English; keys of the l10n bundle. */
export const RECORD_REFUSALS = {
  signing: 'A pact is signed where its terms are shown: Sign Pact, or microgoals pact sign ID.',
  empty: '{0}: {1} must not be empty.',
  moved: '{0}: it stays with its goal.',
  nobody: '{0}: git does not know who you are; set user.email first.',
  notYours: '{0}: only the person it is of may write it.',
  belowItself: '"{0}" cannot be the parent of "{1}": it is the same goal or one below it.',
  personal: '{0}: what is personal cannot be named in the shared file; share it first.',
} as const;

/** Promise nobody what they have not read: a signature is made where its terms are shown. */
const signatureRule: KindRule = () => Promise.resolve({ problem: RECORD_REFUSALS.signing });

const RULES: ReadonlyMap<string, KindRule> = new Map([
  [confirmationKind.name, confirmationRule],
  [feedbackKind.name, feedbackRule],
  [kudosKind.name, kudosRule],
  [signatureKind.name, signatureRule],
  [alignmentKind.name, alignmentRule],
]);

export function ruleOf({ name }: Kind): KindRule | undefined {
  return RULES.get(name);
}

/** What adding or editing a record writes, or a sentence that says why it may not be. */
export type RecordPlan =
  | {
      readonly id: string;
      /** Path of a file that is there; undefined: where new records of that scope go. */
      readonly path: string | undefined;
      readonly scope: Scope;
      readonly changes: readonly Change[];
    }
  | Refusal;

/** @param scope where a record goes that stands below no goal; others go to the file of their goal. */
export async function planAdd(
  { kind, values, scope }: { readonly kind: Kind; readonly values: RecordValues; readonly scope: Scope },
  snapshot: Snapshot,
  facts: PlanFacts,
): Promise<RecordPlan> {
  const missing = missingFields(kind, values).map((name) => kind.fields[name]?.label ?? name);
  if (missing.length > 0) return refused(RECORD_REFUSALS.empty, kind, missing);
  const denied = writerRefusal(kind, values, snapshot.me);
  if (denied) return denied;
  const above = kind.below === undefined ? undefined : values[kind.below];
  const goal = typeof above === 'string' ? snapshot.goals.get(above) : undefined;
  const home = { path: goal?.source, scope: goal?.scope ?? scope };
  const outside = namesPersonal(kind, values, home.scope, snapshot);
  if (outside) return outside;
  const ruled = (await ruleOf(kind)?.(values, snapshot, facts)) ?? { values };
  if ('problem' in ruled) return ruled;
  const { id, change } = addRecord(kind, assignedValues(kind, ruled.values, home.scope, snapshot.me), facts.random);
  return { id, ...home, changes: [change] };
}

/** @param values the fields that are to change. */
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
  const found = denied ?? namesPersonal(kind, values, scope, snapshot) ?? belowItself(node, values, snapshot);
  if (found) return found;
  const ruled = editedBy(node, values, snapshot);
  if ('problem' in ruled) return ruled;
  return { id, path: source, scope, changes: [...editRecord(id, before, ruled.values), ...ruled.changes] };
}

/** Returns what the rule of its kind makes of an edit. */
function editedBy(node: RecordNode, values: RecordValues, snapshot: Snapshot): ReturnType<typeof reassignedBy> {
  if (isOf(node, feedbackKind)) return answerFeedback(node, values, snapshot);
  if (isOf(node, alignmentKind)) return answerAlignment(node, values, snapshot);
  return reassignedBy(node, values, snapshot);
}

/** Deleting is an edit like any other. */
export function planDelete(node: RecordNode, snapshot: Snapshot): RecordPlan {
  return planEdit(node, { deleted: true }, snapshot);
}

/** Whether only what others may say of a record is to change. */
function isAnswer(kind: Kind, before: Readonly<Record<string, unknown>>, values: RecordValues): boolean {
  return changedFields(before, values).every((name) => kind.fields[name]?.writer === 'answer');
}

/** Whether it would come to stand where the rule of its kind did not look at it. */
function isMoved(kind: Kind, before: Readonly<Record<string, unknown>>, values: RecordValues): boolean {
  return ruleOf(kind) !== undefined && changedFields(before, values).includes(kind.below ?? '');
}

function refused(problem: string, { label }: Kind, words: readonly string[] = []): Refusal {
  return { problem, about: [{ words: [label] }, { words }] };
}

function writerRefusal(
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
  me: string | undefined,
): Refusal | undefined {
  if (mayWrite(kind, values[kind.author ?? ''], me)) return undefined;
  return refused(me === undefined ? RECORD_REFUSALS.nobody : RECORD_REFUSALS.notYours, kind);
}

/** Only goals name a parent. */
function belowItself(
  { id, values: before }: RecordNode,
  { parent }: RecordValues,
  snapshot: Snapshot,
): Refusal | undefined {
  // One that stands there already is told elsewhere, and hinders no other edit.
  if (typeof parent !== 'string' || !changedFields(before, { parent }).includes('parent')) return undefined;
  if (!closesCircle(snapshot, id, parent)) return undefined;
  const [above, own] = [parent, id].map((each) => oneLine(snapshot.goals.get(each)?.goal.title ?? each, 100));
  return { problem: RECORD_REFUSALS.belowItself, about: [above ?? '', own ?? ''] };
}

/** Nobody else has a personal goal, and its id stays private. */
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
