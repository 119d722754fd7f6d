import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { activeFile, microgoalsFolder } from '../run/gitFolder';
import type { Repository } from '../run/repository';
import { openRepository } from '../run/repository';
import { runGit, streamGit } from '../run/runGit';

/** Time that hooks and the question for a key's password may take. */
const LONGEST_MILLIS = 600_000;
const MODULES = 'node_modules';

export interface AsideCommit {
  /** Name of the branch to make. */
  readonly branch: string;
  /** Commit that the branch begins from, and the tree of the new one. */
  readonly parent: string;
  readonly tree: string;
  readonly message: string;
  /** False to leave out the hooks that may refuse a commit, as `--no-verify` does. */
  readonly verify: boolean;
}

/**
 * Makes a branch with one commit as the person's own git would: signed if they sign, with what their hooks say. It is made in a work tree of
 * its own, which is removed again, so that neither the person's files nor index nor HEAD are touched, not even by a hook.
 * @throws GitError, for instance if a hook refuses; then there is no branch.
 */
export async function commitAside(repository: Repository, commit: AsideCommit): Promise<void> {
  const { root } = repository;
  const folder = await mkdtemp(path.join(tmpdir(), 'microgoals-'));
  const tree = path.join(folder, path.basename(root));
  try {
    const begin = ['--quiet', '--no-checkout', '--no-track', '-b', commit.branch];
    await runGit(root, ['worktree', 'add', ...begin, tree, commit.parent]);
    await makeCommit(repository, tree, commit);
  } finally {
    await rm(path.join(tree, MODULES), { force: true }).catch(() => undefined);
    await runGit(root, ['worktree', 'remove', '--force', tree]).catch(() => undefined);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function makeCommit(repository: Repository, folder: string, commit: AsideCommit): Promise<void> {
  const { branch, parent, tree, message, verify } = commit;
  try {
    await runGit(folder, ['read-tree', tree]);
    await checkOutForHooks(repository, folder);
    // A relative place counts from the work tree, and a hook manager's folder stands in the person's own one only.
    const hooks = path.resolve(repository.root, await repository.git('rev-parse', '--git-path', 'hooks'));
    const args = ['commit', '--quiet', '--file=-', ...(verify ? [] : ['--no-verify'])];
    await runGit(folder, args, {
      input: message,
      timeoutMillis: LONGEST_MILLIS,
      settings: [`core.hooksPath=${hooks}`],
    });
  } catch (error) {
    await runGit(folder, ['checkout', '--quiet', '--detach']).catch(() => undefined);
    await runGit(repository.root, ['update-ref', '-d', `refs/heads/${branch}`, parent]).catch(() => undefined);
    throw error;
  }
}

/**
 * Brings what hooks look at: the goals, the files at the top (settings of tools stand there), installed packages, and the active goal. All
 * else counts as left out on purpose, so that a large project costs nothing, nor needs what a partial clone lacks.
 */
async function checkOutForHooks(repository: Repository, folder: string): Promise<void> {
  const names = (await namesOf(folder)).split('\0').filter((name) => name !== '');
  const wanted = names.filter((name) => !name.includes('/') || name.includes('.microgoals/'));
  await runGit(folder, ['checkout-index', '-z', '--stdin'], { input: lines(wanted) }).catch(() => undefined);
  const left = Buffer.from(await namesOf(folder, '--deleted'), 'latin1');
  await runGit(folder, ['update-index', '-z', '--skip-worktree', '--stdin'], { input: left });
  const modules = path.join(repository.root, MODULES);
  const isMissing = !(await readdir(folder)).includes(MODULES);
  if (isMissing && existsSync(modules)) await symlink(modules, path.join(folder, MODULES), 'junction');
  const opened = await openRepository(folder);
  if (opened.state !== 'open' || !existsSync(activeFile(repository))) return;
  await mkdir(microgoalsFolder(opened.repository.gitDir), { recursive: true });
  await copyFile(activeFile(repository), activeFile(opened.repository));
}

/** Returns names of the index, a character for each byte: a name need not be UTF-8. */
async function namesOf(folder: string, ...which: readonly string[]): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamGit(folder, ['ls-files', '-z', ...which])) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}

function lines(names: readonly string[]): Buffer {
  return Buffer.from(names.map((name) => `${name}\0`).join(''), 'latin1');
}
