/** Text that every message with a revert has, for searching a long history. */
export const REVERT_HINT = 'everts';

const REVERT = /^[ \t]*(?:This\s+)?reverts\s+commits?:?\s+(?:[-*][ \t]+)?(?=[0-9a-f]{4})/gim;
/** What `git revert --reference` writes after a short name: " (subject, 2026-01-31)". */
const REFERENCE = String.raw`(?: \([^\n]*?, \d{4}-\d\d-\d\d\))?`;
const COMMIT = new RegExp(`([0-9a-f]{4,64})\\b${REFERENCE}`, 'iy');
const NEXT = /\s*(?:,\s*and\b|,|;|&|and\b|\n[ \t]*[-*])\s*(?=[0-9a-f]{4})/iy;
const MERGE = new RegExp(
  `^[ \\t]*This reverts commit\\s+([0-9a-f]{4,64})\\b${REFERENCE}, reversing\\s+changes made to ([0-9a-f]{4,64})\\b`,
  'im',
);

/** Revert of a merge, by the names that its message uses. */
export interface MergeRevert {
  readonly merge: string;
  /** Commit that the merge was merged onto. */
  readonly onto: string;
}

/**
 * Returns the commits that a message says it reverts ("This reverts commit …", as `git revert` writes it, or several of them), by the
 * names it uses, each once: names may be short.
 */
export function revertedCommits(message: string): string[] {
  if (!message.includes(REVERT_HINT)) return [];
  const found = new Set<string>();
  for (const { 0: text, index } of message.matchAll(REVERT)) {
    for (let at: number | undefined = index + text.length; at !== undefined;) {
      COMMIT.lastIndex = at;
      const name = COMMIT.exec(message)?.[1];
      if (name === undefined) break;
      found.add(name.toLowerCase());
      NEXT.lastIndex = COMMIT.lastIndex;
      at = NEXT.test(message) ? NEXT.lastIndex : undefined;
    }
  }
  return [...found];
}

/** Returns the merge that a message says it reverts, as `git revert -m` writes it. */
export function revertedMerge(message: string): MergeRevert | undefined {
  if (!message.includes(REVERT_HINT)) return undefined;
  const [, merge, onto] = MERGE.exec(message) ?? [];
  return merge === undefined || onto === undefined ? undefined : { merge, onto };
}
