/** The lines of a commit message that name goals: `Goal: g-4kq7w2m9xd` works on it, `Closes-Goal: g-4kq7w2m9xd` completes it. */
export interface GoalMention {
  readonly id: string;
  readonly closes: boolean;
}

/** What every message with a line of ours holds: what a long history can be searched for. */
export const GOAL_HINT = 'Goal: g-';
export const REVERT_HINT = 'This reverts commit ';

const GOAL_LINE = /^\s*(Goal|Closes-Goal): (g-[0-9a-hjkmnp-tv-z]{10})\b/;
const BRANCH_GOAL = /(?:^|\/)(g-[0-9a-hjkmnp-tv-z]{10})(?:-|$)/;
const REVERT_LINE = /^\s*This reverts commit ([0-9a-f]{40}(?:[0-9a-f]{24})?)\b/;

/**
 * The goals a message names, in the order of their first mention, each once; a goal that is also closed counts as closed.
 * Any line counts, not only git's last block: a squash leaves the trailers of its commits in the middle of the body.
 */
export function goalMentions(message: string): GoalMention[] {
  const closes = new Map<string, boolean>();
  for (const [, key, id = ''] of matchingLines(message, GOAL_HINT, GOAL_LINE)) {
    closes.set(id, closes.get(id) === true || key === 'Closes-Goal');
  }
  return Array.from(closes, ([id, closed]) => ({ id, closes: closed }));
}

/** Full names of the commits that a message says it reverts ("This reverts commit …", as `git revert` writes it). */
export function revertedCommits(message: string): string[] {
  return [...new Set(matchingLines(message, REVERT_HINT, REVERT_LINE).map(([, commit = '']) => commit))];
}

/** The trailer line for a goal, without a line end. */
export function goalLine({ id, closes }: GoalMention): string {
  return `${closes ? 'Closes-Goal' : 'Goal'}: ${id}`;
}

/** The goal that a branch is named after, e.g. `ana/g-4kq7w2m9xd-login`; a name that only contains such letters is none. */
export function goalOfBranch(branch: string): string | undefined {
  return BRANCH_GOAL.exec(branch)?.[1];
}

function matchingLines(message: string, hint: string, form: RegExp): RegExpExecArray[] {
  // Nearly every message of a long history names nothing: one search spares it the split.
  if (!message.includes(hint)) return [];
  return message
    .split('\n')
    .map((line) => form.exec(line))
    .filter((match) => match !== null);
}
