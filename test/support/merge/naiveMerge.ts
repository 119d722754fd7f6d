// A second implementation of the merge, written from docs/format.md alone and as plainly as possible: every side is a flat
// list of paths. It shares no code with src/core and is the oracle of the merge tests.

type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };
type Members = Readonly<Record<string, Value>>;
export interface PlainDocument {
  readonly top: Members;
  readonly records: ReadonlyMap<string, Value>;
}

/** One record as flat lists. */
interface Flat {
  readonly created: string | undefined;
  /** Path to leaf; an empty object counts as one. */
  readonly leaves: ReadonlyMap<string, Value>;
  readonly edits: ReadonlyMap<string, Value>;
}

const own = (object: Members, key: string): Value | undefined => (Object.hasOwn(object, key) ? object[key] : undefined);
const isMap = (value: Value | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (value: Value | undefined): boolean => isMap(value) && Object.keys(value).length === 0;
const isBelow = (path: string, root: string): boolean => path.startsWith(`${root}/`);

function spelling(value: Value | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return `[${value.map(spelling).join()}]`;
  if (!isMap(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${spelling(own(value, key))}`).join()}}`;
}

function stampIn(value: Value | undefined): string | undefined {
  const match = /^(....)(..)(..)T(..)(..)(..)(...)Z-\d{4}-[0-9a-z]{4}$/.exec(typeof value === 'string' ? value : '');
  if (!match || !/^\d{8}T\d{9}Z/.test(match[0])) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60 ? match[0] : undefined;
}

function largest(texts: readonly (string | undefined)[]): string | undefined {
  return texts
    .filter((text) => text !== undefined)
    .reduce<string | undefined>((a, b) => ((a ?? '') > b ? a : b), undefined);
}

function flatten(record: Members): Flat {
  const leaves = new Map<string, Value>();
  const walk = (value: Value, keys: readonly string[]): void => {
    if (isMap(value) && !isEmpty(value))
      for (const key of Object.keys(value)) walk(own(value, key) ?? null, [...keys, key]);
    else leaves.set(keys.map((key) => key.replace(/~/g, '~0').replace(/\//g, '~1')).join('/'), value);
  };
  for (const key of Object.keys(record))
    if (key !== 'created' && key !== 'edits') walk(own(record, key) ?? null, [key]);
  const edits = own(record, 'edits');
  return {
    created: stampIn(own(record, 'created')),
    leaves,
    edits: new Map(isMap(edits) ? Object.entries(edits) : []),
  };
}

function unflatten(leaves: ReadonlyMap<string, Value>): Members {
  const children = new Map<string, Map<string, Value>>();
  const members: [string, Value][] = [];
  for (const [path, value] of leaves) {
    const slash = path.indexOf('/');
    const head = slash < 0 ? path : path.slice(0, slash);
    if (slash < 0) members.push([unescape(head), value]);
    else children.set(head, (children.get(head) ?? new Map<string, Value>()).set(path.slice(slash + 1), value));
  }
  for (const [head, inner] of children) members.push([unescape(head), unflatten(inner)]);
  return Object.fromEntries(members);
}

function unescape(segment: string): string {
  return segment.replace(/~1/g, '/').replace(/~0/g, '~');
}

interface Pair {
  readonly flat: Flat;
  readonly value: Value | undefined;
  readonly stamp: string | undefined;
  /** Entries of `edits` by relative path. */
  readonly entries: Members;
}

function effective(flat: Flat, path: string): string | undefined {
  return stampIn(flat.edits.get(path)) ?? flat.created;
}

function valueAt(flat: Flat, path: string): Value | undefined {
  const leaf = flat.leaves.get(path);
  if (leaf !== undefined) return leaf;
  const below = [...flat.leaves].filter(([other]) => isBelow(other, path));
  return below.length === 0
    ? undefined
    : unflatten(new Map(below.map(([other, value]) => [other.slice(path.length + 1), value])));
}

function pairAt(flat: Flat, path: string, kind: 'root' | 'rim'): Pair {
  const value = kind === 'root' ? valueAt(flat, path) : flat.leaves.get(path);
  const held = [...flat.edits].filter(([other]) => other === path || (kind === 'root' && isBelow(other, path)));
  const below = held.filter(([other]) => other !== path).map(([, entry]) => stampIn(entry));
  const stamp = largest([effective(flat, path), ...below, isMap(value) ? flat.created : undefined]);
  return {
    flat,
    value,
    stamp,
    entries: Object.fromEntries(held.map(([other, entry]) => [other.slice(path.length), entry])),
  };
}

function rule(base: Pair | undefined, ours: Pair, theirs: Pair): Pair {
  const byStamp = ours.stamp === theirs.stamp ? undefined : (ours.stamp ?? '') > (theirs.stamp ?? '') ? ours : theirs;
  if (spelling(ours.value) === spelling(theirs.value)) {
    const held = (pair: Pair): string => (isEmpty(pair.entries) ? '' : spelling(pair.entries));
    if (byStamp || held(ours) !== held(theirs)) return byStamp ?? (held(ours) > held(theirs) ? ours : theirs);
    return (ours.flat.created ?? '') <= (theirs.flat.created ?? '') ? ours : theirs;
  }
  const isBase = (pair: Pair): boolean =>
    base !== undefined && base.stamp === pair.stamp && spelling(base.value) === spelling(pair.value);
  if (isBase(ours)) return theirs;
  if (isBase(theirs)) return ours;
  return byStamp ?? (spelling(ours.value) > spelling(theirs.value) ? ours : theirs);
}

function plainRule(base: Value | undefined, ours: Value | undefined, theirs: Value | undefined): Value | undefined {
  if (spelling(ours) === spelling(base)) return theirs;
  if (spelling(theirs) === spelling(base)) return ours;
  return spelling(ours) > spelling(theirs) ? ours : theirs;
}

function mergeFlat(base: Flat | undefined, ours: Flat, theirs: Flat, created: string | undefined): Flat {
  const paths = [...new Set([ours, theirs].flatMap((side) => [...side.leaves.keys(), ...side.edits.keys()]))];
  const isProper = (path: string): boolean =>
    [ours, theirs].some((side) => side.leaves.has(path) && !isEmpty(side.leaves.get(path)));
  const proper = paths.filter(isProper);
  const roots = proper.filter((path) => !proper.some((other) => isBelow(path, other)));
  const rims = paths.filter((path) => !roots.some((root) => path === root || isBelow(path, root)));
  const leaves = new Map<string, Value>();
  const edits = new Map<string, Value>();
  const decide = (path: string, kind: 'root' | 'rim'): void => {
    const winner = rule(base && pairAt(base, path, kind), pairAt(ours, path, kind), pairAt(theirs, path, kind));
    const { flat, value } = winner;
    for (const [relative, entry] of Object.entries(winner.entries)) edits.set(path + relative, entry);
    const within = [...flat.leaves.keys()].filter((other) => other === path || isBelow(other, path));
    for (const leaf of within) if (kind === 'root' || leaf === path) leaves.set(leaf, flat.leaves.get(leaf) ?? null);
    for (const register of kind === 'root' && value !== undefined ? within : [path]) {
      const stamp = effective(flat, register);
      const isSpelled = stampIn(flat.edits.get(register)) !== undefined;
      if (!isSpelled && stamp !== undefined && flat.created !== created) edits.set(register, stamp);
    }
  };
  for (const path of roots) decide(path, 'root');
  for (const path of rims) decide(path, 'rim');
  for (const path of leaves.keys()) if ([...leaves.keys()].some((other) => isBelow(other, path))) leaves.delete(path);
  return { created, leaves, edits };
}

function mergeRecord(base: Members | undefined, ours: Members, theirs: Members): Members {
  const [a, b] = [stampIn(own(ours, 'created')), stampIn(own(theirs, 'created'))];
  const made = plainRule(base && own(base, 'created'), own(ours, 'created'), own(theirs, 'created'));
  const created = a !== undefined && b !== undefined ? (a < b ? a : b) : (a ?? b ?? made);
  const merged = mergeFlat(base && flatten(base), flatten(ours), flatten(theirs), stampIn(created));
  const bare = (record: Members | undefined): Value | undefined => {
    const edits = record && own(record, 'edits');
    return isMap(edits) && !isEmpty(edits) ? undefined : edits;
  };
  const edits =
    merged.edits.size > 0 ? Object.fromEntries(merged.edits) : plainRule(bare(base), bare(ours), bare(theirs));
  const members = Object.entries(unflatten(merged.leaves));
  if (edits !== undefined) members.push(['edits', edits]);
  if (created !== undefined) members.push(['created', created]);
  return Object.fromEntries(members);
}

function mergeEntry(
  hasBase: boolean,
  base: Value | undefined,
  ours: Value | undefined,
  theirs: Value | undefined,
): Value | undefined {
  if (spelling(ours) === spelling(theirs)) return ours;
  if (hasBase && spelling(ours) === spelling(base)) return theirs;
  if (hasBase && spelling(theirs) === spelling(base)) return ours;
  if (ours === undefined) return theirs;
  if (theirs === undefined) return ours;
  if (isMap(ours) && isMap(theirs)) return mergeRecord(isMap(base) ? base : undefined, ours, theirs);
  if (isMap(ours) || isMap(theirs)) return isMap(ours) ? ours : theirs;
  return spelling(ours) > spelling(theirs) ? ours : theirs;
}

/** Joins two documents as docs/format.md says; `base` is undefined where it is not known. */
export function naiveMerge(base: PlainDocument | undefined, ours: PlainDocument, theirs: PlainDocument): PlainDocument {
  const records = new Map<string, Value>();
  for (const id of [...ours.records.keys(), ...theirs.records.keys()]) {
    const merged = mergeEntry(base !== undefined, base?.records.get(id), ours.records.get(id), theirs.records.get(id));
    if (merged !== undefined) records.set(id, merged);
  }
  // No member of the file bears a stamp: `created` and `edits` are members like any other there.
  const bare = ({ top }: PlainDocument): Flat =>
    flatten({ top: Object.fromEntries(Object.entries(top).filter(([key]) => key !== 'version')) });
  const merged = unflatten(mergeFlat(base && bare(base), bare(ours), bare(theirs), undefined).leaves);
  const members = own(merged, 'top');
  const version = Math.max(Number(ours.top['version']), Number(theirs.top['version']));
  return { top: { ...(isMap(members) ? members : {}), version }, records };
}
