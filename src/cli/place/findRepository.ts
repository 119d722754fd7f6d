import { lstatSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { OpenedRepository, Repository } from '../../git/run/repository';

/** Pattern of settings that make git look elsewhere for the work tree or for more settings. */
const UNUSUAL = /worktree|bare\s*=\s*(?!\s*false\b)|\[\s*include|repositoryformatversion\s*=\s*[^01\s]/i;
/** Environment variables that decide how far up git looks. */
const STEERING = ['GIT_CEILING_DIRECTORIES', 'GIT_DISCOVERY_ACROSS_FILESYSTEM'];

/**
 * Finds the repository of a folder (symbolic links resolved). Files alone show the plain case, a `.git` folder of this user in the
 * folder or above: starting git would cost a fifth of the time that adding a goal may take. Git decides all other cases.
 */
export async function findRepository(folder: string, environment: NodeJS.ProcessEnv): Promise<OpenedRepository> {
  const root = STEERING.some((name) => environment[name] !== undefined) ? undefined : plainRoot(folder);
  if (root !== undefined) return { state: 'open', repository: plainRepository(root, folder) };
  const [{ openRepository }, { runGitSync }] = await Promise.all([
    import('../../git/run/repository'),
    import('./runGitSync'),
  ]);
  return openRepository(folder, runGitSync);
}

function plainRepository(root: string, folder: string): Repository {
  const gitDir = path.join(root, '.git');
  return {
    root,
    gitDir,
    commonDir: gitDir,
    folder,
    async git(...args) {
      const { runGitSync } = await import('./runGitSync');
      return (await runGitSync(root, args)).replace(/\n$/, '');
    },
  };
}

function plainRoot(folder: string): string | undefined {
  const device = statSync(folder).dev;
  for (let place = folder; ; place = path.dirname(place)) {
    // Other rules apply inside a git directory, bare or not.
    if (path.basename(place) === '.git' || isThere(path.join(place, 'HEAD'))) return undefined;
    const gitDir = path.join(place, '.git');
    const found = lstatSync(gitDir, { throwIfNoEntry: false });
    if (found) return isPlain(gitDir, found.isDirectory(), found.dev === device) ? place : undefined;
    if (path.dirname(place) === place) return undefined;
  }
}

function isPlain(gitDir: string, isDirectory: boolean, isSameDevice: boolean): boolean {
  // Git refuses repositories of another user, and explains it better than we could.
  const isOurs = [gitDir, path.dirname(gitDir)].every((place) => statSync(place).uid === process.getuid?.());
  if (!isDirectory || !isSameDevice || !isOurs || !isThere(path.join(gitDir, 'HEAD'))) return false;
  if (!isThere(path.join(gitDir, 'objects')) || isThere(path.join(gitDir, 'commondir'))) return false;
  try {
    return !UNUSUAL.test(readFileSync(path.join(gitDir, 'config'), 'utf8'));
  } catch {
    return false;
  }
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}
