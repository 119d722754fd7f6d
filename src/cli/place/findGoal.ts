import { isClosed } from '../../core/snapshot/goalStanding';
import type { GoalNode } from '../../core/snapshot/snapshot';
import type { Titled } from '../../core/text/matchTitle';
import { matchTitle, similarTitles } from '../../core/text/matchTitle';
import { oneLine } from '../../core/text/safeText';
import { Failure, NotFound, UsageError } from '../terminal/failure';
import type { StoredGoal, StoredGoals } from './readGoals';

const SHOWN = 5;

/** What a word on the command line may name: titles by id. */
export type Named = ReadonlyMap<string, Titled>;

/** Returns the names of the goals of a snapshot. */
export function goalNames(goals: ReadonlyMap<string, GoalNode>): Named {
  return new Map([...goals].map(([id, node]) => [id, { title: node.goal.title, isClosed: isClosed(node) }]));
}

/**
 * Returns the id that a word stands for: a unique beginning of the id, with or without the letter of its kind and the hyphen, or a
 * unique part of the title.
 * @param letters those of the kinds that it may be of.
 * @param what the kind in words.
 * @throws UsageError if the word could mean several; NotFound if it means none.
 */
export function findId(text: string, records: Named, letters = 'g', what = 'goal'): string {
  return onlyId(text, idsNamed(text, records, letters), records, what);
}

/** Returns the only one of the ids that a word may mean. @throws as `findId`. */
export function onlyId(text: string, ids: readonly string[], records: Named, what: string): string {
  const [id, more] = ids;
  if (id === undefined) throw new NotFound(text, notFound(text, records, what));
  if (more === undefined) return id;
  const names = ids.slice(0, SHOWN).map((each) => nameOf(each, records));
  const rest = ids.length > SHOWN ? ` and ${ids.length - SHOWN} more` : '';
  throw new UsageError(`"${oneLine(text, 40)}" could be ${names.join(', ')}${rest}.`);
}

/** Returns the ids that a word may mean, best first; a word with the letter and the hyphen of an id is never a title. */
export function idsNamed(text: string, records: Named, letters: string): readonly string[] {
  const [, prefix, bare = ''] = new RegExp(`^([${letters}]-)?([0-9a-hjkmnp-tv-z]{1,10})$`, 'i').exec(text) ?? [];
  const begins = prefix === undefined ? Array.from(letters, (letter) => `${letter}-`) : [prefix.toLowerCase()];
  const isMeant = (id: string): boolean => begins.some((each) => id.startsWith(each + bare.toLowerCase()));
  const ids = bare === '' ? [] : [...records.keys()].filter(isMeant);
  if (prefix !== undefined) return ids;
  const choices = [...records].map(([id, titled]) => ({ id, title: titled.title, isClosed: titled.isClosed === true }));
  return [...new Set([...ids, ...matchTitle(text, choices).map(({ id }) => id)])];
}

function notFound(text: string, records: Named, what: string): string {
  const choices = [...records].map(([id, { title }]) => ({ id, title }));
  const similar = similarTitles(text, choices).map(({ id }) => nameOf(id, records));
  const guess = similar.length === 0 ? '' : ` Did you mean ${similar.join(' or ')}?`;
  return `No ${what} has an id that begins with "${oneLine(text, 40)}" or a title with it.${guess}`;
}

function nameOf(id: string, records: Named): string {
  return `${id} (${oneLine(records.get(id)?.title ?? '', 40)})`;
}

/** Finds a goal as `findId` does; if there is none and a file cannot be read, the failure says so. */
export function findGoal(
  text: string,
  { goals, unreadable }: StoredGoals,
  meant: 'open' | 'closed' = 'open',
): StoredGoal {
  try {
    const goal = goals.get(findId(text, meant === 'open' ? goals : inverted(goals)));
    if (goal) return goal;
  } catch (error) {
    const [first] = unreadable;
    if (first !== undefined && error instanceof Failure) throw new Failure(first);
    throw error;
  }
  throw new Failure(`${text} is gone.`);
}

function inverted(goals: Named): Named {
  return new Map([...goals].map(([id, { title, isClosed = false }]) => [id, { title, isClosed: !isClosed }]));
}

/**
 * Returns the goals that the words name, each once. Several words that together are part of a title name that one: nobody who leaves
 * out the quotes means two goals. @param meant which of two goals of one title is rather meant.
 */
export function findGoals(
  words: readonly string[],
  stored: StoredGoals,
  meant: 'open' | 'closed' = 'open',
): StoredGoal[] {
  if (words.length === 0) throw new UsageError('Say which one: ID is missing.');
  const together = words.length > 1 ? idsNamed(words.join(' '), stored.goals, 'g') : [];
  const named = together.length > 0 ? [words.join(' ')] : words;
  const found = named.map((word) => findGoal(word, stored, meant));
  return [...new Map(found.map((goal) => [goal.id, goal])).values()];
}
