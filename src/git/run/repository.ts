import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { GitError } from './gitError';
import { isWithin } from './programPath';
import type { RunGit } from './runGit';
import { runGit } from './runGit';

export interface Repository {
  /** Absolute path of the top of the work tree, symbolic links resolved. */
  readonly root: string;
  /** Absolute path of the git directory of this worktree alone. */
  readonly gitDir: string;
  /** Absolute path of the git directory that all worktrees of a clone share. */
  readonly commonDir: string;
  /** Folder that was opened: the root or a folder below it. */
  readonly folder: string;
  /** Integration branches that the person has set; without any, git's settings count, then the usual names. */
  readonly integration?: readonly string[];
  /** Runs one git command at the root and returns its output without the last line end. Rejects with a `GitError`. */
  git(...args: string[]): Promise<string>;
}

export type OpenedRepository =
  | { readonly state: 'open'; readonly repository: Repository }
  /** The folder belongs to no repository, or the repository has no work tree. */
  | { readonly state: 'none' }
  | { readonly state: 'no-git' }
  /** There is a repository, but git will not work with it; `reason` is for a person. */
  | { readonly state: 'refused'; readonly reason: string };

/** Opens the repository of a folder. @param run runner of the one-shot commands; by default a new process for each. */
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
  // git resolves symbolic links, so the way up starts at the resolved folder.
  const here = await realpath(folder);
  // Git before 2.38 takes any folder with the files of a repository for one, even inside somebody's work tree.
  if (isWithin(here, path.resolve(gitDir), process.platform)) return { state: 'none' };
  const root = path.resolve(here, up);
  const git = async (...args: string[]): Promise<string> => (await run(root, args)).replace(/\n$/, '');
  return {
    state: 'open',
    repository: { root, gitDir: path.resolve(gitDir), commonDir: path.resolve(commonDir), folder, git },
  };
}
