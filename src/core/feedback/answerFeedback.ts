import type { Change } from '../document/change';
import { feedbackKind } from '../model/feedback';
import { goalKind } from '../model/goal';
import { readPlainText } from '../model/readFieldText';
import type { FeedbackNode, FeedbackValues } from './feedbackThreads';
import { mayAnswer, mayResolve } from './feedbackThreads';
import { setField } from '../changes/goalActions';
import type { RecordValues } from '../changes/recordActions';
import { changedFields, readValues } from '../changes/recordActions';
import type { Refusal } from '../changes/refusal';
import type { Snapshot } from '../snapshot/snapshot';

const ANSWERS: ReadonlySet<string> = new Set(['state', 'reason', 'answeredBy']);

/** Reasons why a person may not settle or give feedback, in English; keys of the l10n bundle. */
export const FEEDBACK_REFUSALS = {
  unknown: 'Git does not know who you are; set user.email first.',
  own: 'Nobody answers a suggestion of their own.',
  owner: 'Only the owner of the goal answers it.',
  accepted: 'Only a suggestion is accepted.',
  reason: 'Declining needs a reason.',
  settled: 'It was accepted already, and the edit it suggests is made; nothing is answered again.',
  same: 'It was {0} already.',
  elsewhere: 'Its goal stands in another file by now.',
  reply: 'It answers something that is not said of this goal.',
  field: 'A new value needs the field it is for.',
  suggestion: 'Only a suggestion names a field.',
  value: 'Say what the field should say.',
} as const;

/**
 * Completes the values that settle a feedback entry with who answered. If a suggestion is accepted, it also returns the edit of the goal,
 * to be written in the same save.
 * @param values what is to change in the entry.
 */
export function answerFeedback(
  node: FeedbackNode,
  values: RecordValues,
  snapshot: Snapshot,
): { readonly values: RecordValues; readonly changes: readonly Change[] } | Refusal {
  const before = node.values;
  const after = readValues(feedbackKind, { ...before, ...values });
  if (!changedFields(before, values).some((name) => ANSWERS.has(name))) return { values, changes: [] };
  const refused = refusal(node, after, snapshot);
  if (refused !== undefined) return { problem: refused };
  const answered = { ...values, answeredBy: after.state === 'open' ? undefined : snapshot.me };
  const isNew = after.state === 'accepted' && before.state !== 'accepted';
  const edit = isNew ? suggestedEdit(node, after, snapshot) : [];
  return 'problem' in edit ? edit : { values: answered, changes: edit };
}

/** Refuses to settle an entry as it is settled already: whoever says it again has not seen the answer. */
export function settledRefusal(node: FeedbackNode, state: FeedbackValues['state']): Refusal | undefined {
  const before = node.values.state;
  if (before === 'accepted') return { problem: FEEDBACK_REFUSALS.settled };
  return before === state ? { problem: FEEDBACK_REFUSALS.same, about: [{ words: [before] }] } : undefined;
}

function refusal(node: FeedbackNode, after: FeedbackValues, snapshot: Snapshot): string | undefined {
  if (snapshot.me === undefined) return FEEDBACK_REFUSALS.unknown;
  if (node.values.state === 'accepted') return FEEDBACK_REFUSALS.settled;
  const may = after.state === 'resolved' || after.state === 'open' ? mayResolve : mayAnswer;
  if (!may(node, snapshot)) {
    return node.author === snapshot.me ? FEEDBACK_REFUSALS.own : FEEDBACK_REFUSALS.owner;
  }
  if (after.state === 'accepted' && after.type !== 'suggestion') return FEEDBACK_REFUSALS.accepted;
  if (after.state === 'declined' && (after.reason ?? '').trim() === '') {
    return FEEDBACK_REFUSALS.reason;
  }
  return undefined;
}

/** Returns the edit that a suggestion names; none if it names no field, because somebody makes that edit by hand. */
function suggestedEdit(
  node: FeedbackNode,
  { field, value }: FeedbackValues,
  { goals, calendar }: Snapshot,
): readonly Change[] | Refusal {
  const goal = node.goal === undefined ? undefined : goals.get(node.goal);
  if (field === undefined || !goal) return [];
  if (goal.source !== node.source) return { problem: FEEDBACK_REFUSALS.elsewhere };
  const declared = goalKind.fields[field];
  const read = readPlainText(declared, value ?? '', calendar);
  return 'problem' in read ? { problem: read.problem } : [setField(goal.goal.id, field, read.value)];
}
