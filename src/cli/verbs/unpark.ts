import { noWords, parseArguments } from '../terminal/arguments';
import { openVerbPlace } from '../place/verbPlace';
import { requireAside } from '../place/requireRepository';
import { shownPath } from '../texts/describeUnreadable';
import type { Context, ExitCode, Verb } from '../terminal/verb';
import { records } from './park';

export const unparkVerb: Verb = {
  usage: 'unpark',
  help: `Writes what was set aside, by microgoals park or by the editor's setting microGoals.cleanTree, into
.microgoals/goals.json: the next commit can share it.`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  noWords(parseArguments(args, {}).positionals);
  const place = await openVerbPlace(context);
  const count = await requireAside(place).share();
  const name = shownPath(place.shared.path, place.root);
  context.terminal.print(count === 0 ? 'Nothing is set aside.' : `${name} has the changes of ${records(count)} now.`);
  return 0;
}
