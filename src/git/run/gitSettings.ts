import { homedir } from 'node:os';
import path from 'node:path';
import { outputOrNothing } from './gitError';
import type { Repository } from './repository';

/** Settings of git that affect our display. */
export interface GitSettings {
  /** All values of `microgoals.integrationBranch`, in order. */
  readonly integrationBranches: readonly string[];
  /** Absolute path of the file that corrects names in addition to `.mailmap` (`mailmap.file`). */
  readonly mailmapFile: string | undefined;
  /** Object with such corrections, in any of git's spellings (`mailmap.blob`). */
  readonly mailmapBlob: string | undefined;
}

export async function readGitSettings(repository: Repository): Promise<GitSettings> {
  const keys = '^(microgoals\\.integrationbranch|mailmap\\.(file|blob))$';
  const output = (await outputOrNothing(repository.git('config', '--null', '--type=path', '--get-regexp', keys))) ?? '';
  const entries = output.split('\0').map((entry) => /^([^\n]+)\n([^]*)$/.exec(entry));
  const valuesOf = (key: string): string[] =>
    entries.flatMap((entry) => (entry?.[1] === key && entry[2] ? [entry[2]] : []));
  const file = valuesOf('mailmap.file').at(-1);
  return {
    integrationBranches: valuesOf('microgoals.integrationbranch'),
    mailmapFile: file === undefined ? undefined : path.resolve(repository.root, file),
    mailmapBlob: valuesOf('mailmap.blob').at(-1),
  };
}

/** Returns the files that git reads its settings from, whether or not they exist, without the files that these include. */
export function settingsFiles(
  { gitDir, commonDir }: Pick<Repository, 'gitDir' | 'commonDir'>,
  environment: NodeJS.ProcessEnv,
): readonly string[] {
  const home = environment['HOME'] ?? homedir();
  const folder = environment['XDG_CONFIG_HOME'] || path.join(home, '.config');
  const ofPerson = [path.join(home, '.gitconfig'), path.join(folder, 'git', 'config')];
  return [
    path.join(commonDir, 'config'),
    path.join(gitDir, 'config.worktree'),
    ...(environment['GIT_CONFIG_GLOBAL'] ? [environment['GIT_CONFIG_GLOBAL']] : ofPerson),
    environment['GIT_CONFIG_SYSTEM'] || '/etc/gitconfig',
  ];
}
