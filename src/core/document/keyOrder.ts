import { byCodeUnit } from './json';

/**
 * The order of record members in format version 1. It is frozen: a key added later sorts with the unknown ones, so that
 * no upgrade rewrites a goal nobody touched.
 */
const VERSION_1 = [
  'title',
  'name',
  'email',
  'kind',
  'status',
  'goal',
  'by',
  'note',
  'owner',
  'parent',
  'order',
  'due',
  'priority',
  'pinned',
  'weight',
  'tags',
  'values',
  'notes',
  'deleted',
] as const;

const RANK: ReadonlyMap<string, number> = new Map([
  ...VERSION_1.map((key, index) => [key, index] as const),
  // Stamps come last: a reviewer first reads what changed, then when it changed.
  ['edits', VERSION_1.length + 1],
  ['created', VERSION_1.length + 2],
]);

export type KeyOrder = (a: string, b: string) => number;

export function byRecordKey(a: string, b: string): number {
  const rankOf = (key: string): number => RANK.get(key) ?? VERSION_1.length;
  return rankOf(a) - rankOf(b) || byCodeUnit(a, b);
}

const TOP: ReadonlyMap<string, number> = new Map([
  ['version', 0],
  ['records', 1],
]);

export function byTopKey(a: string, b: string): number {
  return (TOP.get(a) ?? TOP.size) - (TOP.get(b) ?? TOP.size) || byCodeUnit(a, b);
}
