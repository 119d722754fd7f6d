import { goalOfBranch } from './trailers';

/** Texts of which each merge message of a branch named after a goal has one, beside those of trailers. */
export const MERGE_HINTS = ["'g-", '/g-'];

/** How git and hosts word the merge of one branch; the group is the branch that was merged, never the one it went into. */
const WORDINGS: readonly RegExp[] = [
  // git, GitLab
  /^Merge (?:remote-tracking )?branch '([^'\n]+)'/,
  // GitHub: "#12 from owner/branch"; Bitbucket Server: "#12 in PROJECT/repository from branch to main"; Azure: "12 from branch into main"
  /^Merge pull request #?\d+ (?:in \S+ )?from (\S+)/,
  // Gitea, Forgejo
  /^Merge pull request '[^\n]*' \([#!]\d+\) from (\S+) into /,
  // Bitbucket Cloud
  /^Merged in (\S+) \(pull request #\d+\)/,
  /^Merged (\S+) into /,
  // Bitbucket 7 and newer, below the title
  /^Pull request #\d+: [^]*?\n[ \t]*Merge in \S+ from (\S+) to /,
  // Azure, where nobody gave the pull request another title
  /^Merged PR \d+: Merge (\S+) (?:in)?to /,
];
const SEVERAL = /^Merge (?:remote-tracking )?branches ('[^\n]*')/;

/**
 * Returns, for each branch that a merge message names, the goal that the branch is named after; undefined for a branch without one.
 * Empty if the message does not say what was merged.
 */
export function goalsOfMerge(message: string): (string | undefined)[] {
  return mergedBranches(message).map(goalOfBranch);
}

/** Returns the short names of the branches that a message says were merged, in the order of the parents. */
function mergedBranches(message: string): string[] {
  const [, several] = SEVERAL.exec(message) ?? [];
  if (several !== undefined) return Array.from(several.matchAll(/'([^']+)'/g), ([, name = '']) => name);
  for (const wording of WORDINGS) {
    const [, name] = wording.exec(message) ?? [];
    // Hosts put the fork before a colon, which no name of a branch has.
    if (name !== undefined) return [name.slice(name.lastIndexOf(':') + 1)];
  }
  return [];
}
