import type { Parsed } from './arguments';
import { parseArguments } from './arguments';
import { UsageError } from './failure';

type Options = Parameters<typeof parseArguments>[1];

/** A goal, then at least one commit. @throws UsageError */
export function idAndCommits<const O extends Options>(
  args: readonly string[],
  options: O,
): { readonly word: string; readonly commits: readonly string[]; readonly values: Parsed<O>['values'] } {
  const { values, positionals } = parseArguments(args, options);
  const [word, ...commits] = positionals;
  if (word === undefined) throw new UsageError('Say which one: ID is missing.');
  if (commits.length === 0) throw new UsageError('Say which one: COMMIT is missing.');
  return { word, commits, values };
}
