import { markdownTable } from './markdownTable';

/** What becomes of a link; `offered`: a person can link the commit that it went into. */
type LinkFate = 'kept' | 'lost' | 'offered';
/** What becomes of the completion by such a commit; `asked`: the goal has a row "keep done or reopen". */
type CompletionFate = 'counts' | 'taken back' | 'asked' | 'lost' | 'not detected' | 'not closed';

interface Survival {
  readonly situation: string;
  readonly link: LinkFate;
  readonly completion: CompletionFate;
  readonly why: string;
}

/** Each row is tried with git by test/git/log/linkSurvival.test.ts. */
export const SURVIVAL = {
  amend: row('`commit --amend`', 'kept', 'counts', 'the message stays'),
  reword: row('`rebase -i`, reword', 'kept', 'counts', 'as long as you leave the line there'),
  squash: row('`rebase -i`, squash', 'kept', 'counts', 'git joins the messages'),
  fixup: row(
    '`rebase -i`, fixup',
    'offered',
    'asked',
    'git drops the message of the fixup; the goal then asks: keep done or reopen',
  ),
  rebase: row('`rebase`', 'kept', 'counts', 'the new commits carry the message'),
  cherryPick: row('`cherry-pick`', 'kept', 'counts', 'the copy counts, and the original where it lies'),
  squashMerge: row('`merge --squash`', 'kept', 'counts', 'git lists the messages, and lines inside of them count'),
  squashMergeOwnMessage: row(
    '`merge --squash`, `commit -m`',
    'kept',
    'counts',
    'the hook collects the lines of the listed commits',
  ),
  hostSquash: row('Squash by a host, messages in the body', 'kept', 'counts', 'lines in the middle of the body count'),
  titleSquash: row(
    'Squash by a host, title only',
    'offered',
    'asked',
    'nothing of the messages is left; the commit changes the same and is offered as a link',
  ),
  rebaseWithoutLine: row(
    '`rebase`, the line taken out of the message',
    'offered',
    'asked',
    'the new commit changes the same and is offered as a link',
  ),
  mergedBranch: row(
    'Merge of a branch `g-…`, nothing in the messages',
    'kept',
    'not closed',
    'the merge names the branch',
  ),
  recordRebase: row('`rebase` of a commit linked by a record', 'kept', 'counts', 'the record knows the patch id'),
  recordAmend: row('`commit --amend` that changes files, linked by a record', 'lost', 'lost', 'it is another change'),
  revert: row('`revert`', 'kept', 'taken back', 'the message names the commit'),
  revertOfRevert: row('`revert` of the revert', 'kept', 'counts', 'followed to any depth'),
  mergeRevert: row('`revert -m 1` of a merge', 'kept', 'taken back', 'all that the merge brought is undone'),
  hostRevert: row('Revert by a host, “Reverts #12”', 'kept', 'not detected', 'only the host knows what #12 is'),
} as const satisfies Record<string, Survival>;

/** For the README. */
export function survivalTable(): string {
  const rows = Object.values(SURVIVAL).map(({ situation, link, completion, why }) => [
    situation,
    link,
    completion,
    why,
  ]);
  return markdownTable(['What happens to the commit', 'Link', 'Completion', 'Because'], rows);
}

function row<const L extends LinkFate, const C extends CompletionFate>(
  situation: string,
  link: L,
  completion: C,
  why: string,
): { situation: string; link: L; completion: C; why: string } {
  return { situation, link, completion, why };
}
