import path from 'node:path';
import { outputOrNothing } from '../run/gitError';
import type { Repository } from '../run/repository';
import { runGit } from '../run/runGit';

export interface IgnoringRule {
  /** Absolute path of the file that holds the rule. */
  readonly file: string;
  /** Place and rule as git tells them: `.gitignore:1: .*`. */
  readonly text: string;
}

/** Returns the rule by which git ignores a file; undefined if it does not, as for every file that it tracks. @param file absolute path */
export async function ignoringRule(repository: Repository, file: string): Promise<IgnoringRule | undefined> {
  const asked = runGit(repository.root, ['check-ignore', '--verbose', '--stdin', '-z'], { input: `${file}\0` });
  const output = await outputOrNothing(asked);
  const [source, line, rule] = output?.split('\0') ?? [];
  // git names the exceptions, too.
  if (source === undefined || rule === undefined || rule.startsWith('!')) return undefined;
  return { file: path.resolve(repository.root, source), text: `${source}:${line}: ${rule}` };
}
