import type { GoalKind } from '../model/goal';
import { addDays, weekdayFromMonday } from '../text/isoDate';
import { hasVerb, wordsIn } from '../text/titleVerbs';
import { isClosed } from '../snapshot/goalStanding';
import { cycleOf, readCycle } from '../snapshot/cycles';
import type { Say } from '../text/fillText';
import { fromAbove } from '../snapshot/fromAbove';
import type { GoalNode, Scope, Snapshot } from '../snapshot/snapshot';

/** Reasons why a goal is ambiguous or unrealistic, in English; keys of the l10n bundle. */
export const HINT_TEXTS = {
  verb: 'the title does not say what is to happen',
  vague: 'a vague word without a figure: how can one tell that it is reached?',
  measure: 'no measure',
  due: 'no due day',
  past: 'the due day is past',
  size: 'large: split it',
  owner: 'no owner',
  load: 'its owner has more than {0} goals due in that week',
} as const;
export type SmartHint = keyof typeof HINT_TEXTS;

/** A goal as it is, or as it is being written. */
export interface HintedGoal {
  /** Undefined while it is being written. */
  readonly id: string | undefined;
  readonly title: string;
  readonly kind: GoalKind;
  readonly scope: Scope;
  /** ISO day. */
  readonly due: string | undefined;
  readonly owner: string | undefined;
  /** True if a measure, a target or key results say when it is reached. */
  readonly isMeasured: boolean;
  /** True if a cycle or a goal above says until when. */
  readonly isBounded: boolean;
  /** Number of goals directly below it. */
  readonly children: number;
}

const LONG_TITLE = 80;
const MANY_CHILDREN = 12;
/** Number of words up to which a title needs a verb; a longer one explains itself, whatever its language. */
const SHORT_TITLE = 5;
const MANY_DUE = 7;
const VAGUE = `better improve optimise optimize faster some several various stuff things etc asap soon properly somehow misc
besser verbessern optimieren schneller einige diverse diverses manche sachen dinge usw zeitnah irgendwie baldmöglichst`;

/**
 * Returns hints on what a team goal could say more clearly. They are offline and cheap, and never a gate. Personal goals get none,
 * since they are their person's own business. Small goals are asked for little, and a pact says itself which of its terms are missing.
 */
export function smartHints(wish: HintedGoal, snapshot: Snapshot): readonly SmartHint[] {
  const { title, kind, scope, due, owner, isMeasured, isBounded, children } = wish;
  if (scope === 'personal') return [];
  const isSmall = kind === 'micro' || kind === 'commitment';
  const isPact = kind === 'pact';
  const hints: readonly (readonly [SmartHint, boolean])[] = [
    ['verb', isSmall && isShortTitle(title) && !hasVerb(title)],
    ['vague', !isMeasured && isVague(title)],
    ['measure', kind === 'keyResult' && !isMeasured],
    ['due', !isPact && due === undefined && !isBounded],
    ['past', due !== undefined && due < snapshot.calendar.today],
    ['size', title.length > LONG_TITLE || children > MANY_CHILDREN],
    ['owner', !isPact && owner === undefined],
    ['load', isOverloaded(wish, snapshot)],
  ];
  return hints.flatMap(([hint, applies]) => (applies ? [hint] : []));
}

/** Returns the hints on an existing goal; none if it is closed. */
export function hintsOf(node: GoalNode, snapshot: Snapshot): readonly SmartHint[] {
  return isClosed(node) ? [] : smartHints(hintedGoal(node, snapshot), snapshot);
}

export function hintedGoal(node: GoalNode, snapshot: Snapshot): HintedGoal & { readonly parent: string | undefined } {
  const { goal, scope, measure, children, parent } = node;
  const { id, title, kind, due, owner, more } = goal;
  const hasResults = children.some((each) => snapshot.goals.get(each)?.goal.kind === 'keyResult');
  const isMeasured = measure !== undefined || more.measure !== undefined || more.target !== undefined || hasResults;
  const about = { isMeasured, isBounded: isBoundedBy(id, snapshot), children: children.length };
  return { id, title, kind, scope, due, owner, parent, ...about };
}

/** Tells whether the cycle that a goal names, or the goal it will be below, says until when. @param id undefined for a new goal. */
export function isBoundedBelow(id: string | undefined, parent: string | undefined, snapshot: Snapshot): boolean {
  const cycle = snapshot.records.get(snapshot.goals.get(id ?? '')?.goal.more.cycle ?? '');
  return readCycle(cycle) !== undefined || isBoundedBy(parent, snapshot);
}

/** Tells whether that goal, one above it or their cycle says until when. */
function isBoundedBy(id: string | undefined, snapshot: Snapshot): boolean {
  return isBounded(snapshot.goals.get(id ?? ''), snapshot) === true;
}

const isBounded = fromAbove<boolean>(
  (node, above = false, snapshot) => above || node.goal.due !== undefined || cycleOf(node, snapshot) !== undefined,
);

/** Returns the text of a hint in the language of its reader. */
export function hintText(hint: SmartHint, say: Say): string {
  return say(HINT_TEXTS[hint], String(MANY_DUE));
}

/** Tells whether a title is short and in Latin script; verbs of other scripts are not known. */
function isShortTitle(title: string): boolean {
  const words = title.split(/\s+/);
  return words.length <= SHORT_TITLE && /^[\p{Script=Latin}\P{L}]*$/u.test(title);
}

/** Tells whether a title has a vague word and no figure that makes it clear. */
function isVague(title: string): boolean {
  const vague = wordsIn(VAGUE);
  return !/\p{N}/u.test(title) && (title.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => vague.has(word));
}

/** Tells whether the owner has more due in the week of that day than anybody gets done. */
function isOverloaded({ id, due, owner }: HintedGoal, snapshot: Snapshot): boolean {
  const week = weekOf(due);
  if (week === undefined || owner === undefined) return false;
  const load = loadsOf(snapshot).get(`${owner} ${week}`);
  if (!load) return false;
  const others = id !== undefined && load.has(id) ? load.size - 1 : load.size;
  return others >= MANY_DUE;
}

type Loads = ReadonlyMap<string, ReadonlySet<string>>;
/** Loads by snapshot, kept because hints may be asked for all goals in turn. */
const LOADS = new WeakMap<Snapshot, Loads>();

/** Returns the ids of the open goals by owner and week. */
function loadsOf(snapshot: Snapshot): Loads {
  const known = LOADS.get(snapshot);
  if (known) return known;
  const loads = new Map<string, Set<string>>();
  for (const node of snapshot.goals.values()) {
    const { id, owner, due } = node.goal;
    const week = owner === undefined || isClosed(node) ? undefined : weekOf(due);
    if (week === undefined) continue;
    const key = `${owner} ${week}`;
    const ids = loads.get(key);
    if (ids) ids.add(id);
    else loads.set(key, new Set([id]));
  }
  LOADS.set(snapshot, loads);
  return loads;
}

/** Returns the Monday of the week of an ISO day. */
function weekOf(due: string | undefined): string | undefined {
  return due === undefined ? undefined : addDays(due, -weekdayFromMonday(due));
}
