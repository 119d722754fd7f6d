import { execFile } from 'node:child_process';
import { appendFile, mkdir, stat, writeFile } from 'node:fs/promises';
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
      const args = ['-c', 'core.abbrev=no', 'commit', '--allow-empty', '--message', message];
      return committed(await call(args, { ...who, ...when }));
    },
  };
}

/** The name in `[main 4b825dc…] Message`, the first line of what git says of a commit. */
function committed(output: string): string {
  const name = /^\[[^\n]*? ([0-9a-f]{40,64})\] /.exec(output)?.[1];
  if (name === undefined) throw new Error(`git did not say what it committed: ${output}`);
  return name;
}

/** A new repository without commits on branch `main`, in a temporary folder; identity and line ends are fixed in its own config. */
export async function temporaryRepository({ user = TEST_USER } = {}): Promise<TemporaryRepository> {
  const folder = await temporaryFolder('repository');
  const repository = gitRepository(folder.path);
  await repository.git('init', '--quiet', '--initial-branch=main');
  await configureIdentity(repository, user);
  return { ...repository, remove: () => folder.remove() };
}

/** Clones do not inherit the configuration: call this for each clone a test makes. Written as git would write it, which takes a process for each line. */
export async function configureIdentity(repository: GitRepository, user: GitUser = TEST_USER): Promise<void> {
  const own = path.join(repository.path, '.git');
  // Of a linked work tree and of a submodule it lies elsewhere.
  const file = (await stat(own)).isDirectory()
    ? path.join(own, 'config')
    : path.resolve(repository.path, await repository.git('rev-parse', '--git-path', 'config'));
  const lines = [
    '[user]',
    `\tname = ${quoted(user.name)}`,
    `\temail = ${quoted(user.email)}`,
    '[core]',
    '\tautocrlf = false',
    // Nothing here outlives the test.
    '\tfsync = none',
    '[commit]',
    '\tgpgSign = false',
  ];
  await appendFile(file, lines.map((line) => `${line}\n`).join(''));
}

/** A value of git's configuration. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`;
}
