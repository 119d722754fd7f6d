import { noWords, parseArguments } from '../terminal/arguments';
import { endWork } from '../place/endWork';
import { openVerbPlace } from '../place/verbPlace';
import { requireRepository } from '../place/requireRepository';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const stopVerb: Verb = {
  usage: 'stop',
  help: 'No goal is active in this work tree any more: commits name none, not even the one in the name of the branch.',
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  noWords(parseArguments(args, {}).positionals);
  const place = await openVerbPlace(context);
  requireRepository(place);
  const ended = await endWork(place);
  context.terminal.print(ended === undefined ? 'No goal was active.' : `${ended} stopped`);
  return 0;
}
