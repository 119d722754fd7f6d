import { goalKind } from '../model/goal';
import { kindNamed } from '../model/kinds';
import { recordTitle } from '../okr/relationText';
import type { ActivityEntry } from './goalActivity';
import type { Names } from './changeText';
import { changeText } from './changeText';
import type { FactWords } from './factText';

/** Words for what happened to a goal, in English; keys of the l10n bundle. */
export const ACTIVITY_TEXTS = {
  created: 'added',
  record: '{0}: {1}',
  pending: 'not committed yet',
  partial: 'Some versions of the file are not in this clone; what they changed is missing here.',
} as const;

/** Returns what happened in words, and who did it, as far as history tells. */
export function activityLine(entry: ActivityEntry, names: Names, words: FactWords): string {
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
  const label = say(declared?.label ?? kind);
  const node = names.records.get(entry.record ?? '');
  const record = say(ACTIVITY_TEXTS.record, label, clean(node ? recordTitle(node, names, say) : text));
  return type === 'edited' && declared ? `${record} · ${changeText(declared, change, names, words)}` : record;
}

function doer({ type, author, by, isPending }: ActivityEntry, { say, person, clean }: FactWords): string | undefined {
  if (isPending) return say(ACTIVITY_TEXTS.pending);
  if (type === 'record') return by == null ? undefined : person(by);
  return author == null ? undefined : clean(author);
}
