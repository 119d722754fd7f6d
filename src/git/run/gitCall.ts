import type {
  ChildProcess,
  SpawnOptions,
  SpawnSyncOptionsWithStringEncoding,
  SpawnSyncReturns,
} from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { gitEnvironment, LOCAL_ONLY } from './gitEnvironment';
import { GitError } from './gitError';
import { isMailmapFit } from './mailmapFitness';
import { programOutside } from './programOutside';

/**
 * Settings that keep a repository from starting a program through us, such as its own file monitor or a signature check. They also
 * keep a mere folder among a repository's files from counting as a repository, whatever it contains.
 */
const SETTINGS = ['core.fsmonitor=false', 'safe.bareRepository=explicit', 'log.showSignature=false'];
const NO_HOOKS = 'core.hooksPath=/dev/null';
const NO_MAILMAP = 'log.mailmap=false';

/** Commands that a person asks for; git runs them as it would by hand: with the person's hooks, filters and remotes. */
const OF_THE_PERSON = ['add', 'commit', 'switch'];
/** Commands that tell the place of hooks. */
const ABOUT_HOOKS = ['config', 'rev-parse'];
const WITH_PATCHES = ['diff', 'diff-files', 'diff-index', 'diff-tree', 'log', 'show'];
const WITH_NAMES = ['log', 'show'];

/** Command line and environment of one git process. */
export interface GitCall {
  /** Absolute path of git. */
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Returns how git is started for a command: the only place that decides it, whichever code starts the process.
 * @param args the command comes first. @param more settings of this one command.
 * @throws GitError if there is no git outside the work tree.
 */
export function gitCall(folder: string, args: readonly string[], more: readonly string[] = []): GitCall {
  const [command = '', ...rest] = args;
  const program = gitProgram(folder);
  const byPerson = OF_THE_PERSON.includes(command);
  const isNamed = !WITH_NAMES.includes(command) || mailmapIsFit(folder);
  const settings = [
    ...SETTINGS,
    ...(byPerson || ABOUT_HOOKS.includes(command) ? [] : [NO_HOOKS]),
    ...(isNamed ? [] : [NO_MAILMAP]),
    ...more,
  ];
  const safe = WITH_PATCHES.includes(command) ? ['--no-ext-diff', '--no-textconv'] : [];
  return {
    program,
    args: [
      ...settings.flatMap((setting) => ['-c', setting]),
      command,
      ...safe,
      ...(isNamed ? rest : rest.map(withoutMailmap)),
    ],
    environment: { ...gitEnvironment(process.env), ...(byPerson ? {} : LOCAL_ONLY) },
  };
}

/** Starts git. @throws GitError if there is none. */
export function startGit(
  folder: string,
  args: readonly string[],
  options: SpawnOptions,
  settings?: readonly string[],
): ChildProcess {
  const { program, args: all, environment } = gitCall(folder, args, settings);
  return spawn(program, all, { ...options, cwd: folder, env: environment, windowsHide: true });
}

/** Runs git synchronously to its end. @throws GitError if there is none. */
export function startGitSync(
  folder: string,
  args: readonly string[],
  options: SpawnSyncOptionsWithStringEncoding,
): SpawnSyncReturns<string> {
  const { program, args: all, environment } = gitCall(folder, args);
  return spawnSync(program, all, { ...options, cwd: folder, env: environment, windowsHide: true });
}

/** Tells whether git may correct names here with its mailmap files; otherwise names are those of the commits. */
export function mailmapIsFit(folder: string): boolean {
  return isMailmapFit(folder, () => {
    const args = ['config', '--null', '--type=path', '--get', 'mailmap.file'];
    return startGitSync(folder, args, { encoding: 'utf8', timeout: 10_000 }).stdout.replace(/\0$/, '');
  });
}

function gitProgram(folder: string): string {
  const program = programOutside(folder, 'git');
  if (program === undefined) throw new GitError('no-git', 'Git was not found.');
  return program;
}

/** Replaces `%aN`, for which git reads the mailmap, with `%an`, the name as the commit has it. */
function withoutMailmap(arg: string): string {
  const lower = (name: string): string => `%${name.slice(1).toLowerCase()}`;
  return arg.startsWith('--format=') ? arg.replace(/%[ac][NEL]/g, lower) : arg;
}
