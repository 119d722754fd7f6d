import path from 'node:path';
import { microgoalsFolder } from '../../git/run/gitFolder';
import { openRepository } from '../../git/run/repository';
import { UsageError } from '../terminal/failure';
import type { MergeCall } from './runMergeDriver';
import { runGitSync } from '../place/runGitSync';
import { runMergeDriver, UnfitError } from './runMergeDriver';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const mergeDriverVerb: Verb = {
  usage: 'merge-driver %O %A %B %L %P',
  help: `What git runs to merge a goals file, where a configuration names it: base, ours (replaced by the result), theirs, size of
the markers, path. Files that cannot be merged as goals are merged as text, with markers and exit code 1.
"microgoals hooks install" sets up a copy that needs no microgoals on the PATH.`,
  run,
};

async function run(args: readonly string[], { directory, environment, terminal }: Context): Promise<ExitCode> {
  const [base, ours, theirs, size, file, ...more] = args;
  if (base === undefined || ours === undefined || theirs === undefined || size === undefined || file === undefined) {
    throw new UsageError('merge-driver needs five words: %O %A %B %L %P.');
  }
  if (more.length > 0) throw new UsageError(`"${more[0] ?? ''}" is one word too many.`);
  const opened = await openRepository(directory);
  const [root, folder] =
    opened.state === 'open'
      ? [opened.repository.root, microgoalsFolder(opened.repository.commonDir)]
      : [directory, path.join(directory, '.microgoals')];
  const inDirectory = (name: string): string => path.resolve(directory, name);
  const paths = { base: inDirectory(base), ours: inDirectory(ours), theirs: inDirectory(theirs) };
  try {
    await runMergeDriver({ ...paths, file, root, folder, environment });
    return 0;
  } catch (error) {
    if (error instanceof UnfitError) terminal.warn(`${file} is merged as text. ${error.message}`);
    else terminal.warn(`${file} is merged as text: ${error instanceof Error ? error.message : String(error)}`);
    return mergeAsText(directory, paths, size);
  }
}

function mergeAsText(
  directory: string,
  { base, ours, theirs }: Pick<MergeCall, 'base' | 'ours' | 'theirs'>,
  size: string,
): Promise<ExitCode> {
  const labels = ['ours', 'base', 'theirs'].flatMap((label) => ['-L', label]);
  const marker = `--marker-size=${/^\d+$/.test(size) ? size : '7'}`;
  const merged = runGitSync(directory, ['merge-file', '-q', marker, ...labels, '--', ours, base, theirs]);
  // The exit code of git is the number of conflicts.
  return merged.then(
    () => 0,
    () => 1,
  );
}
