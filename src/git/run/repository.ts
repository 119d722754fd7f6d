import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { GitError } from './gitError';
import { isWithin } from './programPath';
import type { RunGit } from './runGit';
import { runGit } from './runGit';

export interface Repository {
  /** Absolute path of the top of the work tree, symbolic links resolved. */
  readonly root: string;
  /** Absolute; of this worktree alone. */
  readonly gitDir: string;
  /** Absolute; shared by all worktrees of a clone. */
  readonly commonDir: string;
  /** Where it was looked for: the root or a folder below it. */
  readonly folder: string;
  /** Branches finished work goes to, as the person has set them; without any git's settings are asked, then the usual names. */
  readonly integration?: readonly string[];
  /** One git command at the root; its output without the last line end. Rejects with a `GitError`. */
  git(...args: string[]): Promise<string>;
}

export type OpenedRepository =
  | { readonly state: 'open'; readonly repository: Repository }
  /** The folder belongs to no repository, or it has no work tree. */
  | { readonly state: 'none' }
  | { readonly state: 'no-git' }
  /** There is one, but git will not work with it; `reason` is for a person. */
  | { readonly state: 'refused'; readonly reason: string };

/** @param run where the one-shot commands go; the spawned process unless told otherwise. */
export async function openRepository(folder: string, run: RunGit = runGit): Promise<OpenedRepository> {
  const facts = ['--is-inside-work-tree', '--show-cdup', '--git-dir', '--git-common-dir'];
  try {
    const output = await run(folder, ['rev-parse', '--path-format=absolute', ...facts]);
    return await fromRevParse(folder, output.replace(/\n$/, '').split('\n'), run);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (error.code === 'no-git') return { state: 'no-git' };
    if (/not a git repository|cannot use bare repository/i.test(error.message)) return { state: 'none' };
    return { state: 'refused', reason: error.message };
  }
}

async function fromRevParse(folder: string, lines: readonly string[], run: RunGit): Promise<OpenedRepository> {
  const [inside, up, gitDir, commonDir, ...more] = lines;
  if (inside?.startsWith('--path-format')) return { state: 'refused', reason: 'Git 2.31 or newer is needed.' };
  if (inside !== 'true') return { state: 'none' };
  if (up === undefined || !gitDir || !commonDir || more.length > 0) {
    return { state: 'refused', reason: 'The path of the repository holds a line break.' };
  }
  // git resolves symbolic links, so "up" counts from the resolved folder.
  const here = await realpath(folder);
  // Git before 2.38 takes a folder for a repository that only has the files of one, also in the midst of somebody's work tree.
  if (isWithin(here, path.resolve(gitDir), process.platform)) return { state: 'none' };
  const root = path.resolve(here, up);
  const git = async (...args: string[]): Promise<string> => (await run(root, args)).replace(/\n$/, '');
  return {
    state: 'open',
    repository: { root, gitDir: path.resolve(gitDir), commonDir: path.resolve(commonDir), folder, git },
  };
}
