/** A line of a commit message that names a goal: `Goal: g-4kq7w2m9xd` works on it, `Closes-Goal: g-4kq7w2m9xd` completes it. */
export interface GoalMention {
  readonly id: string;
  readonly closes: boolean;
}

/** Text that every message with a line of ours has, for searching a long history. */
export const GOAL_HINT = 'Goal: g-';
export const REVERT_HINT = 'This reverts commit ';

const GOAL_LINE = /^\s*(Goal|Closes-Goal): (g-[0-9a-hjkmnp-tv-z]{10})\b/;
const BRANCH_GOAL = /(?:^|\/)(g-[0-9a-hjkmnp-tv-z]{10})(?:-|$)/;
/** Texts that the merge messages of branches named after a goal contain. */
export const MERGE_HINTS = ["branch 'g-", '/g-'];

const MERGED_BRANCH = /^Merge (?:(?:remote-tracking )?branch '([^'\n]+)'|pull request #\d+ from (\S+))/;
const CO_AUTHOR_HINT = /co-authored-by:/i;
const CO_AUTHOR_LINE = /^\s*co-authored-by:([^<>]*)<([^<>\s]+)>\s*$/i;
const REVERT_LINE = /^\s*This reverts commit ([0-9a-f]{40}(?:[0-9a-f]{24})?)\b/;

/**
 * Returns the goals that a message names, in the order of their first mention, each once; a goal that is also closed counts as
 * closed. Any line counts, not only git's last block: a squash leaves the trailers of its commits in the middle of the body.
 */
export function goalMentions(message: string): GoalMention[] {
  const closes = new Map<string, boolean>();
  for (const [, key, id = ''] of matchingLines(message, GOAL_HINT, GOAL_LINE)) {
    closes.set(id, closes.get(id) === true || key === 'Closes-Goal');
  }
  return Array.from(closes, ([id, closed]) => ({ id, closes: closed }));
}

/** Returns the full names of the commits that a message says it reverts ("This reverts commit …", as `git revert` writes it). */
export function revertedCommits(message: string): string[] {
  return [...new Set(matchingLines(message, REVERT_HINT, REVERT_LINE).map(([, commit = '']) => commit))];
}

/** Returns the trailer line for a goal, without a line end. */
export function goalLine({ id, closes }: GoalMention): string {
  return `${closes ? 'Closes-Goal' : 'Goal'}: ${id}`;
}

/** Returns the goal that a branch is named after, e.g. `ana/g-4kq7w2m9xd-login`; such letters inside another word do not count. */
export function goalOfBranch(branch: string): string | undefined {
  return BRANCH_GOAL.exec(branch)?.[1];
}

/** Returns the goal that a merged branch was named after, going by the message ("Merge branch '…'", or as hosts write it). */
export function goalOfMerge(message: string): string | undefined {
  const [, local, hosted] = MERGED_BRANCH.exec(message) ?? [];
  return goalOfBranch(local ?? hosted ?? '');
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

/** Returns the matching lines. Looks for the hint first: in a long history most messages and nearly all lines lack it. */
function matchingLines(message: string, hint: string, form: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let at = message.indexOf(hint); at >= 0;) {
    const end = message.indexOf('\n', at);
    const line = message.slice(message.lastIndexOf('\n', at) + 1, end < 0 ? message.length : end);
    const match = form.exec(line);
    if (match) found.push(match);
    at = end < 0 ? end : message.indexOf(hint, end);
  }
  return found;
}
