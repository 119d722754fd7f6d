import { markdownTable } from './markdownTable';

/** What becomes of a link. */
type LinkFate = 'kept' | 'lost';
/** What becomes of the completion by such a commit. */
type CompletionFate = 'counts' | 'taken back' | 'lost' | 'not detected';

interface Survival {
  readonly situation: string;
  readonly link: LinkFate;
  readonly completion: CompletionFate;
  readonly why: string;
}

/** Each row is tried with git by test/git/linkSurvival.test.ts. */
export const SURVIVAL = {
  amend: row('`commit --amend`', 'kept', 'counts', 'the message stays'),
  reword: row('`rebase -i`, reword', 'kept', 'counts', 'as long as you leave the line there'),
  squash: row('`rebase -i`, squash', 'kept', 'counts', 'git joins the messages'),
  fixup: row(
    '`rebase -i`, fixup',
    'lost',
    'lost',
    'git drops the message of the fixup; the commit it goes into keeps its own',
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
  titleSquash: row('Squash by a host, title only', 'lost', 'lost', 'nothing of the messages is left'),
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
