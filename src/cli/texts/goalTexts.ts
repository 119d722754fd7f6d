import { kindOfGoal } from '../../core/model/kinds';
import type { GoalKind, GoalStatus } from '../../core/model/goal';
import type { FactWords, GoalFact } from '../../core/reports/factText';
import { FACTS_OF, factTexts } from '../../core/reports/goalFacts';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { fillText } from '../../core/text/fillText';
import { shortDate } from '../../core/text/isoDate';
import { oneLine } from '../../core/text/safeText';
import type { Colour } from '../terminal/terminal';

export const MARKS: Readonly<Record<GoalStatus, string>> = {
  open: '[ ]',
  done: '[x]',
  proposed: '[?]',
  paused: '[-]',
  missed: '[!]',
  dropped: '[/]',
};
const ACTIVE_MARK = '[>]';
/** Length at which a fact is cut, in characters; only facts in people's own words are longer. */
const LONGEST = 60;

/** Returns the kind in words, e.g. `key result` for `keyResult`. */
export function goalKindName(kind: GoalKind): string {
  return kindOfGoal(kind).label.toLowerCase();
}

export function markOf({ goal }: GoalNode, { active }: Snapshot): string {
  return goal.id === active && goal.status === 'open' ? ACTIVE_MARK : MARKS[goal.status];
}

export interface Detail {
  readonly text: string;
  readonly colour: Colour;
}

/** Says of which line something could not be read. */
export function staysInTitle(problem: string, title: string): string {
  return `${oneLine(title, 60)}: ${problem} It stays in the title.`;
}

const COLOURS: Partial<Record<GoalFact['type'], Colour>> = {
  progress: 'cyan',
  share: 'cyan',
  measure: 'cyan',
  blocked: 'red',
  waits: 'yellow',
  breach: 'red',
  unmerged: 'green',
  elsewhere: 'green',
};

/** Returns the facts to show after a title, most important first. */
export function detailsOf(node: GoalNode, snapshot: Snapshot): Detail[] {
  return factTexts(FACTS_OF.list, node, snapshot, factWords(snapshot)).map(({ fact, text }) => ({
    text,
    colour: colourOf(fact),
  }));
}

function colourOf(fact: GoalFact): Colour {
  if (fact.type === 'due') return fact.isOverdue ? 'red' : 'yellow';
  if (fact.type === 'outlook') return fact.state === 'offTrack' ? 'red' : 'yellow';
  return COLOURS[fact.type] ?? 'dim';
}

/** Returns the command line's wording of facts, with the signs that `add` takes. */
export function factWords(snapshot: Snapshot): FactWords {
  const day = (iso: string): string => shortDate(iso, snapshot.calendar.today);
  return {
    say: fillText,
    day,
    comingDay: (iso) => `due ${day(iso)}`,
    person: (address) => `@${ownerName(address, snapshot)}`,
    name: (address) => ownerName(address, snapshot),
    kind: goalKindName,
    priority: (priority) => `!p${priority}`,
    clean: (text) => oneLine(text, LONGEST),
  };
}

/** Returns the words for sentences, in which no sign of `add` stands before a person or a day. */
export function plainWords(snapshot: Snapshot): FactWords {
  const words = factWords(snapshot);
  return { ...words, comingDay: words.day, person: (address) => ownerName(address, snapshot) };
}

/** Returns the name that the files know, otherwise the part of the address before the @; `add` takes both. */
export function ownerName(owner: string, { people }: Snapshot): string {
  return oneLine(people.get(owner) ?? owner.replace(/@.*$/, ''), 30);
}
