import { documentIn } from '../document/fileReading';
import type { GoalDocument } from '../document/goalDocument';
import type { Json } from '../document/json';
import { byCodeUnit, isObject } from '../document/json';
import type { Fields } from '../model/field';
import type { Kind, KindFace, LineAbout } from '../model/kind';
import { namedAbove } from '../model/kind';
import { goalKind } from '../model/goal';
import { isOfKind, kindOfGoal } from '../model/kinds';
import type { Aliases } from '../model/onePerson';
import { withOnePerson } from '../model/onePerson';
import { readRecord } from '../model/readRecord';
import { createdAt } from '../model/recordTimes';
import type { Zone } from '../ports/ports';
import { momentFigures } from './calendar';
import type { GoalNode, RecordNode, Snapshot, SourceReading } from './snapshot';

export function recordNode<F extends Fields>(
  kind: Kind<F>,
  id: string,
  record: Json,
  { scope, path }: Pick<SourceReading, 'scope' | 'path'>,
  aliases: Aliases,
  written = readRecord(kind, id, record).values,
): RecordNode<F> {
  const joined = withOnePerson(kind, record, aliases);
  const values = joined === record ? written : readRecord(kind, id, joined).values;
  return {
    id,
    kind,
    values,
    written,
    scope,
    source: path,
    goal: textOf(kind.below === undefined ? undefined : values[kind.below]),
    author: textOf(kind.author === undefined ? undefined : values[kind.author])?.toLowerCase(),
    created: createdAt(record),
  };
}

/** Tells whether a record is of that kind; if so, its fields have their types. */
export function isOf<F extends Fields>(node: RecordNode | undefined, kind: Kind<F>): node is RecordNode<F> {
  return node?.kind === kind;
}

/** Returns the records that are of a kind, in the same order. */
export function ofKind<F extends Fields>(nodes: Iterable<RecordNode>, kind: Kind<F>): RecordNode<F>[] {
  return [...nodes].filter((node) => isOf(node, kind));
}

/** Returns all records of a kind, oldest first. */
export function recordsOfKind<F extends Fields>(kind: Kind<F>, snapshot: Snapshot): readonly RecordNode<F>[] {
  if (kind.letter !== goalKind.letter) return ofKind(snapshot.records.values(), kind).sort(byAge);
  return [...snapshot.goals.values()].flatMap((node) => goalRecord(kind, node, snapshot) ?? []).sort(byAge);
}

/** Returns the records of a kind below a goal, oldest first. */
export function recordsAt<F extends Fields>(
  goal: string,
  kind: Kind<F>,
  { recordsByGoal }: Pick<Snapshot, 'recordsByGoal'>,
): readonly RecordNode<F>[] {
  return ofKind(recordsByGoal.get(goal) ?? [], kind);
}

/** Returns the records of a goal that are shown in that place, oldest first. */
export function recordsBelow(goal: string, place: KindFace, { recordsByGoal }: Snapshot): readonly RecordNode[] {
  return (recordsByGoal.get(goal) ?? []).filter(({ kind }) => kind.shows.includes(place));
}

/** Tells whether a record is below that goal, alone or among others. */
export function isBelow({ kind, values }: RecordNode, goal: string): boolean {
  return namedAbove(kind, values).includes(goal);
}

/** Returns the name of what a record is below: the title of a goal, or the line of a record such as a KPI; undefined for none. */
export function nameAbove({ goal }: RecordNode, snapshot: LineSource): string | undefined {
  if (goal === undefined) return undefined;
  const record = snapshot.records.get(goal);
  return snapshot.goals.get(goal)?.goal.title ?? (record ? recordLine(record, snapshot) : undefined);
}

/** Tells whether a record asks people for something and has no answer yet. */
export function awaitsAnswer({ kind, values }: RecordNode): boolean {
  return kind.awaits?.(values) === true;
}

/** Source of the names, units and days in the lines of records. */
export type LineSource = Pick<Snapshot, 'goals' | 'records' | 'calendar'>;

/** Returns the line that represents a record in a list. */
export function recordLine(node: Pick<RecordNode, 'kind' | 'values'>, snapshot: LineSource): string {
  const { goals, records, calendar } = snapshot;
  return lineOf(node, calendar.zone, (id) => goals.get(id)?.goal.more.unit ?? textOf(records.get(id)?.values['unit']));
}

/** Returns the line of a record of any version of the goals. @param unitAt finds the unit of what is measured there. */
export function lineOf(
  { kind, values }: Pick<RecordNode, 'kind' | 'values'>,
  zone: Zone,
  unitAt: (id: string) => string | undefined,
): string {
  const about: LineAbout = {
    unitOf: (id) => (id === undefined ? undefined : unitAt(id)) ?? '',
    figures: (moment) => momentFigures(moment, zone),
  };
  return kind.line(values, about) || kind.label;
}

export function byAge(a: RecordNode, b: RecordNode): number {
  return (a.created ?? 0) - (b.created ?? 0) || byCodeUnit(a.id, b.id);
}

/** Returns the document read from a file; undefined if the file could not be read. */
export function documentAt({ sources }: Snapshot, path: string): GoalDocument | undefined {
  return documentIn(sources.find((source) => source.path === path)?.reading);
}

/** Returns a goal as a record of its own kind, so that its fields can be changed one by one. */
export function goalAsRecord(node: GoalNode, snapshot: Snapshot): RecordNode | undefined {
  return goalRecord(kindOfGoal(node.goal.kind), node, snapshot);
}

/** Returns a goal as a record of a kind that shares its letter; undefined if the goal is of another kind. */
function goalRecord<F extends Fields>(
  kind: Kind<F>,
  { goal, scope, source }: GoalNode,
  snapshot: Snapshot,
): RecordNode<F> | undefined {
  const record = documentAt(snapshot, source)?.records.get(goal.id);
  if (!isObject(record) || !isOfKind(kind, record)) return undefined;
  return recordNode(kind, goal.id, record, { scope, path: source }, snapshot.aliases);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
