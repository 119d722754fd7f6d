import { oneLine } from '../../core/text/safeText';
import { Failure, UsageError } from '../terminal/failure';
import type { StoredGoal, StoredGoals } from './readGoals';

const PREFIX = /^[0-9a-hjkmnp-tv-z]{1,10}$/;
const SHOWN = 5;

/**
 * Returns the id that a unique beginning stands for, with or without the letter of its kind and the hyphen.
 * @param what the kind in words.
 * @throws UsageError if the text cannot be an id or several ids match; Failure if there is no such record.
 */
export function findId(
  text: string,
  records: ReadonlyMap<string, { readonly title: string }>,
  letter = 'g',
  what = 'goal',
): string {
  const prefix = text.toLowerCase().replace(new RegExp(`^${letter}-`), '');
  if (!PREFIX.test(prefix)) {
    throw new UsageError(`"${oneLine(text, 40)}" is no id of a ${what}, such as ${letter}-4kq7w2m9xd.`);
  }
  const found = [...records.keys()].filter((id) => id.startsWith(`${letter}-${prefix}`));
  const [id, more] = found;
  if (id === undefined) throw new Failure(`No ${what} has an id that begins with ${letter}-${prefix}.`);
  if (more === undefined) return id;
  const names = found.slice(0, SHOWN).map((each) => `${each} (${oneLine(records.get(each)?.title ?? '', 40)})`);
  const rest = found.length > SHOWN ? ` and ${found.length - SHOWN} more` : '';
  throw new UsageError(`${letter}-${prefix} could be ${names.join(', ')}${rest}.`);
}

/** Finds a goal as `findId` does; if there is none and a file cannot be read, the failure says so. */
export function findGoal(text: string, { goals, unreadable }: StoredGoals): StoredGoal {
  try {
    const goal = goals.get(findId(text, goals));
    if (goal) return goal;
  } catch (error) {
    const [first] = unreadable;
    if (first !== undefined && error instanceof Failure) throw new Failure(first);
    throw error;
  }
  throw new Failure(`${text} is gone.`);
}

/** Returns the goals that the words name, each once. */
export function findGoals(words: readonly string[], stored: StoredGoals): StoredGoal[] {
  if (words.length === 0) throw new UsageError('Say which one: ID is missing.');
  return [...new Map(words.map((word) => findGoal(word, stored)).map((goal) => [goal.id, goal])).values()];
}
