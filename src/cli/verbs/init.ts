import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { formatDocument } from '../../core/document/formatDocument';
import { emptyDocument } from '../../core/document/goalDocument';
import { createExclusively } from '../../store/createExclusively';
import { saveError } from '../../store/storageFailure';
import { noWords, parseArguments } from '../terminal/arguments';
import { describeUnreadable, shownPath } from '../texts/describeUnreadable';
import { Failure } from '../terminal/failure';
import { warnIfIgnored } from '../place/warnIfIgnored';
import { openVerbPlace } from '../place/verbPlace';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const initVerb: Verb = {
  usage: 'init',
  help: `Makes .microgoals/goals.json, the one file that a team shares by committing it. There is no need to: the first
team goal makes it, too.`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  noWords(parseArguments(args, {}).positionals);
  const place = await openVerbPlace(context);
  const { shared, root } = place;
  const name = shownPath(shared.path, root);
  const reading = await shared.read();
  if (reading.state === 'broken') throw new Failure(describeUnreadable(shared.path, reading.problems[0], root));
  const isNew = reading.state === 'absent' && (await make(shared.path, name));
  context.terminal.print(isNew ? `${name} made. Next:` : `${name} is there already. Next:`);
  context.terminal.print(`  microgoals add --team 'Ship the login page !fri'   a goal for everybody`);
  context.terminal.print(`  microgoals hooks install                           commits name the goal you work on`);
  await warnIfIgnored(place, context);
  return 0;
}

async function make(file: string, name: string): Promise<boolean> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    return await createExclusively(file, formatDocument(emptyDocument()));
  } catch (error) {
    throw saveError(error, name);
  }
}
