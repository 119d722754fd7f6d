import type { Json } from '../document/json';
import { isObject, member } from '../document/json';
import type { Problem } from '../document/problem';
import { parseStamp } from '../document/stamp';
import type { GoalKind, GoalStatus } from './goal';
import { goalKind } from './goal';
import { readRecord } from './readRecord';

/** A goal as the screen and the rules see it; `undefined` where the record says nothing. */
export interface Goal {
  readonly id: string;
  readonly title: string;
  readonly kind: GoalKind;
  readonly status: GoalStatus;
  readonly owner: string | undefined;
  readonly parent: string | undefined;
  readonly order: string | undefined;
  /** ISO day. */
  readonly due: string | undefined;
  /** 1 is the most urgent. */
  readonly priority: number | undefined;
  readonly pinned: boolean;
  /** Share in the parent's progress; undefined: as many as it has goals below. */
  readonly weight: number | undefined;
  readonly tags: readonly string[];
  readonly notes: string;
  readonly deleted: boolean;
  /** Milliseconds since 1970, as are the next two; undefined without a valid stamp. */
  readonly created: number | undefined;
  readonly statusChanged: number | undefined;
  readonly parentChanged: number | undefined;
  /** The latest stamp anywhere in the record. */
  readonly touched: number | undefined;
}

export function readGoal(id: string, record: Json): { goal: Goal; problems: readonly Problem[] } {
  const { values, created, changed, problems } = readRecord(goalKind, id, record);
  const goal: Goal = {
    id,
    title: values.title ?? id,
    kind: values.kind,
    status: values.status,
    owner: values.owner?.toLowerCase(),
    parent: values.parent,
    order: values.order,
    due: values.due,
    priority: values.priority,
    pinned: values.pinned,
    weight: values.weight,
    tags: Object.keys(values.tags ?? {}).sort(),
    notes: values.notes ?? '',
    deleted: values.deleted,
    created,
    statusChanged: changed('status'),
    parentChanged: changed('parent'),
    touched: lastStamp(record) ?? created,
  };
  return { goal, problems };
}

function lastStamp(record: Json): number | undefined {
  const edits = isObject(record) ? member(record, 'edits') : undefined;
  if (!isObject(edits)) return undefined;
  return Object.values(edits).reduce<number | undefined>((latest, stamp) => {
    const millis = parseStamp(stamp)?.millis;
    return millis !== undefined && (latest === undefined || millis > latest) ? millis : latest;
  }, undefined);
}
