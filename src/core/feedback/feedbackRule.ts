import { feedbackKind } from '../model/feedback';
import { goalKind } from '../model/goal';
import { fieldText, readPlainText } from '../model/readFieldText';
import { FEEDBACK_REFUSALS } from './answerFeedback';
import type { KindRule } from '../changes/kindRule';
import { readValues } from '../changes/recordActions';
import type { RecordValues } from '../changes/recordActions';
import { isOf } from '../snapshot/recordNode';
import type { Snapshot } from '../snapshot/snapshot';

/** Rule for new feedback: it is open; if it names a field of the goal, it is a suggestion with the full new value. */
export const feedbackRule: KindRule = (values, snapshot) => {
  const said = { ...values, state: undefined, reason: undefined, answeredBy: undefined };
  return Promise.resolve(suggestionOf(said, values, snapshot));
};

function suggestionOf(
  said: RecordValues,
  values: RecordValues,
  { records, calendar }: Snapshot,
): Awaited<ReturnType<KindRule>> {
  const { goal, type, field, value, replyTo } = readValues(feedbackKind, values);
  const answered = replyTo === undefined ? undefined : records.get(replyTo);
  if (replyTo !== undefined && (!isOf(answered, feedbackKind) || answered.goal !== goal)) {
    return { problem: FEEDBACK_REFUSALS.reply };
  }
  if (field === undefined) {
    return value === undefined ? { values: said } : { problem: FEEDBACK_REFUSALS.field };
  }
  if (type !== 'comment' && type !== 'suggestion') {
    return { problem: FEEDBACK_REFUSALS.suggestion };
  }
  const read = readPlainText(goalKind.fields[field], value ?? '', calendar);
  if ('problem' in read) return { problem: read.problem };
  if (read.value === undefined) return { problem: FEEDBACK_REFUSALS.value };
  // A day such as "fri" is the next one after the day of the suggestion.
  return { values: { ...said, type: 'suggestion', value: fieldText(read.value) } };
}
