import type { RelationType } from '../model/relation';
import { relationKind } from '../model/relation';
import type { LineSource } from '../snapshot/recordNode';
import { awaitsAnswer, isOf, ofKind, recordLine, recordsAt } from '../snapshot/recordNode';
import { groupedBy } from '../snapshot/groupedBy';
import type { RecordNode, Snapshot } from '../snapshot/snapshot';
import type { Say } from '../text/fillText';
import { oneLine } from '../text/safeText';
import type { RelationNode } from './relations';
import { isStanding } from './relations';

/** Words for relations, in English; keys of the l10n bundle. {0} is the title of the other goal. */
export const RELATION_TEXTS = {
  serves: 'serves "{0}"',
  asks: 'asks to serve "{0}"',
  declined: 'does not serve "{0}": declined',
  dependsOn: 'depends on "{0}"',
  supports: 'supports "{0}"',
  conflictsWith: 'conflicts with "{0}"',
  tension: 'in tension with "{0}"',
  servedBy: 'served by "{0}"',
  askedBy: 'asked by "{0}" to be served',
  neededBy: 'needed by "{0}"',
  supportedBy: 'supported by "{0}"',
  withNote: '{0}: {1}',
  gone: 'one that is gone',
} as const;

const FROM_THE_OTHER: Readonly<Record<RelationType, keyof typeof RELATION_TEXTS>> = {
  serves: 'servedBy',
  dependsOn: 'neededBy',
  supports: 'supportedBy',
  conflictsWith: 'conflictsWith',
  tension: 'tension',
};
const LONGEST = 100;

/** Returns the line that stands for a record in lists; for a relation, it names the other goal. */
export function recordTitle(node: RecordNode, source: LineSource, say: Say): string {
  return isOf(node, relationKind) ? relationText(node, source, say) : recordLine(node, source);
}

/** Returns what a relation says of its goal. */
export function relationText(node: RelationNode, source: LineSource, say: Say): string {
  const { type, state } = node.values;
  const isDeclined = type === 'serves' && state === 'declined';
  const text = awaitsAnswer(node) ? 'asks' : isDeclined ? 'declined' : type;
  return withNote(node, say(RELATION_TEXTS[text], nameOf(node.values.to, source, say)), say);
}

/** Returns what its relations say of a goal, those that other goals name it in after its own; declined ones say nothing. */
export function relationTexts(goal: string, snapshot: Snapshot, say: Say): readonly string[] {
  const own = recordsAt(goal, relationKind, snapshot).filter(({ values }) => values.state !== 'declined');
  const others = (relationsTo(snapshot).get(goal) ?? []).filter((node) => snapshot.goals.has(node.goal ?? ''));
  const texts = [
    ...own.map((node) => relationText(node, snapshot, say)),
    ...others.flatMap((node) => {
      if (!isStanding(node) && !awaitsAnswer(node)) return [];
      const text = awaitsAnswer(node) ? 'askedBy' : FROM_THE_OTHER[node.values.type];
      return [withNote(node, say(RELATION_TEXTS[text], nameOf(node.goal, snapshot, say)), say)];
    }),
  ];
  return [...new Set(texts)];
}

function withNote({ values: { note = '' } }: RelationNode, text: string, say: Say): string {
  return note === '' ? text : say(RELATION_TEXTS.withNote, text, note);
}

function nameOf(id: string | undefined, source: LineSource, say: Say): string {
  const { goals, records } = source;
  const record = records.get(id ?? '');
  const title = goals.get(id ?? '')?.goal.title ?? (record && recordLine(record, source));
  return title === undefined ? say(RELATION_TEXTS.gone) : oneLine(title, LONGEST);
}

const RELATIONS_TO = new WeakMap<Snapshot['records'], ReadonlyMap<string, readonly RelationNode[]>>();

/** Returns the relations by the goal that they name; a snapshot never changes, so it is looked through once. */
function relationsTo({ records }: Snapshot): ReadonlyMap<string, readonly RelationNode[]> {
  const known =
    RELATIONS_TO.get(records) ?? groupedBy(ofKind(records.values(), relationKind), ({ values }) => values.to);
  RELATIONS_TO.set(records, known);
  return known;
}
