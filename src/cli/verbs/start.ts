import { member } from '../../core/document/json';
import { isClosedStatus } from '../../core/snapshot/goalStanding';
import { oneLine } from '../../core/text/safeText';
import { oneWord, parseArguments } from '../terminal/arguments';
import { Failure } from '../terminal/failure';
import { findGoal } from '../place/findGoal';
import { keepCommits } from '../../app/placeFacts';
import { openVerbPlace } from '../place/verbPlace';
import { readGoals } from '../place/readGoals';
import { requireRepository } from '../place/requireRepository';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const startVerb: Verb = {
  usage: 'start ID',
  help: `The goal is active in this work tree until another one is started, or microgoals stop. With the hook
(microgoals hooks install) commits then name it: Goal: g-4kq7w2m9xd. Commits never name a personal
goal: those made meanwhile are recorded in your own file.`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const word = oneWord(parseArguments(args, {}).positionals, 'ID');
  const place = await openVerbPlace(context);
  const repository = requireRepository(place);
  const { id, title, scope, record } = findGoal(word, await readGoals(place));
  const status = member(record, 'status');
  if (typeof status === 'string' && isClosedStatus(status))
    throw new Failure(`${id} is ${status}; microgoals reopen ${id} comes first.`);
  await keepCommits(place);
  const { writeActiveGoal } = await import('../../git/log/activeGoal');
  await writeActiveGoal(repository, { state: 'active', id, personal: scope === 'personal' });
  const note = scope === 'personal' ? ' (personal: commits will not name it)' : '';
  context.terminal.print(`${id} started: ${oneLine(title, 1000)}${note}`);
  return 0;
}
