/** A line of a commit message that names a goal: `Goal: g-4kq7w2m9xd` works on it, `Closes-Goal: g-4kq7w2m9xd` completes it. */
export interface GoalMention {
  readonly id: string;
  readonly closes: boolean;
}

/** Trailer of ours as it stands in a message: its place, from its indentation to the end of its last line, and what it names. */
export interface GoalTrailer {
  readonly from: number;
  readonly to: number;
  readonly indent: string;
  readonly closes: boolean;
  readonly ids: readonly string[];
  /** What follows the ids, such as "(half of it)". */
  readonly rest: string;
}

/** Texts of which every message with a line of ours has one, for searching a long history: what may stand before an id. */
export const GOAL_HINTS = [' g-', '\tg-', ':g-'];

const KEY = '(closes-)?goal[^\\S\\n]*:';
// git folds a value: what is indented below its key goes on with it.
const FOLDED = `[^\\n]*(?:\\n\\1[^\\S\\n]+(?!${KEY.replace('(', '(?:')})\\S[^\\n]*)*`;
const GOAL_TRAILER = new RegExp(`^([^\\S\\n]*)${KEY}(${FOLDED})`, 'gim');
const IDS = /^[\s,;]*(g-[0-9a-hjkmnp-tv-z]{10}\b(?:[\s,;]+g-[0-9a-hjkmnp-tv-z]{10}\b)*)/;
const BRANCH_GOAL = /(?:^|\/)(g-[0-9a-hjkmnp-tv-z]{10})(?:-|$)/;
const CO_AUTHOR_HINT = /co-authored-by:/i;
const CO_AUTHOR_LINE = /^\s*co-authored-by:([^<>]*)<([^<>\s]+)>\s*$/i;

/**
 * Returns the trailers of ours as git reads trailers: the key in any case, blanks around its colon or none, a value that goes on in
 * indented lines. A trailer may name several goals. Any line counts, not only git's last block: a squash leaves the trailers of its
 * commits in the middle of the body.
 */
export function goalTrailers(message: string): GoalTrailer[] {
  // In a long history most messages name no goal.
  if (!message.includes('g-')) return [];
  return Array.from(message.matchAll(GOAL_TRAILER)).flatMap((match) => {
    const { 0: text, 1: indent = '', 2: closes, 3: value = '', index } = match;
    const [all, named] = IDS.exec(value) ?? [];
    if (all === undefined || named === undefined) return [];
    const place = { from: index, to: index + text.length };
    return [
      { ...place, indent, closes: closes !== undefined, ids: named.split(/[\s,;]+/), rest: value.slice(all.length) },
    ];
  });
}

/** Returns the goals that a message names, in the order of their first mention, each once; a goal that is also closed counts as closed. */
export function goalMentions(message: string): GoalMention[] {
  const found = new Map<string, boolean>();
  for (const { ids, closes } of goalTrailers(message)) {
    for (const id of ids) found.set(id, found.get(id) === true || closes);
  }
  return Array.from(found, ([id, closes]) => ({ id, closes }));
}

/** Returns the trailer line for a goal, without a line end. */
export function goalLine({ id, closes }: GoalMention): string {
  return `${closes ? 'Closes-Goal' : 'Goal'}: ${id}`;
}

/** Returns the goal that a branch is named after, e.g. `ana/g-4kq7w2m9xd-login`; such letters inside another word do not count. */
export function goalOfBranch(branch: string): string | undefined {
  return BRANCH_GOAL.exec(branch)?.[1];
}

/** Returns the people that a message names beside its author ("Co-authored-by: Bo <bo@example.com>"), e-mail lower-case, each once. */
export function coAuthors(message: string): { readonly name: string; readonly email: string }[] {
  const found = new Map<string, string>();
  if (!CO_AUTHOR_HINT.test(message)) return [];
  for (const line of message.split('\n')) {
    const [, name, email] = CO_AUTHOR_LINE.exec(line) ?? [];
    if (name !== undefined && email !== undefined) found.set(email.toLowerCase(), name.trim());
  }
  return Array.from(found, ([email, name]) => ({ name, email }));
}
