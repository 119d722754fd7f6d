import { cycleKind } from '../model/cycle';
import { feedbackKind } from '../model/feedback';
import { goalKind } from '../model/goal';
import { personOf } from '../model/onePerson';
import { relationKind } from '../model/relation';
import { recordTitle } from '../okr/relationText';
import { isOf } from '../snapshot/recordNode';
import type { Snapshot } from '../snapshot/snapshot';
import type { ShownChange } from './changeText';
import { changeText } from './changeText';
import type { FactWords } from './factText';
import type { NewsType } from './goalNews';
import { signatureSentence } from './signatureNews';
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
  tookOver: '{0} took {1} over from you',
  gaveAway: '{0} gave {1}, which was yours, to {2}',
  below: '{0} put {1} below your {2}',
  relation: '{0} related {1}',
  agreed: '{0} accepted {1}',
  proposed: '{0} proposed {1}',
  kept: '{0} closed {1} as kept',
  missed: '{0} closed {1} as missed',
  reply: '{0} answered feedback on {1}',
  feedbackAccepted: '{0} accepted feedback on {1}',
  feedbackDeclined: '{0} declined feedback on {1}',
  feedbackResolved: '{0} settled feedback on {1}',
  feedbackOpened: '{0} opened feedback on {1} again',
  relationAccepted: '{0} agreed to {1}',
  resourceGranted: '{0} granted a resource for {1}',
  resourceDeclined: '{0} declined a resource for {1}',
  blockerCleared: '{0} cleared a blocker of {1}',
  milestoneReached: '{0} reached a milestone of {1}',
  cycleClosed: '{0} closed the cycle {1}',
  cycleOpened: '{0} opened the cycle {1} again',
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
  'relation',
]);

const OF_RECORDS: Partial<Record<NewsType, keyof typeof NEWS_TEXTS>> = {
  added: 'recordAdded',
  changed: 'recordChanged',
  deleted: 'recordDeleted',
  gone: 'recordGone',
};

export type KnownNews = TeamNews & { readonly by: string | null; readonly address: string | undefined };

/** A sentence, its third word if that is not the kind of record, and the fields of which it tells. */
interface Told {
  readonly text: keyof typeof NEWS_TEXTS;
  readonly third?: string;
  readonly covers: readonly string[];
}

/** Returns what others did to what is of this person: a goal that they took over, or one that they put below an objective. */
function ofMine(news: KnownNews, snapshot: Snapshot, words: FactWords): Told | undefined {
  const { me } = snapshot;
  const person = (value: unknown): string | undefined =>
    typeof value === 'string' ? personOf(value, snapshot.aliases) : undefined;
  const doer = person(news.address);
  if (me === undefined || doer === me || (news.type !== 'changed' && news.type !== 'added')) return undefined;
  const owner = news.kind === goalKind ? news.changes.find(({ field }) => field === 'owner') : undefined;
  const next = person(owner?.value);
  if (next !== undefined && person(owner?.before) === me)
    return next === doer
      ? { text: 'tookOver', covers: ['owner'] }
      : { text: 'gaveAway', third: words.person(next), covers: ['owner'] };
  const above = snapshot.goals.get(news.below ?? '')?.goal;
  if (above?.owner !== me) return undefined;
  return { text: 'below', third: words.say(NEWS_TEXTS.title, words.clean(above.title)), covers: ['parent'] };
}

function toldOf(news: KnownNews, snapshot: Snapshot, words: FactWords): Told {
  // Whose goal it became matters more than that it was taken on with it.
  const isOpen = news.act === undefined || news.act === 'agreed';
  return (isOpen ? ofMine(news, snapshot, words) : undefined) ?? { text: sentenceOf(news, snapshot), covers: [] };
}

/**
 * Returns a line of the news: who did what to which goal, and what else is to say.
 * @param by name or address of whoever did it; null if nobody knows
 */
export function newsText(news: KnownNews, snapshot: Snapshot, words: FactWords): string {
  const { say, clean, person } = words;
  const nameOf = (address: string | null): string => (address ? person(address) : say(NEWS_TEXTS.somebody));
  const title = titleOf(news, snapshot);
  const about = title === undefined ? say(NEWS_TEXTS.team) : say(NEWS_TEXTS.title, clean(title));
  const { text, third = say(news.kind.label), covers } = toldOf(news, snapshot, words);
  const plain = (who: string): string => say(NEWS_TEXTS[text], who, about, third);
  const sentence = signatureSentence(news, snapshot, { say, about, nameOf, plain }) ?? plain(nameOf(news.by));
  const details = detailsOf(news, covers, snapshot, words);
  return details === '' ? sentence : say(NEWS_TEXTS.tail, sentence, details);
}

/** Returns the title that the sentence names: of the goal, or of the cycle that was closed. */
function titleOf({ id, about, kind, act }: TeamNews, { records }: Snapshot): string | undefined {
  const node = records.get(id);
  return kind === cycleKind && act !== undefined && isOf(node, cycleKind) ? node.values.title : about;
}

function sentenceOf({ id, kind, type, act }: TeamNews, { records }: Snapshot): keyof typeof NEWS_TEXTS {
  if (act !== undefined) return act;
  if (kind === goalKind) return type;
  if (type !== 'added') return OF_RECORDS[type] ?? 'recordChanged';
  const node = records.get(id);
  if (isOf(node, feedbackKind) && node.values.replyTo !== undefined) return 'reply';
  return ACTS.has(kind.name) ? (kind.name as keyof typeof NEWS_TEXTS) : 'recordAdded';
}

function detailsOf(
  { id, kind, title, changes, act, note }: TeamNews,
  covers: readonly string[],
  snapshot: Snapshot,
  words: FactWords,
): string {
  const others = changes.filter(({ field }) => !covers.includes(field));
  const told = others.map((change: ShownChange) => changeText(kind, change, snapshot, words));
  const isLine = kind !== goalKind && title !== kind.label && !(kind === cycleKind && act !== undefined);
  const node = kind === relationKind ? snapshot.records.get(id) : undefined;
  const line = node ? recordTitle(node, snapshot, words.say) : title;
  return [...(isLine ? [line] : []), ...(note === undefined ? [] : [note])].map(words.clean).concat(told).join(' · ');
}
