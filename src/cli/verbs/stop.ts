import { noWords, parseArguments } from '../terminal/arguments';
import { keepCommits } from '../../app/placeFacts';
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
  const repository = requireRepository(place);
  await keepCommits(place);
  const { readEffectiveGoal, writeActiveGoal } = await import('../../git/log/activeGoal');
  const before = await readEffectiveGoal(repository);
  await writeActiveGoal(repository, { state: 'stopped' });
  context.terminal.print(before.state === 'active' ? `${before.id} stopped` : 'No goal was active.');
  return 0;
}
