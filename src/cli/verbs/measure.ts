import { readingKind } from '../../core/model/reading';
import { changeText, measuredOf } from '../../core/followUp/measured';
import { planMeasure } from '../../core/records/planCheckIn';
import { momentFigures } from '../../core/snapshot/calendar';
import { latestReading } from '../../core/snapshot/measure';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { momentOrder } from '../../core/text/moment';
import { oneLine } from '../../core/text/safeText';
import { withUnit } from '../../core/text/withUnit';
import { readFieldValue } from '../terminal/readFieldValue';
import { parseArguments } from '../terminal/arguments';
import { Failure, UsageError } from '../terminal/failure';
import { openKind, savePlan } from '../kinds/openKind';
import { planFacts } from '../../app/planFacts';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const measureVerb: Verb = {
  usage: 'measure GOAL|KPI VALUE [--at DAY|TIME] [--source NAME] [--note TEXT]',
  help: `Notes the value of a measure, in the unit of the goal or KPI. The value of the latest time counts; the earlier ones stay.
It needs no terminal, so that a build can do it: microgoals measure KPI 0.04 --source ci

  --at DAY|TIME     of which day or time it is, as in mon, 11-20, 14:05, "fri 9:30"; now unless told otherwise
  --source NAME     where it comes from, such as ci; with it nobody has to be known to git
  --note TEXT       a word on it`,
  run,
};

const OPTIONS = { at: { type: 'string' }, source: { type: 'string' }, note: { type: 'string' } } as const;

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, OPTIONS);
  const [word, text, ...more] = positionals;
  if (word === undefined || text === undefined || more.length > 0)
    throw new UsageError('Say what is measured, and its value: microgoals measure GOAL|KPI VALUE');
  const { place, snapshot, fields } = await openKind(context);
  const kind = readingKind.fields;
  const of = await readFieldValue('of', kind.of, word, fields);
  const value = await readFieldValue('value', kind.value, text, fields);
  const at = values.at === undefined ? undefined : await readFieldValue('at', kind.at, values.at, fields);
  if (typeof of !== 'string' || typeof value !== 'number') throw new UsageError('The value is missing.');
  const said = { value, at: typeof at === 'string' ? at : undefined, source: values.source, note: values.note };
  const id = await savePlan(await planMeasure(of, said, snapshot, planFacts(place)), place);
  context.terminal.print(`${id} ${lineOf(of, said, snapshot)}`);
  return 0;
}

/** Returns what the value changes; one of an earlier time than the latest changes nothing, and says so. */
function lineOf(
  id: string,
  { value, at }: { readonly value: number; readonly at: string | undefined },
  snapshot: Snapshot,
): string {
  const measured = measuredOf(id, snapshot);
  if (!measured) throw new Failure(`${id} is gone.`);
  const title = oneLine(measured.title, 1000);
  const latest = latestReading(id, snapshot);
  const isEarlier = at !== undefined && latest !== undefined && momentOrder(at) < momentOrder(latest.at);
  if (!isEarlier) return `${title}: ${oneLine(changeText(measured, value), 200)}`;
  const { zone } = snapshot.calendar;
  const { unit = '' } = measured;
  const said = (each: number, moment: string): string =>
    `${oneLine(withUnit(each, unit), 100)} on ${momentFigures(moment, zone)}`;
  return `${title}: ${said(value, at)}; ${said(latest.value, latest.at)} still counts`;
}
