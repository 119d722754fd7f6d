import type { AnyField } from '../model/field';
import { keptReason } from '../followUp/droppedReason';
import { goalKind } from '../model/goal';
import type { Kind } from '../model/kind';
import { pactKind } from '../model/pact';
import { PACT_WORDS } from '../snapshot/pactView';
import { fieldText } from '../model/readFieldText';
import { momentFigures } from '../snapshot/calendar';
import { choiceWord } from '../text/choiceWord';
import { fillText } from '../text/fillText';
import { escapeMarkdown, oneLine, visible } from '../text/safeText';
import { recordTitle } from '../okr/relationText';
import { askedFields } from '../changes/recordActions';
import type { RecordNode, Snapshot } from '../snapshot/snapshot';
import { recordLine } from '../snapshot/recordNode';

const LONGEST = 1000;

/** Writes one record: a heading, then a line for each field that says something. No text of a person is Markdown in it. */
export function recordMarkdown(node: RecordNode, snapshot: Snapshot): string {
  const head = `### ${node.kind.label}: ${cell(recordTitle(node, snapshot, fillText))}`;
  const lines = filledFields(node, snapshot).map(([label, field, value]) => {
    const text = valueWords(field, value, snapshot);
    return field.type === 'longText' ? `- ${label}:\n\n${quoted(text)}\n` : `- ${label}: ${cell(text)}`;
  });
  return [head, '', ...lines].join('\n').trimEnd();
}

/** Writes records of one kind as a table, one per row. */
export function recordsMarkdown(kind: Kind, nodes: readonly RecordNode[], snapshot: Snapshot): string {
  const fields = askedFields(kind);
  const rows = nodes.map((node) =>
    fields.map(([name, field]) => {
      const value = shownValue(node, name, snapshot);
      return value === undefined ? '' : cell(valueWords(field, value, snapshot));
    }),
  );
  const head = fields.map(([, { label }]) => label);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Returns the fields of a record that say something, in the order of the declaration, then why a pact counts as kept. */
export function filledFields(node: RecordNode, snapshot: Snapshot): [string, AnyField, unknown][] {
  const filled = askedFields(node.kind).flatMap(([name, field]): [string, AnyField, unknown][] => {
    const value = shownValue(node, name, snapshot);
    return value === undefined || value === false ? [] : [[field.label, field, value]];
  });
  const goal = snapshot.goals.get(node.id);
  const reason = goal && keptReason(goal, snapshot);
  return reason === undefined ? filled : [...filled, [goalKind.fields.reason.label, goalKind.fields.reason, reason]];
}

/** Returns the value that is shown for a field: of a pact, its state says more than the status that is stored. */
function shownValue({ id, kind, values }: RecordNode, name: string, { pacts }: Snapshot): unknown {
  const pact = kind === pactKind && name === 'status' ? pacts.get(id) : undefined;
  return pact ? PACT_WORDS[pact.state] : values[name];
}

/** Returns a value in words: people and goals by their names. */
export function valueWords(field: AnyField, value: unknown, snapshot: Snapshot): string {
  const { people, goals, records, calendar } = snapshot;
  const nameOf = (id: string): string => {
    const record = records.get(id);
    return people.get(id) ?? goals.get(id)?.goal.title ?? (record ? recordLine(record, snapshot) : id);
  };
  if (field.type === 'person' || field.type === 'reference') return nameOf(String(value));
  if (field.type === 'set' && typeof value === 'object' && value !== null)
    return Object.keys(value).map(nameOf).join(', ');
  if (field.type === 'choiceEach' && typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([id, choice]) => `${nameOf(id)}: ${String(choice)}`)
      .join(', ');
  if (field.type === 'choice') return choiceWord(String(value), fillText);
  if (field.type === 'moment') return momentFigures(String(value), calendar.zone);
  return typeof value === 'number' ? String(value) : fieldText(value);
}

function cell(text: string): string {
  return escapeMarkdown(oneLine(text, LONGEST));
}

function quoted(text: string): string {
  const lines = visible(text.trim()).split('\n');
  return lines.map((line) => `  > ${escapeMarkdown(line)}`).join('\n');
}
