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
 * No repository starts a program through us: not its own file monitor, not one that looks at signatures. And a mere folder among the
 * files of a repository is none itself, whatever it holds.
 */
const SETTINGS = ['core.fsmonitor=false', 'safe.bareRepository=explicit', 'log.showSignature=false'];
const NO_HOOKS = 'core.hooksPath=/dev/null';
const NO_MAILMAP = 'log.mailmap=false';

/** What a person asks for, and git does as it would by hand: with their hooks, filters and remotes. */
const OF_THE_PERSON = ['add', 'switch'];
/** These say where hooks lie. */
const ABOUT_HOOKS = ['config', 'rev-parse'];
const WITH_PATCHES = ['diff', 'diff-files', 'diff-index', 'diff-tree', 'log', 'show'];
const WITH_NAMES = ['log', 'show'];

/** One start of git. */
export interface GitCall {
  /** Absolute path. */
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Returns how git is started for a command: the one place that decides it, whoever starts the process.
 * @param args the command comes first.
 * @throws GitError where there is no git outside of the work tree.
 */
export function gitCall(folder: string, args: readonly string[]): GitCall {
  const [command = '', ...rest] = args;
  const program = gitProgram(folder);
  const byPerson = OF_THE_PERSON.includes(command);
  const isNamed = !WITH_NAMES.includes(command) || mailmapIsFit(folder);
  const settings = [
    ...SETTINGS,
    ...(byPerson || ABOUT_HOOKS.includes(command) ? [] : [NO_HOOKS]),
    ...(isNamed ? [] : [NO_MAILMAP]),
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

/** Starts git. @throws GitError where there is none. */
export function startGit(folder: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const { program, args: all, environment } = gitCall(folder, args);
  return spawn(program, all, { ...options, cwd: folder, env: environment, windowsHide: true });
}

/** Runs git to its end, and nothing else meanwhile. @throws GitError where there is none. */
export function startGitSync(
  folder: string,
  args: readonly string[],
  options: SpawnSyncOptionsWithStringEncoding,
): SpawnSyncReturns<string> {
  const { program, args: all, environment } = gitCall(folder, args);
  return spawnSync(program, all, { ...options, cwd: folder, env: environment, windowsHide: true });
}

/** Says whether git may correct names here by the files it reads for that; else names are those of the commits. */
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

/** Makes `%an`, the name as the commit has it, of `%aN`, for which git reads the mailmap. */
function withoutMailmap(arg: string): string {
  const lower = (name: string): string => `%${name.slice(1).toLowerCase()}`;
  return arg.startsWith('--format=') ? arg.replace(/%[ac][NEL]/g, lower) : arg;
}
