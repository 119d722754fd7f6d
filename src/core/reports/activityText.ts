import { goalKind } from '../model/goal';
import { kindNamed } from '../model/kinds';
import { noteAndConfidence } from '../model/saidOfGoal';
import { signatureKind } from '../model/signature';
import { recordTitle } from '../okr/relationText';
import { isOf } from '../snapshot/recordNode';
import type { Snapshot } from '../snapshot/snapshot';
import { isByProxy, isCounted, standingOf } from '../snapshot/signatureStanding';
import type { ActivityEntry } from './goalActivity';
import type { Names } from './changeText';
import { changeText } from './changeText';
import type { FactWords } from './factText';

/** Words for what happened to a goal, in English; keys of the l10n bundle. */
export const ACTIVITY_TEXTS = {
  created: 'added',
  record: '{0}: {1}',
  /** {0} is who signed or refused to, {1} for whom. */
  signed: '{0} signed',
  signedFor: '{0} signed for {1}',
  refused: '{0} declined to sign',
  uncounted: '{0} (does not count)',
  pending: 'not committed yet',
  partial: 'Some versions of the file are not in this clone; what they changed is missing here.',
} as const;

/** What names people, goals and records, and says which signatures count. */
type SigningNames = Names & Pick<Snapshot, 'provenance'>;

/** Returns what happened in words, and who did it, as far as history tells. */
export function activityLine(entry: ActivityEntry, names: SigningNames, words: FactWords): string {
  const answer = signingOf(entry, names, words);
  if (answer !== undefined) return answer;
  const who = doer(entry, words);
  const what = happened(entry, names, words);
  return who === undefined ? what : `${what} · ${who}`;
}

function happened(entry: ActivityEntry, names: Names, words: FactWords): string {
  const { type, field = '', before, value, subject = '', kind = '', text = '' } = entry;
  const { say, clean } = words;
  if (type === 'created') return say(ACTIVITY_TEXTS.created);
  if (type === 'commit') return clean(subject);
  const change = { field, ...(before === undefined ? {} : { before }), ...(value === undefined ? {} : { value }) };
  if (type === 'changed') return changeText(goalKind, change, names, words);
  const declared = kindNamed(kind);
  const name = declared?.label ?? kind;
  const node = names.records.get(entry.record ?? '');
  const line = node ? recordTitle(node, names, say) : text;
  // A record that says nothing is named by its kind alone.
  const record = line === name ? say(name) : say(ACTIVITY_TEXTS.record, say(name), clean(line));
  return type === 'edited' && declared ? `${record} · ${changeText(declared, change, names, words)}` : record;
}

/** Returns what a signature says, with who gave it; undefined for anything else. */
function signingOf(
  { type, record = '', by }: ActivityEntry,
  names: SigningNames,
  words: FactWords,
): string | undefined {
  const node = names.records.get(record);
  if (type !== 'record' || by == null || !isOf(node, signatureKind)) return undefined;
  const { say, person, clean } = words;
  const { declines, for: party = by } = node.values;
  const text = declines ? ACTIVITY_TEXTS.refused : isByProxy(node) ? ACTIVITY_TEXTS.signedFor : ACTIVITY_TEXTS.signed;
  const answer = say(text, person(by), person(party));
  const sentence = isCounted(standingOf(record, names)) ? answer : say(ACTIVITY_TEXTS.uncounted, answer);
  const said = noteAndConfidence(node.values);
  return said === '' ? sentence : say(ACTIVITY_TEXTS.record, sentence, clean(said));
}

function doer({ type, author, by, isPending }: ActivityEntry, { say, person, clean }: FactWords): string | undefined {
  if (isPending) return say(ACTIVITY_TEXTS.pending);
  if (type === 'record' && by != null) return person(by);
  return author == null ? undefined : clean(author);
}
