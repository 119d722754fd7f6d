import { createHash } from 'node:crypto';
import type { Json, JsonObject } from './product';
import { BASE32, formatStamp } from './product';

const DAY = 24 * 60 * 60 * 1000;
/** A Wednesday at noon UTC: the moment at which all of it is looked at. */
export const NOON = Date.UTC(2026, 10, 18, 12);

/** A record as it is written here. `@name` stands for the id of the record of that name, `@@name` for the name of a commit. */
export interface Sketch {
  /** Days before NOON at which it was made; default 3. */
  readonly daysAgo?: number;
  /** By field, the days before NOON at which it was changed since. */
  readonly changed?: Readonly<Record<string, number>>;
  readonly [field: string]: unknown;
}

/** By the letter of the kind and a name that no other has in its first ten letters. */
export type Sketches = Readonly<Record<string, Readonly<Record<string, Sketch>>>>;

/** The same id whatever else there is, and one that a reader recognises. */
export function idOf(letter: string, name: string): string {
  const digits = name.toLowerCase().replace(/[ilou]/g, (sign) => ({ i: '1', l: '1', o: '0', u: 'v' })[sign] ?? sign);
  const known = digits.replace(new RegExp(`[^${BASE32}]`, 'g'), '');
  return `${letter}-${known.slice(0, 10).padEnd(10, '0')}`;
}

export function timeOf(daysAgo: number): number {
  return NOON - daysAgo * DAY;
}

export function stampOf(daysAgo: number, replica = 'anas'): string {
  return formatStamp({ millis: timeOf(daysAgo), counter: 0, replica });
}

/** The ids behind names, of the records of several tables. @throws Error for two names that give one id. */
export function namesOf(...tables: readonly Sketches[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const [letter, sketches] of tables.flatMap((table) => Object.entries(table))) {
    for (const name of Object.keys(sketches)) {
      const id = idOf(letter, name);
      if (taken.has(id) || names.has(name)) throw new Error(`"${name}" is too much like another name.`);
      taken.add(id);
      names.set(name, id);
    }
  }
  return names;
}

/** Full name of the commit of that name here. */
export function commitName(name: string): string {
  return createHash('sha1').update(name).digest('hex');
}

/** What a text such as `@uploads` stands for; any other text itself. @throws Error for a name that is not there. */
export function named(text: string, names: ReadonlyMap<string, string>): string {
  if (text.startsWith('@@')) return commitName(text.slice(2));
  if (!text.startsWith('@')) return text;
  const id = names.get(text.slice(1));
  if (id === undefined) throw new Error(`Nothing is called ${text}.`);
  return id;
}

/** The records of a table as the file has them, by id. */
export function recordsOf(table: Sketches, names: ReadonlyMap<string, string>): Record<string, JsonObject> {
  const records = Object.entries(table).flatMap(([letter, sketches]) =>
    Object.entries(sketches).map(([name, sketch]) => [idOf(letter, name), recordOf(sketch, names)] as const),
  );
  return Object.fromEntries(records);
}

function recordOf({ daysAgo = 3, changed, ...fields }: Sketch, names: ReadonlyMap<string, string>): JsonObject {
  const edits = Object.entries(changed ?? {}).map(([field, days]) => [field, stampOf(days)] as const);
  return {
    ...(resolved(fields as Json, names) as JsonObject),
    created: stampOf(daysAgo),
    ...(edits.length > 0 ? { edits: Object.fromEntries(edits) } : {}),
  };
}

function resolved(value: Json, names: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return named(value, names);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [named(key, names), resolved(each, names)]));
}
