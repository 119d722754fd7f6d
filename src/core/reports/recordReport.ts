import type { FieldType } from '../model/field';
import type { Kind } from '../model/kind';
import { formKinds } from '../model/kinds';
import { fieldText } from '../model/readFieldText';
import { choiceWord } from '../text/choiceWord';
import { fillText } from '../text/fillText';
import { oneLine } from '../text/safeText';
import { isClosed } from '../snapshot/goalStanding';
import { recordTitle } from '../okr/relationText';
import type { NamedField } from '../changes/recordActions';
import { askedFields, formFields, mayWrite, presetValues } from '../changes/recordActions';
import type { KpiNode } from '../okr/kpis';
import type { ReadingSeries } from '../okr/readingSeries';
import { seriesOf } from '../okr/readingSeries';
import { kpiKind } from '../model/kpi';
import { isOf, nameAbove, recordLine, recordsOfKind } from '../snapshot/recordNode';
import type { RecordNode, Snapshot } from '../snapshot/snapshot';

/** Records of all kinds as the team panel shows them, and the fields of its forms: plain data that survives a message. */
export interface RecordReport {
  /** One list for each kind that the team already uses; the other kinds do not appear here. */
  readonly lists: readonly RecordList[];
  /** Choices for a field that names a goal. */
  readonly goals: readonly Choice[];
  /** Choices for a field that names a person. */
  readonly people: readonly Choice[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface RecordList {
  readonly kind: string;
  readonly label: string;
  readonly plural: string;
  readonly fields: readonly FormField[];
  /** Initial values of the form for a new record, one for every field that it asks for. */
  readonly preset: FieldTexts;
  /** Latest first. */
  readonly records: readonly RecordEntry[];
}

export type FieldTexts = Readonly<Record<string, string>>;

export interface FormField {
  readonly name: string;
  readonly type: FieldType;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
  /** For a field that names records, the letter of their kind: goals and people are in the report, others in `choices`. */
  readonly of: string | null;
  readonly choices: readonly Choice[];
}

export interface RecordEntry {
  readonly id: string;
  readonly line: string;
  readonly author: string | null;
  /** Title of the goal that the record belongs to. */
  readonly goal: string | null;
  /** Milliseconds since 1970. */
  readonly created: number | null;
  /** Initial values of the form that edits the record: only fields that the person may change, none for most records of others. */
  readonly values: FieldTexts;
  /** What was measured of a KPI; null for any other record, and before the second reading. */
  readonly readings: ReadingSeries | null;
}

const MAX_READINGS = 200;
const MAX_RECORDS = 100;
const MAX_CHOICES = 500;
const MAX_LINE = 300;
const MAX_NAME = 100;

/** Reports on the team's records. @param word puts a text of a declaration into the language of the reader. */
export function recordReport(snapshot: Snapshot, word: (text: string) => string): RecordReport {
  const kinds = formKinds().filter(({ shows }) => shows.includes('panel'));
  const lists = kinds.flatMap((kind) => {
    const records = recordsOfKind(kind, snapshot).filter(({ scope }) => scope === 'team');
    return records.length === 0 ? [] : [listOf(kind, records, snapshot, word)];
  });
  if (lists.length === 0) return { lists, goals: [], people: [] };
  return {
    lists,
    goals: openGoals(snapshot.goals),
    people: [...snapshot.people]
      .slice(0, MAX_CHOICES)
      .map(([value, name]) => ({ value, label: oneLine(name, MAX_NAME) })),
  };
}

function listOf(
  kind: Kind,
  records: readonly RecordNode[],
  snapshot: Snapshot,
  word: (text: string) => string,
): RecordList {
  const { me, calendar } = snapshot;
  const fields = askedFields(kind).map(([name, { type, label, help, required, of = null, choices = [] }]) => ({
    name,
    type,
    label: word(label),
    help: word(help),
    required,
    of,
    choices:
      of === null ? choices.map((value) => ({ value, label: choiceWord(value, word) })) : recordChoices(of, snapshot),
  }));
  return {
    kind: kind.name,
    label: word(kind.label),
    plural: word(kind.plural),
    fields,
    preset: textsOf(formFields(kind, { isNew: true }), presetValues(kind, { me, today: calendar.today })),
    records: records
      .toReversed()
      .slice(0, MAX_RECORDS)
      .map((node) => entryOf(node, snapshot, word)),
  };
}

/** Returns the goals and records of the team that a field of another kind may name. @param letters those of their kinds. */
function recordChoices(letters: string, snapshot: Snapshot): readonly Choice[] {
  const { goals, records } = snapshot;
  // Goals alone and people are in the report once.
  const open = letters.length > 1 && letters.includes('g') ? openGoals(goals) : [];
  const named = [...records.values()].filter(({ kind, scope }) => letters.includes(kind.letter) && scope === 'team');
  const rows = named.map((node) => ({ value: node.id, label: oneLine(recordLine(node, snapshot), MAX_LINE) }));
  return [...open, ...rows].slice(0, MAX_CHOICES);
}

function openGoals(goals: Snapshot['goals']): readonly Choice[] {
  const open = [...goals.values()].filter((node) => node.scope === 'team' && !isClosed(node));
  return open.slice(0, MAX_CHOICES).map(({ goal }) => ({ value: goal.id, label: oneLine(goal.title, MAX_LINE) }));
}

function entryOf(node: RecordNode, snapshot: Snapshot, word: (text: string) => string): RecordEntry {
  const { people, me } = snapshot;
  const { id, kind, author, created, values } = node;
  const title = nameAbove(node, snapshot);
  return {
    id,
    line: oneLine(
      recordTitle(node, snapshot, (text, ...values) => fillText(word(text), ...values)),
      MAX_LINE,
    ),
    author: author === undefined ? null : oneLine(people.get(author) ?? author, MAX_NAME),
    goal: title === undefined ? null : oneLine(title, MAX_LINE),
    created: created ?? null,
    values: textsOf(formFields(kind, { isNew: false, isOwn: mayWrite(kind, author, me) }), values),
    readings: isOf(node, kpiKind) ? readingsOfKpi(node, snapshot) : null,
  };
}

function readingsOfKpi({ id, values: { title = id, unit } }: KpiNode, snapshot: Snapshot): ReadingSeries | null {
  const series = seriesOf({ id, title: oneLine(title, MAX_LINE), unit }, snapshot, MAX_READINGS);
  return series.readings.length > 1 ? series : null;
}

function textsOf(fields: readonly NamedField[], values: Readonly<Record<string, unknown>>): FieldTexts {
  return Object.fromEntries(fields.map(([name]) => [name, fieldText(values[name])]));
}
