import type { Json, JsonObject } from './json';
import { isObject, member } from './json';
import { pathSegment } from './registerPath';
import type { Stamp } from './stamp';
import { parseStamp } from './stamp';

/** State of a register in one document, or of all registers at and below a path. */
export interface RegisterState {
  /** The value; undefined if there is none. */
  readonly value: Json | undefined;
  readonly stamps: StampTree | undefined;
  /** The creation stamp of the record, if it is valid. */
  readonly created: Stamp | undefined;
}

/** Entries of `edits` by the segments of their paths. An entry may be something other than a stamp. */
export interface StampTree {
  entry?: Json;
  readonly children: Map<string, StampTree>;
}

/** Most segments of a path: values are not nested deeper (see `MAX_DEPTH`). The rest of a longer path is one segment: no walk is deep. */
const MAX_SEGMENTS = 32;
/** Fewest characters beside a key: its quotes, a colon and a value. */
const BESIDE_KEY = 4;

/** Returns the members of a record that are registers, with their stamps. */
export function recordState(record: JsonObject): RegisterState {
  const edits = member(record, 'edits');
  const created = member(record, 'created');
  const fields = Object.entries(record).filter(([key]) => key !== 'edits' && key !== 'created');
  return {
    value: Object.fromEntries(fields),
    stamps: isObject(edits) ? stampTree(edits) : undefined,
    created: asStamp(created),
  };
}

function stampTree(edits: JsonObject): StampTree {
  const root: StampTree = { children: new Map() };
  for (const [path, entry] of Object.entries(edits)) {
    const segments = path.split('/');
    if (segments.length > MAX_SEGMENTS) segments.push(segments.splice(MAX_SEGMENTS - 1).join('/'));
    let node = root;
    for (const segment of segments) {
      const next = node.children.get(segment) ?? { children: new Map() };
      node.children.set(segment, next);
      node = next;
    }
    node.entry = entry;
  }
  return root;
}

export function asStamp(value: Json | undefined): Stamp | undefined {
  return parseStamp(value) ? (value as Stamp) : undefined;
}

/** Tells whether a value is neither an object nor absent: such a value is one register, whatever the other side has. */
export function isLeaf(value: Json | undefined): boolean {
  return value !== undefined && !isObject(value);
}

/** Returns the state of the member `key`. */
export function childState(state: RegisterState, key: string): RegisterState {
  return childStateAt(state, pathSegment(key), key);
}

/** Returns the state below a path segment; `key` is the key that the segment spells, if it can have a value. */
export function childStateAt(state: RegisterState, segment: string, key: string | undefined): RegisterState {
  const { value, stamps, created } = state;
  return {
    value: isObject(value) && key !== undefined ? member(value, key) : undefined,
    stamps: stamps?.children.get(segment),
    created,
  };
}

/** Returns the stamp of the register itself: its entry, else the creation stamp of the record. */
export function stampOf({ stamps, created }: RegisterState): Stamp | undefined {
  return asStamp(stamps?.entry) ?? created;
}

/** Returns the latest stamp at and below the path; an object counts as no older than its record. */
export function stampWithin(state: RegisterState): Stamp | undefined {
  const own = isObject(state.value) ? laterStamp(stampOf(state), state.created) : stampOf(state);
  return laterStamp(own, latestEntry(state.stamps));
}

function latestEntry(stamps: StampTree | undefined): Stamp | undefined {
  if (stamps === undefined) return undefined;
  return [...stamps.children.values()].map(latestEntry).reduce(laterStamp, asStamp(stamps.entry));
}

export function laterStamp(a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined {
  return (a ?? '') < (b ?? '') ? b : a;
}

/**
 * Tells whether the paths of all registers of a value can be written out: together they must be no longer than all keys times the
 * levels that a file may have. One long key above thousands of short ones would be in the path of each of them.
 */
export function canSpellPaths(value: Json): boolean {
  const lengths = { paths: 0, keys: 0 };
  addLengths(value, 0, lengths);
  return lengths.paths <= MAX_SEGMENTS * lengths.keys;
}

function addLengths(value: Json, above: number, lengths: { paths: number; keys: number }): void {
  if (!isObject(value)) {
    lengths.paths += above;
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const length = key.length + BESIDE_KEY;
    lengths.keys += length;
    addLengths(inner, above + length, lengths);
  }
}
