import { formatDocument } from '../../core/document/formatDocument';
import type { GoalDocument } from '../../core/document/goalDocument';
import { emptyDocument } from '../../core/document/goalDocument';
import { stampHandEdits } from '../../core/document/handEdits';
import { textMember } from '../../core/document/json';
import { joinOverlay, overlayOf, unsharedRecords } from '../../core/document/overlay';
import { parseGoalFile } from '../../core/document/parseGoalFile';
import type { Stamper } from '../../core/document/stamp';
import { oneLine } from '../../core/text/safeText';
import { readBranchTips } from './branchTips';
import { commitAside } from './commitAside';
import { GitError } from '../run/gitError';
import { readBlob } from '../files/indexStages';
import { nameInTree } from '../files/pathInTree';
import type { Repository } from '../run/repository';
import { runGit, streamGit } from '../run/runGit';
import { committedBlob } from '../merge/trackedFile';

const TITLES = 20;
const TITLE_LENGTH = 72;

/** Plan of a branch with nothing but one person's goal changes, for a small pull request. Nothing has been created yet. */
export interface GoalBranchPlan {
  /** Name of the branch, e.g. `microgoals/goals-20261121-183304`. */
  readonly branch: string;
  /** Branch to start from, e.g. `origin/main`, and its present commit. */
  readonly base: { readonly short: string; readonly commit: string };
  /** Path of the goals file from the top of the work tree. */
  readonly file: string;
  /** Content of the file on the new branch: the base's version with the changes. */
  readonly text: string;
  readonly message: string;
  readonly count: number;
  /** Number of changes to goals that the base does not have; they stay here. */
  readonly left: number;
  /** Command that the person may run next; we never push. */
  readonly push: string;
}

export interface GoalBranchOptions {
  /** Absolute path of the shared file. */
  readonly file: string;
  /** Document that the person is shown: the file with all changes that are set aside. */
  readonly shown: GoalDocument;
  readonly stamper: Stamper;
  /** Present time, in milliseconds since 1970. */
  readonly now: number;
}

/** Plans the branch. @returns undefined if there is nothing to share. @throws GitError without a base branch or with an unreadable file. */
export async function planGoalBranch(
  repository: Repository,
  { file, shown, stamper, now }: GoalBranchOptions,
): Promise<GoalBranchPlan | undefined> {
  const name = nameInTree(repository, file);
  const { head, integration } = await readBranchTips(repository);
  const [base] = integration;
  if (!base) throw new GitError('failed', 'There is no branch main, master or develop to begin from.');
  const committed = head === undefined ? emptyDocument() : await committedDocument(repository, head, name);
  const edits = overlayOf(committed, stampHandEdits(committed, shown, stamper));
  const there = await committedDocument(repository, base.commit, name);
  const changed = unsharedRecords(there, edits);
  if (changed.length === 0) return undefined;
  const document = joinOverlay(there, edits);
  const branch = `microgoals/goals-${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}`;
  const remote = /^refs\/remotes\/([^/]+)\//.exec(base.name)?.[1] ?? 'origin';
  return {
    branch,
    base: { short: base.short, commit: base.commit },
    file: name,
    text: formatDocument(document),
    message: messageOf(changed, document),
    count: changed.length,
    left: [...edits.records.keys()].filter((id) => !document.records.has(id)).length,
    push: `git push -u ${remote} ${branch}`,
  };
}

async function committedDocument(repository: Repository, commit: string, name: string): Promise<GoalDocument> {
  const blob = await committedBlob(repository, commit, name);
  if (blob === undefined) return emptyDocument();
  const reading = parseGoalFile(await readBlob(repository, blob));
  if (reading.state === 'ok') return reading.document;
  throw new GitError('failed', `${name} of commit ${commit.slice(0, 8)} cannot be read; nothing was changed.`);
}

function messageOf(changed: readonly string[], { records }: GoalDocument): string {
  const titles = changed.flatMap((id) => {
    const title = textMember(records.get(id), 'title');
    return title === undefined ? [] : [`- ${oneLine(title, TITLE_LENGTH)}`];
  });
  const more = titles.length > TITLES ? [`- and ${titles.length - TITLES} more`] : [];
  const subject = changed.length === 1 ? 'Share a goal change' : `Share ${changed.length} goal changes`;
  return `${[subject, ...(titles.length > 0 ? [''] : []), ...titles.slice(0, TITLES), ...more].join('\n')}\n`;
}

/** The person's word on the commit of a branch. */
export interface GoalBranchChoice {
  /** Message instead of the one that the plan proposes. */
  readonly message?: string | undefined;
  /** False to leave out the hooks that may refuse a commit; they run unless said otherwise. */
  readonly verify?: boolean | undefined;
}

/**
 * Creates the branch; its commit is made as by the person's own git. Neither the index nor the work tree nor HEAD is touched.
 * @throws GitError, for instance if a hook refuses, git does not know the person's identity, or the branch exists already.
 */
export async function makeGoalBranch(
  repository: Repository,
  plan: GoalBranchPlan,
  { message = plan.message, verify = true }: GoalBranchChoice = {},
): Promise<void> {
  const { root } = repository;
  const git = async (input: string | Uint8Array, ...args: string[]): Promise<string> =>
    (await runGit(root, args, { input })).trim();
  const blob = await git(plan.text, 'hash-object', '-w', '--stdin');
  const tree = await treeWith({ root, git }, `${plan.base.commit}^{tree}`, plan.file.split('/'), blob);
  await commitAside(repository, { branch: plan.branch, parent: plan.base.commit, tree, message, verify });
}

interface Plumbing {
  readonly root: string;
  readonly git: (input: string | Uint8Array, ...args: string[]) => Promise<string>;
}

/** Writes the tree with one blob replaced or added, and the trees on the way to it. @returns its name. */
async function treeWith(
  plumbing: Plumbing,
  tree: string | undefined,
  path: readonly string[],
  blob: string,
): Promise<string> {
  const [name = '', ...rest] = path;
  const entries = tree === undefined ? [] : await entriesOf(plumbing.root, tree);
  const old = entries.find((entry) => entry.name === name);
  const inner = old?.type === 'tree' ? old.object : undefined;
  const [object, mode, type] =
    rest.length === 0
      ? [blob, old?.type === 'blob' ? old.mode : '100644', 'blob']
      : [await treeWith(plumbing, inner, rest, blob), '040000', 'tree'];
  const kept = entries.filter((entry) => entry !== old).map(({ line }) => line);
  const lines = [...kept, Buffer.from(`${mode} ${type} ${object}\t${name}`)];
  return plumbing.git(Buffer.concat(lines.flatMap((line) => [line, Buffer.of(0)])), 'mktree', '-z');
}

interface TreeEntry {
  /** Line as git wrote it: a name need not be UTF-8. */
  readonly line: Buffer;
  readonly mode: string;
  readonly type: string;
  readonly object: string;
  readonly name: string;
}

async function entriesOf(root: string, tree: string): Promise<TreeEntry[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamGit(root, ['ls-tree', '-z', '--full-tree', tree])) chunks.push(chunk);
  const output = Buffer.concat(chunks);
  const entries: TreeEntry[] = [];
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0, start);
    const line = output.subarray(start, end);
    const [, mode = '', type = '', object = '', name = ''] =
      /^(\d+) (\w+) ([0-9a-f]+)\t([^]*)$/.exec(line.toString('utf8')) ?? [];
    entries.push({ line, mode, type, object, name });
    start = end + 1;
  }
  return entries;
}
