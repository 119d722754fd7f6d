import type { Kind } from '../../core/model/kind';
import { askedFields } from '../../core/changes/recordActions';
import { filledFields, recordMarkdown, recordsMarkdown, valueWords } from '../../core/records/recordMarkdown';
import { recordTitle } from '../../core/okr/relationText';
import { isoTime } from '../../core/reports/goalActivity';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { isBelow, recordsOfKind } from '../../core/snapshot/recordNode';
import { fillText } from '../../core/text/fillText';
import { oneLine } from '../../core/text/safeText';
import { doubtText } from '../texts/doubtText';
import { atMostOne, noWords, oneWord, parseArguments } from '../terminal/arguments';
import { findId } from '../place/findGoal';
import type { Terminal } from '../terminal/terminal';
import { paint, say } from '../terminal/terminal';
import type { Context, ExitCode } from '../terminal/verb';
import { findRecord, namesOf, openKind } from './openKind';
import { printRecords } from './recordTable';

const FORMATS = { json: { type: 'boolean' }, markdown: { type: 'boolean' } } as const;

export async function listRecordsOf(kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { ...FORMATS, of: { type: 'string' } });
  noWords(positionals);
  const format = atMostOne(values, 'json', 'markdown');
  const { snapshot } = await openKind(context);
  const { print, printLines, printJson } = context.terminal;
  const all = recordsOfKind(kind, snapshot);
  const nodes = values.of === undefined ? all : recordsBelow(kind, all, values.of, snapshot);
  if (format === 'json') printJson(nodes.map(recordJson));
  else if (format === 'markdown') printLines(recordsMarkdown(kind, nodes, snapshot));
  else if (nodes.length === 0) print(`No ${kind.plural.toLowerCase()} yet.`);
  else printRecords(nodes, snapshot, context.terminal);
  return 0;
}

export async function showRecordOf(kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, FORMATS);
  const word = oneWord(positionals, 'ID');
  const format = atMostOne(values, 'json', 'markdown');
  const { snapshot } = await openKind(context);
  const node = findRecord(word, kind, snapshot);
  const { printLines, printJson } = context.terminal;
  if (format === 'json') printJson(recordJson(node));
  else if (format === 'markdown') printLines(recordMarkdown(node, snapshot));
  else printRecord(node, snapshot, context.terminal);
  return 0;
}

function recordsBelow(
  { below = '', fields }: Kind,
  nodes: readonly RecordNode[],
  word: string,
  snapshot: Snapshot,
): readonly RecordNode[] {
  const letters = fields[below]?.of ?? 'g';
  const id = findId(word, namesOf(letters, snapshot), letters);
  return nodes.filter((node) => isBelow(node, id));
}

/** Returns every field of the declaration; a field that the record does not have is null. */
function recordJson({ id, kind, scope, created, values }: RecordNode): object {
  const fields = askedFields(kind).map(([name]): [string, unknown] => [name, values[name] ?? null]);
  return {
    id,
    scope,
    created: created === undefined ? null : isoTime(created),
    ...(Object.fromEntries(fields) as object),
  };
}

/** Prints everything that a record says, one field on each line. */
export function printRecord(node: RecordNode, snapshot: Snapshot, { print }: Terminal): void {
  print(
    say`${paint('dim', node.id)} ${paint('bold', `${node.kind.label}: ${oneLine(recordTitle(node, snapshot, fillText), 1000)}`)}`,
  );
  const doubt = doubtText(node.id, snapshot);
  const facts = [
    ...filledFields(node, snapshot).map(
      ([label, field, value]) => [label, valueWords(field, value, snapshot)] as const,
    ),
    ...(doubt === undefined ? [] : [['History', doubt] as const]),
  ];
  const width = Math.max(0, ...facts.map(([label]) => label.length));
  for (const [label, text] of facts) print(say`  ${paint('dim', label.padEnd(width))}  ${oneLine(text, 100_000)}`);
}
