import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './temporaryFolder';

const run = promisify(execFile);

export interface GitUser {
  readonly name: string;
  readonly email: string;
}

export interface GitRepository {
  /** Absolute path of the work tree. */
  readonly path: string;
  /** Runs git in the work tree; its output without the last newline. Rejects with git's message on any other exit code than 0. */
  git(...args: string[]): Promise<string>;
  /** Writes a file (folders are made) below the work tree and returns its absolute path. */
  write(relativePath: string, text: string): Promise<string>;
  /** Stages everything and commits it, empty or not; returns the commit's hash. */
  commit(message: string, author?: GitUser, date?: string): Promise<string>;
}

export interface TemporaryRepository extends GitRepository {
  remove(): Promise<void>;
}

export const TEST_USER: GitUser = { name: 'Ana', email: 'ana@example.com' };

/** The environment without anything that steers git (a test run inside a hook inherits GIT_DIR) and without any person's settings. */
export function cleanGitEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

/** Access to an existing work tree, with the clean environment of the tests. */
export function gitRepository(folder: string): GitRepository {
  const call = async (args: string[], environment: NodeJS.ProcessEnv = {}): Promise<string> => {
    const env = { ...cleanGitEnvironment(), ...environment };
    const { stdout } = await run('git', args, { cwd: folder, env, maxBuffer: 256 * 1024 * 1024 });
    return stdout.replace(/\n$/, '');
  };
  return {
    path: folder,
    git: (...args) => call(args),
    async write(relativePath, text) {
      const file = path.join(folder, relativePath);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
      return file;
    },
    async commit(message, author, date) {
      await call(['add', '--all']);
      const who = author
        ? {
            GIT_AUTHOR_NAME: author.name,
            GIT_AUTHOR_EMAIL: author.email,
            GIT_COMMITTER_NAME: author.name,
            GIT_COMMITTER_EMAIL: author.email,
          }
        : {};
      const when = date === undefined ? {} : { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      await call(['commit', '--quiet', '--allow-empty', '--message', message], { ...who, ...when });
      return call(['rev-parse', 'HEAD']);
    },
  };
}

/** A new repository without commits on branch `main`, in a temporary folder; identity and line ends are fixed in its own config. */
export async function temporaryRepository({ user = TEST_USER } = {}): Promise<TemporaryRepository> {
  const folder = await temporaryFolder('repository');
  const repository = gitRepository(folder.path);
  await repository.git('init', '--quiet', '--initial-branch=main');
  await configureIdentity(repository, user);
  return { ...repository, remove: () => folder.remove() };
}

/** Clones do not inherit the configuration: call this for each clone a test makes. */
export async function configureIdentity(repository: GitRepository, user: GitUser = TEST_USER): Promise<void> {
  await repository.git('config', 'user.name', user.name);
  await repository.git('config', 'user.email', user.email);
  await repository.git('config', 'core.autocrlf', 'false');
  await repository.git('config', 'commit.gpgSign', 'false');
}
