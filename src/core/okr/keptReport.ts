import type { Json } from '../document/json';
import { isObject, member } from '../document/json';
import { cycleKind } from '../model/cycle';
import type { Cycle } from '../snapshot/cycles';
import { isOf } from '../snapshot/recordNode';
import type { Snapshot } from '../snapshot/snapshot';
import type { PlacedFacts } from './cycleFacts';

/** Writes the facts that a cycle keeps when it is closed, in the order of its report. */
export function keptText(facts: readonly PlacedFacts[]): string {
  return JSON.stringify(facts);
}

/** Returns the facts that a closed cycle kept; undefined if it is open, or if somebody wrote something else there. */
export function keptFacts(cycle: Cycle, { records }: Pick<Snapshot, 'records'>): readonly PlacedFacts[] | undefined {
  const node = records.get(cycle.id);
  const text = isOf(node, cycleKind) && cycle.closed !== undefined ? node.values.report : undefined;
  const read = text === undefined ? undefined : parsed(text);
  return Array.isArray(read) && read.every(isFacts) ? read : undefined;
}

/** Returns the value of a JSON text; undefined if it is none. */
export function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

type Shape = '' | 0 | { readonly or: Shape } | readonly [Shape] | { readonly [name: string]: Shape };

const NAME_OR_NONE = { or: '' } as const;

/** A sample of what a line must have: a text, a number, a list of such, or null where `or` allows it. */
const FACTS: Shape = {
  id: '',
  title: '',
  kind: '',
  status: '',
  owner: NAME_OR_NONE,
  carriedTo: NAME_OR_NONE,
  learned: NAME_OR_NONE,
  reason: NAME_OR_NONE,
  score: { or: 0 },
  progress: 0,
  measure: { or: { unit: '', start: 0, target: 0 } },
  outlook: { or: { state: '', reasons: [{ code: '' }] } },
  blockers: [''],
  breaches: [{ title: '', unit: '', now: 0, limit: 0, side: '' }],
  milestones: [{ title: '', reached: NAME_OR_NONE }],
  series: [{ title: NAME_OR_NONE, unit: '', readings: [{ day: '', value: 0 }] }],
  pacts: [{ title: '', state: '', reason: NAME_OR_NONE }],
};

function isFacts(value: Json): boolean {
  return fits(value, { above: NAME_OR_NONE, facts: FACTS });
}

function fits(value: Json | undefined, shape: Shape): boolean {
  if (typeof shape !== 'object') return typeof value === typeof shape;
  if (isList(shape)) return Array.isArray(value) && value.every((each: Json) => fits(each, shape[0]));
  if (isOptional(shape)) return value === null || fits(value, shape.or);
  return isObject(value) && Object.entries(shape).every(([name, below]) => fits(member(value, name), below));
}

function isList(shape: object): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function isOptional(shape: object): shape is { readonly or: Shape } {
  return 'or' in shape;
}
