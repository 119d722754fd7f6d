import { goalKind } from '../model/goal';
import { signatureKind } from '../model/signature';
import type { Snapshot } from '../snapshot/snapshot';
import type { ShownChange } from './changeText';
import { changeText } from './changeText';
import type { FactWords } from './factText';
import type { NewsType } from './goalNews';
import type { TeamNews } from './teamNews';

/** Sentences of the news, in English; keys of the l10n bundle. {0} is who did it, {1} the goal, {2} the kind of record. */
export const NEWS_TEXTS = {
  somebody: 'Somebody',
  team: 'the team',
  title: '"{0}"',
  added: '{0} added {1}',
  done: '{0} finished {1}',
  reopened: '{0} reopened {1}',
  dropped: '{0} dropped {1}',
  changed: '{0} changed {1}',
  deleted: '{0} deleted {1}',
  gone: '{1} is not here any more',
  recordAdded: '{0} added to {1} ({2})',
  recordChanged: '{0} changed something of {1} ({2})',
  recordDeleted: '{0} took something of {1} back ({2})',
  recordGone: 'Something of {1} is not here any more ({2})',
  signature: '{0} signed {1}',
  declined: '{0} declined {1}',
  'check-in': '{0} checked in on {1}',
  reading: '{0} measured {1}',
  blocker: '{0} reported a blocker of {1}',
  feedback: '{0} gave feedback on {1}',
  kudos: '{0} gave thanks for {1}',
  review: '{0} reviewed {1}',
  milestone: '{0} set a milestone of {1}',
  confirmation: '{0} confirmed that {1} is done',
  amendment: '{0} noted a change of {1}',
  support: '{0} offered help with {1}',
  resource: '{0} asked for a resource for {1}',
  assessment: '{0} assessed {1}',
  count: '{0} ({1}/{2})',
  tail: '{0}: {1}',
} as const;

/** Kinds whose new records are told by what their author did. */
const ACTS: ReadonlySet<string> = new Set([
  'signature',
  'check-in',
  'reading',
  'blocker',
  'feedback',
  'kudos',
  'review',
  'milestone',
  'confirmation',
  'amendment',
  'support',
  'resource',
  'assessment',
]);

const OF_RECORDS: Partial<Record<NewsType, keyof typeof NEWS_TEXTS>> = {
  added: 'recordAdded',
  changed: 'recordChanged',
  deleted: 'recordDeleted',
  gone: 'recordGone',
};

/**
 * Returns a line of the news: who did what to which goal, and what else is to say.
 * @param by name or address of whoever did it; null if nobody knows
 */
export function newsText(
  news: TeamNews & { readonly by: string | null },
  snapshot: Snapshot,
  words: FactWords,
): string {
  const { say, clean, person } = words;
  const who = news.by === null ? say(NEWS_TEXTS.somebody) : person(news.by);
  const about = news.about === undefined ? say(NEWS_TEXTS.team) : say(NEWS_TEXTS.title, clean(news.about));
  const sentence = counted(say(NEWS_TEXTS[sentenceOf(news)], who, about, say(news.kind.label)), news, snapshot, say);
  const details = detailsOf(news, snapshot, words);
  return details === '' ? sentence : say(NEWS_TEXTS.tail, sentence, details);
}

function sentenceOf({ kind, type, isDeclined }: TeamNews): keyof typeof NEWS_TEXTS {
  if (kind === goalKind) return type;
  if (type !== 'added') return OF_RECORDS[type] ?? 'recordChanged';
  if (isDeclined) return 'declined';
  return ACTS.has(kind.name) ? (kind.name as keyof typeof NEWS_TEXTS) : 'recordAdded';
}

/** Adds to a signature how many have signed. */
function counted(sentence: string, { kind, goal }: TeamNews, { pacts }: Snapshot, say: FactWords['say']): string {
  const pact = kind === signatureKind && goal !== undefined ? pacts.get(goal) : undefined;
  if (!pact) return sentence;
  const signed = pact.parties.filter(({ state }) => state === 'signed').length;
  return say(NEWS_TEXTS.count, sentence, String(signed), String(pact.parties.length));
}

function detailsOf({ kind, title, changes }: TeamNews, snapshot: Snapshot, words: FactWords): string {
  const told = changes.map((change: ShownChange) => changeText(kind, change, snapshot, words));
  const isLine = kind !== goalKind && title !== kind.label;
  return [...(isLine ? [words.clean(title)] : []), ...told].join(' · ');
}
