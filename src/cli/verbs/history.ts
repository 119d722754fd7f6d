import type { Zone } from '../../core/ports/ports';
import type { BurnUpPoint } from '../../core/reports/burnUp';
import { burnUpUntil } from '../../core/reports/burnUp';
import { ACTIVITY_TEXTS } from '../../core/reports/activityText';
import { minuteOf } from '../../core/snapshot/calendar';
import { oneLine } from '../../core/text/safeText';
import { goalHistory } from '../../git/files/goalHistory';
import { systemClock } from '../../store/nodePorts';
import { oneWord, parseArguments } from '../terminal/arguments';
import { openVerbPlace } from '../place/verbPlace';
import { findNode, readSnapshot } from '../place/readSnapshot';
import { requireRepository } from '../place/requireRepository';
import { paint, say } from '../terminal/terminal';
import type { Context, ExitCode, Verb } from '../terminal/verb';

const WIDTH = 24;

export const historyVerb: Verb = {
  usage: 'history ID [--json]',
  help: `Shows how a goal of the team came along (burn-up): of the goals below it, or of itself, how many were done at which time. It comes from
the versions of the shared file in this branch's history and from the commits that close goals, at most 200 points, and now.

  --json   an array of {date, done, total}, the oldest first`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  const place = await openVerbPlace(context, { commits: true, readOnly: true });
  const repository = requireRepository(place);
  const snapshot = await readSnapshot(place, { commits: true });
  const node = findNode(oneWord(positionals, 'ID'), snapshot, place);
  const { goal } = node;
  const { revisions, isWhole } =
    node.scope === 'team' ? await goalHistory(repository, node.source, goal.id) : { revisions: [], isWhole: true };
  const commits = (await place.commits?.linkedCommits()) ?? [];
  const points = burnUpUntil(systemClock.now(), node, revisions, commits);
  const { print, printJson } = context.terminal;
  if (values.json) {
    printJson(points.map((point) => ({ date: new Date(point.at).toISOString(), ...countsOf(point) })));
    return 0;
  }
  print(say`${paint('dim', goal.id)} ${paint('bold', oneLine(goal.title, 1000))}`);
  const most = Math.max(1, ...points.map((point) => point.total));
  for (const point of points) print(`  ${lineOf(point, most, snapshot.calendar.zone)}`);
  if (!isWhole) print(`  ${ACTIVITY_TEXTS.partial}`);
  return 0;
}

function countsOf({ done, total }: BurnUpPoint): { done: number; total: number } {
  return { done, total };
}

/** Draws a line of the burn-up: `#` is done, `.` is open; lines grow as goals are added. */
function lineOf({ at, done, total }: BurnUpPoint, most: number, zone: Zone): string {
  const [filled, all] = [done, total].map((count) => Math.round((count / most) * WIDTH));
  const bar = '#'
    .repeat(filled ?? 0)
    .padEnd(all ?? 0, '.')
    .padEnd(WIDTH);
  return `${minuteOf(at, zone)}  ${bar}  ${done}/${total}`;
}
