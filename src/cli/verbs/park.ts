import { noWords, parseArguments } from '../terminal/arguments';
import { openVerbPlace } from '../place/verbPlace';
import { requireAside } from '../place/requireRepository';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const parkVerb: Verb = {
  usage: 'park',
  help: `Sets goal changes that are not committed aside, in the git directory, so that they do not keep git from a switch, pull or
rebase. They are shown all the same. They come back into .microgoals/goals.json by themselves when HEAD stands elsewhere and git
is done (at the next microgoals command, or in the editor at once), or by microgoals unpark. What is changed until then is set
aside as well.`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  noWords(parseArguments(args, {}).positionals);
  const count = await requireAside(await openVerbPlace(context)).park();
  context.terminal.print(count === 0 ? 'There is nothing to set aside.' : `Set aside: changes of ${records(count)}.`);
  return 0;
}

/** Returns the count with its noun, e.g. `3 records`. */
export function records(count: number): string {
  return count === 1 ? '1 record' : `${count} records`;
}
