import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runGit } from '../run/runGit';

/** Pair of commits that git is merging. */
export interface MergeTips {
  readonly ours?: string | undefined;
  readonly theirs?: string | undefined;
}

/** Files of the git directory that name the commit being merged into HEAD, each with the pattern of that name. */
const THEIRS: readonly (readonly [file: string, name: RegExp])[] = [
  // In a rebase, the last line of the done list is the current step.
  ['rebase-merge/done', /^\w+ (?:-\w \S+ )?([0-9a-f]{40,64})\b[^\n]*\n*$/m],
  ['rebase-apply/original-commit', /^([0-9a-f]{40,64})$/m],
  ['MERGE_HEAD', /^([0-9a-f]{40,64})$/m],
  ['CHERRY_PICK_HEAD', /^([0-9a-f]{40,64})$/m],
];

/** Reads the commits of the merge that runs in a work tree, as far as they are known; never fails. */
export async function readMergeTips(root: string, environment: NodeJS.ProcessEnv): Promise<MergeTips> {
  const output = await runGit(root, ['rev-parse', '--path-format=absolute', '--git-dir', 'HEAD']).catch(() => '');
  const [gitDir = '', ours] = output.trimEnd().split('\n');
  return { ours, theirs: fromEnvironment(environment) ?? (await fromFiles(gitDir)) };
}

/** Returns the commit that `git merge` tells the programs it starts, before there is a MERGE_HEAD. */
function fromEnvironment(environment: NodeJS.ProcessEnv): string | undefined {
  const names = Object.keys(environment).flatMap((key) => /^GITHEAD_([0-9a-f]{40,64})$/.exec(key)?.[1] ?? []);
  return names.length === 1 ? names[0] : undefined;
}

async function fromFiles(gitDir: string): Promise<string | undefined> {
  if (gitDir === '') return undefined;
  for (const [file, name] of THEIRS) {
    const text = await readFile(path.join(gitDir, file), 'utf8').catch(() => '');
    const last = text.trimEnd().split('\n').at(-1) ?? '';
    const found = name.exec(last)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}
