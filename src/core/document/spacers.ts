import { byCodeUnit } from './json';
import { BASE32 } from './recordId';

/**
 * One-line entries that are always written between the records. Two branches that each add a record then rarely touch the same
 * gap, so the plain text merge of a host without our driver succeeds.
 */
export const SPACERS: readonly string[] = [
  ...Array.from(BASE32).flatMap((letter) => ['', '8', 'g', 'r'].map((half) => `~${letter}${half}`)),
  '~~',
];

const KNOWN: ReadonlySet<string> = new Set(SPACERS);
export const SPACER_VALUE = 0;

/** Tells whether this member is a spacer; a spacer key with another value is somebody's data and is kept. */
export function isSpacer(key: string, value: unknown): boolean {
  return value === SPACER_VALUE && KNOWN.has(key);
}

/** Sorts keys of records and spacers by the random part of the id, so that new records spread over the whole file. */
export function sortedByPosition(keys: Iterable<string>): string[] {
  return Array.from(keys, (key) => ({ key, place: placeOf(key) }))
    .sort((a, b) => byCodeUnit(a.place, b.place) || byCodeUnit(a.key, b.key))
    .map(({ key }) => key);
}

/** Compares keys in the order of `sortedByPosition`. */
export function byPosition(a: string, b: string): number {
  return byCodeUnit(placeOf(a), placeOf(b)) || byCodeUnit(a, b);
}

function placeOf(key: string): string {
  if (key.startsWith('~')) return key.slice(1);
  return key.charAt(1) === '-' ? key.slice(2) : key;
}
