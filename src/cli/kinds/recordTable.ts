import { blockedSince, isOpenBlocker } from '../../core/followUp/blockers';
import { blockerKind } from '../../core/model/blocker';
import { cycleKind } from '../../core/model/cycle';
import { kpiKind } from '../../core/model/kpi';
import { readingKind } from '../../core/model/reading';
import { kpiStanding } from '../../core/okr/kpis';
import { kpiText } from '../../core/okr/okrTexts';
import { recordTitle } from '../../core/okr/relationText';
import { factTexts } from '../../core/reports/goalFacts';
import { dayOf, momentDay } from '../../core/snapshot/calendar';
import { awaitsAnswer, isOf, nameAbove } from '../../core/snapshot/recordNode';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { fillText } from '../../core/text/fillText';
import { shortDate } from '../../core/text/isoDate';
import { oneLine } from '../../core/text/safeText';
import type { Terminal } from '../terminal/terminal';
import { paint, say } from '../terminal/terminal';
import { fitText, textWidth } from '../terminal/textWidth';
import { doubtText } from '../texts/doubtText';
import { factWords, ownerName } from '../texts/goalTexts';
import { shortIds } from '../texts/shortIds';

/** Columns of the table of a kind; those that are empty in every row are left out. */
const COLUMNS = ['ID', 'Title', 'State', 'Owner', 'Measure', 'Goal', 'Day'] as const;
type Row = { readonly [Name in (typeof COLUMNS)[number]]?: string | undefined };
/** Columns that a title keeps in a narrow terminal. */
const LEAST_TITLE = 24;
const LONGEST_TITLE = 200;
const LONGEST = 60;
const GAP = 2;

/** Prints records of one kind as a table, one record on each line below the names of the columns. */
export function printRecords(nodes: readonly RecordNode[], snapshot: Snapshot, { print, columns }: Terminal): void {
  const short = shortIds(nodes.map(({ id }) => id));
  const rows = nodes.map((node) => ({ ...rowOf(node, snapshot), ID: short.get(node.id) ?? node.id }));
  const names = COLUMNS.filter((name) => rows.some((row) => cell(row, name) !== ''));
  const widths = widthsOf(names, rows, columns);
  const line = (row: Row): string[] =>
    names.map((name) => {
      const width = widths.get(name) ?? 0;
      const text = fitText(cell(row, name), width);
      return name === names.at(-1) ? text : text.padEnd(text.length + width - textWidth(text) + GAP);
    });
  print(
    paint(
      'dim',
      line(Object.fromEntries(names.map((name) => [name, name])))
        .join('')
        .trimEnd(),
    ),
  );
  for (const row of rows) {
    const [id = '', title = '', ...others] = line(row);
    print(say`${paint('dim', id)}${title}${paint('dim', others.join('').trimEnd())}`);
  }
}

function widthsOf(
  names: readonly (typeof COLUMNS)[number][],
  rows: readonly Row[],
  columns: number | undefined,
): ReadonlyMap<string, number> {
  const widths = new Map<string, number>(
    names.map((name) => [name, Math.max(name.length, ...rows.map((row) => textWidth(cell(row, name))))]),
  );
  const title = widths.get('Title') ?? 0;
  const others = [...widths.values()].reduce((sum, width) => sum + width + GAP, 0) - title;
  return columns === undefined ? widths : widths.set('Title', Math.min(title, Math.max(LEAST_TITLE, columns - others)));
}

function cell(row: Row, name: (typeof COLUMNS)[number]): string {
  return row[name] ?? '';
}

function rowOf(node: RecordNode, snapshot: Snapshot): Row {
  return {
    Title: oneLine(recordTitle(node, snapshot, fillText), LONGEST_TITLE),
    ...(goalRow(node, snapshot) ?? recordRow(node, snapshot)),
  };
}

/** Returns what a table says of a goal; undefined if the record is no goal. */
function goalRow({ id }: RecordNode, snapshot: Snapshot): Row | undefined {
  const node = snapshot.goals.get(id);
  if (!node) return undefined;
  const facts = (...names: Parameters<typeof factTexts>[0]): string =>
    factTexts(names, node, snapshot, factWords(snapshot))
      .map(({ text }) => text)
      .join(' · ');
  return {
    State: facts('agreement') || node.goal.status,
    Owner: node.goal.owner && ownerName(node.goal.owner, snapshot),
    Measure: facts('progress', 'measure', 'outlook'),
    Day: node.goal.due && shortDate(node.goal.due, snapshot.calendar.today),
  };
}

function recordRow(node: RecordNode, snapshot: Snapshot): Row {
  const { id, values, author, created } = node;
  const { by, owner, due } = values;
  const above = nameAbove(node, snapshot);
  const person = [author, owner, by].find((each) => typeof each === 'string');
  const { zone } = snapshot.calendar;
  const made = created === undefined ? undefined : dayOf(created, zone);
  const day = typeof due === 'string' ? due : (dayAbout(node, snapshot) ?? made);
  return {
    State: [blockerState(node, snapshot) ?? stateOf(node), doubtText(id, snapshot)]
      .flatMap((text) => text ?? [])
      .join(' · '),
    Owner: typeof person === 'string' ? ownerName(person, snapshot) : undefined,
    Measure: isOf(node, kpiKind) ? kpiText(kpiStanding(node, snapshot), zone, fillText) : undefined,
    Goal: above === undefined ? undefined : oneLine(above, LONGEST),
    Day: day === undefined ? undefined : shortDate(day, snapshot.calendar.today),
  };
}

/** Returns the day that a record is about: since when it blocks, of when a value is, until when a cycle goes. */
function dayAbout(node: RecordNode, { calendar }: Snapshot): string | undefined {
  if (isOf(node, blockerKind)) return blockedSince(node, calendar);
  if (isOf(node, readingKind)) return node.values.at && momentDay(node.values.at, calendar.zone);
  return isOf(node, cycleKind) ? (node.values.closed ?? node.values.to) : undefined;
}

/** Returns whom an open blocker waits for, or how it was cleared; undefined for any other record. */
function blockerState(node: RecordNode, snapshot: Snapshot): string | undefined {
  if (!isOf(node, blockerKind)) return undefined;
  const { needs, resolution } = node.values;
  if (!isOpenBlocker(node, snapshot))
    return resolution === undefined ? 'cleared' : `cleared: ${oneLine(resolution, LONGEST)}`;
  return needs === undefined ? 'open' : `waits for ${ownerName(needs, snapshot)}`;
}

function stateOf(node: RecordNode): string | undefined {
  const { kind, values } = node;
  const { state } = values;
  if (isOf(node, cycleKind)) return node.values.closed === undefined ? undefined : 'closed';
  if (awaitsAnswer(node)) return typeof state === 'string' ? state : 'open';
  if (typeof state === 'string') return state === 'open' ? undefined : state;
  // A record that could have a state and has none is asked nothing.
  if ('state' in kind.fields) return undefined;
  return kind.awaits && (Object.values(kind.answers ?? {})[0]?.said ?? 'settled');
}
