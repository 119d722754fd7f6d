import type { Kind } from '../../core/model/kind';
import type { MapEntry, RelationEntry, RelationMap } from '../../core/okr/relationMap';
import { relationMap } from '../../core/okr/relationMap';
import { planEdit } from '../../core/records/planRecord';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { oneLine, collapseSpace } from '../../core/text/safeText';
import { noWords, oneWord, parseArguments } from '../terminal/arguments';
import { goalKindName } from '../texts/goalTexts';
import type { Terminal, Text } from '../terminal/terminal';
import { paint, say } from '../terminal/terminal';
import type { Context, ExitCode } from '../terminal/verb';
import { findRecord, openKind, savePlan } from './openKind';

export async function acceptRelation(kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const word = oneWord(parseArguments(args, {}).positionals, 'ID');
  return answer(kind, word, { state: 'accepted', reason: undefined }, context);
}

export async function declineRelation(kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { reason: { type: 'string' } });
  const reason = collapseSpace(values.reason ?? '') || undefined;
  return answer(kind, oneWord(positionals, 'ID'), { state: 'declined', reason }, context);
}

interface Answer {
  readonly state: 'accepted' | 'declined';
  readonly reason: string | undefined;
}

async function answer(kind: Kind, word: string, said: Answer, context: Context): Promise<ExitCode> {
  const { place, snapshot } = await openKind(context);
  const id = await savePlan(planEdit(findRecord(word, kind, snapshot), { ...said }, snapshot), place);
  context.terminal.print(`${id} ${said.state}`);
  return 0;
}

export async function showRelationMap(_kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  noWords(positionals);
  const { snapshot } = await openKind(context);
  const map = relationMap(snapshot);
  if (values.json) context.terminal.printJson(map);
  else printMap(map, snapshot, context.terminal);
  return 0;
}

function printMap(map: RelationMap, snapshot: Snapshot, terminal: Terminal): void {
  const { print } = terminal;
  const title = (id: string): string => oneLine(snapshot.goals.get(id)?.goal.title ?? id, 100);
  for (const { type, title: words, goals } of map.charter) {
    print(paint('bold', `${type}: ${oneLine(words, 1000)}`));
    printEntries(goals, terminal);
  }
  if (map.charter.length > 0 && map.others.length > 0) print(paint('bold', 'beside the charter'));
  printEntries(map.others, terminal);
  if (map.charter.length + map.others.length === 0)
    print('Nothing to align yet: microgoals objective add, microgoals charter add');
  const list = (heading: string, lines: readonly Text[]): void => {
    if (lines.length === 0) return;
    print('');
    print(paint('bold', heading));
    for (const line of lines) print(say`  ${line}`);
  };
  const goals = (ids: readonly string[]): readonly Text[] => ids.map((id) => say`${paint('dim', id)} ${title(id)}`);
  list('Unaligned', goals(map.unaligned));
  const related = (heading: string, sign: string, entries: readonly RelationEntry[]): void => {
    const lines = entries.map(({ id, goal, to, note }) => {
      const why = note === null ? '' : say`  ${paint('dim', oneLine(note, 1000))}`;
      return say`${paint('dim', id)} ${title(goal)} ${sign} ${title(to)}${why}`;
    });
    list(heading, lines);
  };
  related('Asked', '→', map.asked);
  related('Depends on', '→', map.dependencies);
  list(
    'In a circle of dependencies',
    map.dependencyCircles.map((circle) => [...circle, ...circle.slice(0, 1)].map(title).join(' → ')),
  );
  related('Supports', '→', map.supports);
  related('Conflicts', '↔', map.conflicts);
  related('Tensions', '↔', map.tensions);
  list('In a circle of parents', goals(map.circles));
}

function printEntries(entries: readonly MapEntry[], { print }: Terminal): void {
  const pending = entries.map((entry) => ({ entry, depth: 1 })).reverse();
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { entry, depth } = next;
    const { id, title, kind, percent, byAgreement, goals } = entry;
    const about = [goalKindName(kind), `${percent} %`, ...(byAgreement ? ['by agreement'] : [])];
    print(say`${'  '.repeat(depth)}${paint('dim', id)} ${oneLine(title, 1000)}  ${paint('dim', about.join(' · '))}`);
    for (const each of [...goals].reverse()) pending.push({ entry: each, depth: depth + 1 });
  }
}
