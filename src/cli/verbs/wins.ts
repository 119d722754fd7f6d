import type { Snapshot } from '../../core/snapshot/snapshot';
import type { Win } from '../../core/together/wins';
import { winsOf } from '../../core/together/wins';
import { dayOf } from '../../core/snapshot/calendar';
import { isoTime } from '../../core/reports/goalActivity';
import { oneLine } from '../../core/text/safeText';
import { noWords, parseArguments } from '../terminal/arguments';
import { ownerName } from '../texts/goalTexts';
import { openKind } from '../kinds/openKind';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const winsVerb: Verb = {
  usage: 'wins [--last] [--json]',
  help: `Shows what was reached since Monday, the latest first: goals done, pacts kept, milestones, kudos.

  --last   the week before
  --json   an array of {what, id, goal, text, at, by, to}; what is goal, pact, milestone, kudos or reward`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { last: { type: 'boolean' }, json: { type: 'boolean' } });
  noWords(positionals);
  const { snapshot } = await openKind(context, { commits: true });
  const wins = winsOf(snapshot, values.last ? 1 : 0);
  const { print, printJson } = context.terminal;
  if (values.json) printJson(wins.map(winJson));
  else if (wins.length === 0) print(values.last ? 'Nothing in the last week.' : 'Nothing yet this week.');
  else for (const win of wins) print(lineOf(win, snapshot));
  return 0;
}

function winJson({ what, id, goal, text, at, by, to }: Win): object {
  return { what, id, goal: goal ?? null, text, at: isoTime(at), by: by ?? null, to };
}

const WORDS: Readonly<Record<Win['what'], string>> = {
  goal: 'done',
  pact: 'kept',
  milestone: 'milestone',
  kudos: 'kudos',
  reward: 'reward',
};

function lineOf({ what, text, at, by, to }: Win, snapshot: Snapshot): string {
  const names = to.map((id) => ownerName(id, snapshot));
  const isThanks = what === 'kudos' || what === 'reward';
  const whom = isThanks ? [`to ${names.length === 0 ? 'everybody' : names.join(', ')}`] : [];
  const who = by === undefined ? [] : [isThanks ? `from ${ownerName(by, snapshot)}` : ownerName(by, snapshot)];
  return `${dayOf(at, snapshot.calendar.zone)}  ${[`${WORDS[what]}: ${oneLine(text, 200)}`, ...whom, ...who].join(' · ')}`;
}
