import type { Zone } from '../../core/ports/ports';
import type { BurnUpPoint } from '../../core/reports/burnUp';
import { burnUpUntil } from '../../core/reports/burnUp';
import { ACTIVITY_TEXTS } from '../../core/reports/activityText';
import { measuredOf } from '../../core/followUp/measured';
import { OKR_TEXTS } from '../../core/okr/okrTexts';
import { minuteOf, momentFigures } from '../../core/snapshot/calendar';
import type { Reading } from '../../core/snapshot/measure';
import { readingsOf } from '../../core/snapshot/measure';
import { recordLine } from '../../core/snapshot/recordNode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { withUnit } from '../../core/text/withUnit';
import { goalHistory } from '../../git/files/goalHistory';
import { systemClock } from '../../store/nodePorts';
import { oneWord, parseArguments } from '../terminal/arguments';
import { idsNamed, onlyId } from '../place/findGoal';
import { namesOf } from '../kinds/openKind';
import type { VerbPlace } from '../place/verbPlace';
import { openVerbPlace } from '../place/verbPlace';
import { findNode, readSnapshot } from '../place/readSnapshot';
import { requireRepository } from '../place/requireRepository';
import { paint, say } from '../terminal/terminal';
import type { Context, ExitCode, Verb } from '../terminal/verb';

const WIDTH = 24;

export const historyVerb: Verb = {
  usage: 'history GOAL|KPI [--json]',
  help: `Shows how a goal of the team came along (burn-up): of the goals below it, or of itself, how many were done at which time. It comes from
the versions of the shared file in this branch's history and from the commits that close goals, at most 200 points, and now.
What was measured of a goal or KPI follows, each value with its day.

  --json   for a goal, an array of {date, done, total}; for a KPI, of {at, value, source, note}; the oldest first`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  const place = await openVerbPlace(context, { commits: true, readOnly: true });
  const snapshot = await readSnapshot(place, { commits: true });
  const id = goalOrKpi(oneWord(positionals, 'ID'), snapshot, place);
  const kpi = snapshot.records.get(id);
  const { print, printJson } = context.terminal;
  const measured = readingsOf(id, snapshot);
  if (kpi) {
    if (values.json) printJson(measured.map(({ at, value, source, note }) => ({ at, value, source, note })));
    else {
      print(say`${paint('dim', id)} ${paint('bold', oneLine(recordLine(kpi, snapshot), 1000))}`);
      if (measured.length === 0) print(`  ${OKR_TEXTS.unmeasured}`);
      for (const line of measuredLines(id, measured, snapshot)) print(line);
    }
    return 0;
  }
  const node = findNode(id, snapshot, place);
  const { points, isWhole } = await courseOf(node, place);
  if (values.json) {
    printJson(points.map((point) => ({ date: new Date(point.at).toISOString(), ...countsOf(point) })));
    return 0;
  }
  print(say`${paint('dim', id)} ${paint('bold', oneLine(node.goal.title, 1000))}`);
  const most = Math.max(1, ...points.map((point) => point.total));
  // Of a measured goal without parts the values tell the course, not the count of one goal.
  const isCounted = !(node.isMeasured && node.children.length === 0 && measured.length > 0);
  for (const point of isCounted ? points : []) print(`  ${lineOf(point, most, snapshot.calendar.zone)}`);
  if (!isWhole) print(`  ${ACTIVITY_TEXTS.partial}`);
  if (measured.length === 0) return 0;
  print('');
  print(paint('bold', 'Measured'));
  for (const line of measuredLines(id, measured, snapshot)) print(line);
  return 0;
}

/** Finds the id of a goal or of a KPI. */
function goalOrKpi(word: string, snapshot: Snapshot, place: VerbPlace): string {
  const named = namesOf('gu', snapshot);
  const found = idsNamed(word, named, 'gu');
  return found.length === 0 ? findNode(word, snapshot, place).goal.id : onlyId(word, found, named, 'goal or KPI');
}

interface Course {
  readonly points: readonly BurnUpPoint[];
  /** False if some versions of the file are not in this clone. */
  readonly isWhole: boolean;
}

/** Returns the burn-up of a goal. @throws Failure outside of a repository */
async function courseOf(node: GoalNode, place: VerbPlace): Promise<Course> {
  const repository = requireRepository(place);
  const { goal, scope, source } = node;
  const { revisions, isWhole } =
    scope === 'team' ? await goalHistory(repository, source, goal.id) : { revisions: [], isWhole: true };
  const commits = (await place.commits?.linkedCommits()) ?? [];
  return { points: burnUpUntil(systemClock.now(), node, revisions, commits), isWhole };
}

/** Returns a line for each value of a measure: its day or time, the value, and where it comes from. */
function measuredLines(id: string, readings: readonly Reading[], snapshot: Snapshot): string[] {
  const unit = measuredOf(id, snapshot)?.unit ?? '';
  return readings.map(({ at, value, source = '', note = '' }) => {
    const facts = [withUnit(value, unit), source, note].filter((fact) => fact !== '');
    return `  ${momentFigures(at, snapshot.calendar.zone).padEnd(16)}  ${oneLine(facts.join(' · '), 300)}`;
  });
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
