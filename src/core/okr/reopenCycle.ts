import type { Change } from '../document/change';
import { valueAt } from '../document/change';
import type { Json } from '../document/json';
import { isObject, sameJson } from '../document/json';
import { splitPath } from '../document/registerPath';
import { cycleKind } from '../model/cycle';
import { setField, setMembers } from '../changes/goalActions';
import type { Cycle } from '../snapshot/cycles';
import { groupedBy } from '../snapshot/groupedBy';
import { documentAt, isOf } from '../snapshot/recordNode';
import type { Snapshot } from '../snapshot/snapshot';
import { carriedFrom } from './cycleOutline';
import { parsed } from './keptReport';

/** Changes of one file. */
export interface FileChanges {
  readonly path: string;
  readonly changes: readonly Change[];
}

/** One register of a goal: its id, the path, the value before and after the closing; null is no value. */
type Step = readonly [id: string, path: string, before: Json, after: Json];

/** Writes what a closing changes in the goals, so that it can be taken back. */
export function undoText(edits: readonly FileChanges[], snapshot: Snapshot): string {
  const steps = edits.flatMap(({ path: source, changes }) =>
    changes.flatMap((change): Step[] => {
      if (change.type !== 'set') return [];
      const { id, path, value } = change;
      return [[id, path, rawValue(id, path, source, snapshot) ?? null, value ?? null]];
    }),
  );
  return JSON.stringify(steps.filter(([, , before, after]) => !sameJson(before, after)));
}

export interface Reopened {
  readonly edits: readonly FileChanges[];
  /** Ids of goals that somebody changed since; what they say now stays. */
  readonly changedSince: readonly string[];
}

/** Gives every goal of a closed cycle back what closing changed, unless it was changed again since; undefined if that was not kept. */
export function reopenedCycle(cycle: Cycle, snapshot: Snapshot): Reopened | undefined {
  const node = snapshot.records.get(cycle.id);
  const steps = isOf(node, cycleKind) ? readSteps(node.values.undo) : undefined;
  if (!node || !steps) return undefined;
  const changedSince = new Set<string>();
  const restored = steps.flatMap(([id, path, before, after]) => {
    const source = snapshot.goals.get(id)?.source;
    if (source === undefined) return [];
    if (sameJson(rawValue(id, path, source, snapshot) ?? null, after))
      return [{ path: source, change: setField(id, path, before ?? undefined) }];
    changedSince.add(id);
    return [];
  });
  const carried = [...carriedFrom(cycle, snapshot)];
  const own = [
    ...setMembers(cycle.id, 'carried', carried, []),
    ...(['closed', 'report', 'undo'] as const).map((field) => setField(cycle.id, field, undefined)),
  ];
  const all = [...restored, ...own.map((change) => ({ path: node.source, change }))];
  const edits = [...groupedBy(all, ({ path }) => path)].map(([path, parts]) => ({
    path,
    changes: parts.map(({ change }) => change),
  }));
  return { edits, changedSince: [...changedSince] };
}

function rawValue(id: string, path: string, source: string, snapshot: Snapshot): Json | undefined {
  const record = documentAt(snapshot, source)?.records.get(id);
  return isObject(record) ? valueAt(record, splitPath(path)) : undefined;
}

/** Registers that a closing writes: nothing else is put back, whatever a file asks for. */
const WRITTEN: ReadonlySet<string> = new Set(['status', 'score', 'learned', 'reason', 'cycle']);

function readSteps(text: string | undefined): readonly Step[] | undefined {
  const read = text === undefined ? undefined : parsed(text);
  return Array.isArray(read) && read.every(isStep) ? read : undefined;
}

function isStep(value: Json): boolean {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [id, path, ...states] = value as readonly Json[];
  const isPlain = (state: Json): boolean => state === null || typeof state === 'string' || typeof state === 'number';
  return typeof id === 'string' && typeof path === 'string' && WRITTEN.has(path) && states.every(isPlain);
}
