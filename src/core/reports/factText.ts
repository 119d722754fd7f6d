import type { GoalKind, GoalStatus } from '../model/goal';
import type { Measure } from '../model/metric';
import type { Say } from '../text/fillText';
import type { Elsewhere } from '../snapshot/goalsOnBranches';
import type { KpiBreach } from '../okr/kpis';
import { breachText, measureText, outlookWord } from '../okr/okrTexts';
import type { OutlookState } from '../okr/outlook';
import { awaitedParties, decliningParties } from '../pacts/pactWaiting';
import type { Pact } from '../snapshot/pactView';

/** One fact about a goal besides its title, as plain data. `factText` puts it into words; each face selects and orders facts. */
export type GoalFact =
  /** Goals below it that are done, out of all that count. */
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  /** Share that a measure or key results say, in percent; such a goal is not counted. */
  | { readonly type: 'share'; readonly percent: number }
  /** A KPI that guards the goal is out of its bounds. */
  | { readonly type: 'breach'; readonly breach: KpiBreach }
  | { readonly type: 'measure'; readonly measure: Measure }
  /** Number of whole days for which the goal has been blocked. */
  | { readonly type: 'blocked'; readonly days: number }
  /** Other goals that it depends on and that are not done. */
  | { readonly type: 'waits'; readonly titles: readonly string[] }
  | { readonly type: 'outlook'; readonly state: OutlookState }
  | { readonly type: 'pact'; readonly pact: Pact; readonly isContradicted: boolean }
  | { readonly type: 'status'; readonly status: GoalStatus }
  /** ISO day. */
  | { readonly type: 'due'; readonly day: string; readonly isOverdue: boolean }
  | { readonly type: 'kind'; readonly kind: GoalKind }
  | { readonly type: 'owner'; readonly person: string }
  | { readonly type: 'priority'; readonly priority: number }
  /** The goal is done here but on no branch that finished work goes to. */
  | { readonly type: 'unmerged' }
  | { readonly type: 'elsewhere'; readonly place: Elsewhere }
  | { readonly type: 'evidence'; readonly state: 'claimed' | 'verified' }
  | { readonly type: 'tags'; readonly tags: readonly string[] }
  | { readonly type: 'commits'; readonly count: number };

/** Words for the facts about a goal, in English; keys of the l10n bundle. */
export const FACT_TEXTS = {
  blockedToday: 'blocked since today',
  blockedDay: 'blocked 1 day',
  blockedDays: 'blocked {0} days',
  overdue: 'overdue: {0}',
  unmerged: 'not merged',
  mergedTo: 'merged to {0}',
  doneOn: 'done on {0}',
  inFlightOn: 'in flight on {0}',
  by: '{0} by {1}',
  claimed: 'claimed',
  verified: 'verified',
  commit: '1 commit',
  commits: '{0} commits',
  draft: 'draft',
  inForce: 'in force',
  newTermsWait: 'new terms wait for {0}',
  waitsFor: 'waits for {0}',
  quoted: '"{0}"',
  signedOf: 'signed {0} of {1}',
  lapsed: 'lapsed',
  declinedBy: 'declined by {0}',
  renegotiate: 'renegotiate',
  contradicted: 'contradicted',
  open: 'open',
  proposed: 'proposed',
  paused: 'paused',
  done: 'done',
  kept: 'kept',
  missed: 'missed',
  dropped: 'dropped',
} as const;

/** Formatters that each face provides in its own way. */
export interface FactWords {
  readonly say: Say;
  /** Formats an ISO day. */
  readonly day: (day: string) => string;
  /** Formats the day by which something is due. */
  readonly comingDay: (day: string) => string;
  readonly person: (address: string) => string;
  /** Returns the name alone, for a sentence. */
  readonly name: (address: string) => string;
  readonly kind: (kind: GoalKind) => string;
  /** Formats a priority; 1 is the most urgent. */
  readonly priority: (priority: number) => string;
  /** Makes text that people wrote safe to show. */
  readonly clean: (text: string) => string;
}

function shareText(fact: GoalFact & { readonly type: 'progress' | 'share' }): string {
  return fact.type === 'share' ? `${fact.percent} %` : `${fact.done}/${fact.total}`;
}

/** Returns the words for a fact. */
export function factText(fact: GoalFact, words: FactWords): string {
  const { say, clean } = words;
  switch (fact.type) {
    case 'progress':
    case 'share':
      return shareText(fact);
    case 'breach':
      return clean(breachText(fact.breach, say));
    case 'measure':
      return clean(measureText(fact.measure, say));
    case 'blocked':
      return blockedText(fact.days, say);
    case 'waits':
      return waitsText(fact.titles.map(clean), say);
    case 'outlook':
      return outlookWord(fact.state, say);
    case 'pact':
      return pactFactText(fact, words);
    case 'status':
      return say(FACT_TEXTS[fact.status]);
    case 'due':
      return fact.isOverdue ? say(FACT_TEXTS.overdue, words.day(fact.day)) : words.comingDay(fact.day);
    case 'kind':
      return words.kind(fact.kind);
    case 'owner':
      return words.person(fact.person);
    case 'priority':
      return words.priority(fact.priority);
    case 'unmerged':
      return say(FACT_TEXTS.unmerged);
    case 'elsewhere':
      return elsewhereText(fact.place, words);
    case 'evidence':
      return say(FACT_TEXTS[fact.state]);
    case 'tags':
      return clean(fact.tags.map((tag) => `#${tag}`).join(' '));
    case 'commits':
      return fact.count === 1 ? say(FACT_TEXTS.commit) : say(FACT_TEXTS.commits, String(fact.count));
  }
}

function pactFactText({ pact, isContradicted }: GoalFact & { readonly type: 'pact' }, words: FactWords): string {
  const contradicted = isContradicted ? [words.say(FACT_TEXTS.contradicted)] : [];
  return [...pactTexts(pact, words), ...contradicted].join(' · ');
}

/** Returns e.g. `blocked 5 days`. @param days whole ones. */
export function blockedText(days: number, say: Say): string {
  if (days === 0) return say(FACT_TEXTS.blockedToday);
  return days === 1 ? say(FACT_TEXTS.blockedDay) : say(FACT_TEXTS.blockedDays, String(days));
}

/** Returns e.g. `waits for "Ship", "Test"`; beyond a few titles, the rest is a number. */
export function waitsText(titles: readonly string[], say: Say): string {
  const named = titles.slice(0, MOST_NAMES).map((title) => say(FACT_TEXTS.quoted, title));
  const rest = titles.length > MOST_NAMES ? [`+${titles.length - MOST_NAMES}`] : [];
  return say(FACT_TEXTS.waitsFor, [...named, ...rest].join(', '));
}

/** Describes how another branch is ahead, e.g. `done on feat/x by Bo`. */
export function elsewhereText(place: Elsewhere, words: Pick<FactWords, 'say' | 'clean'>): string {
  const { done, isIntegration } = place;
  const what = !done ? FACT_TEXTS.inFlightOn : isIntegration ? FACT_TEXTS.mergedTo : FACT_TEXTS.doneOn;
  return words.say(what, aheadText(place, words));
}

/** Returns a branch, and the people who worked there if they are known. */
export function aheadText(
  { branch, by }: Pick<Elsewhere, 'branch' | 'by'>,
  { say, clean }: Pick<FactWords, 'say' | 'clean'>,
): string {
  return by.length === 0 ? clean(branch) : say(FACT_TEXTS.by, clean(branch), clean(by.join(', ')));
}

/** Most names after a title; the rest is a number. */
const MOST_NAMES = 3;

/** Returns the state of a pact in words, with who is missing for what is to be signed, then what needs attention. */
export function pactTexts(pact: Pact, { say, name }: Pick<FactWords, 'say' | 'name'>): string[] {
  const { state, parties, isDoubted } = pact;
  const signed = parties.filter((party) => party.state === 'signed').length;
  const count = say(FACT_TEXTS.signedOf, String(signed), String(parties.length));
  const listed = (text: string, people: readonly string[]): string[] => {
    if (people.length === 0) return [];
    const names = people.slice(0, MOST_NAMES).map(name);
    return [
      say(text, [...names, ...(people.length > MOST_NAMES ? [`+${people.length - MOST_NAMES}`] : [])].join(', ')),
    ];
  };
  const awaited = awaitedParties(pact);
  const words: Record<Pact['state'], string[]> = {
    draft: [say(FACT_TEXTS.draft)],
    proposed: [say(FACT_TEXTS.proposed), count, ...listed(FACT_TEXTS.waitsFor, awaited)],
    active: [say(FACT_TEXTS.inForce)],
    amended: [say(FACT_TEXTS.inForce), ...listed(FACT_TEXTS.newTermsWait, awaited)],
    lapsed: [say(FACT_TEXTS.lapsed), count, ...listed(FACT_TEXTS.waitsFor, awaited)],
    kept: [say(FACT_TEXTS.kept)],
    missed: [say(FACT_TEXTS.missed)],
    dropped: [say(FACT_TEXTS.dropped)],
    paused: [say(FACT_TEXTS.paused)],
  };
  return [
    ...words[state],
    ...listed(FACT_TEXTS.declinedBy, decliningParties(pact)),
    ...(isDoubted ? [say(FACT_TEXTS.renegotiate)] : []),
  ];
}
