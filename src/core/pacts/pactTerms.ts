import type { Json, JsonObject } from '../document/json';
import { canonicalJson, isObject, member } from '../document/json';
import { recordIdOfHash } from '../document/recordId';
import type { Goal } from '../model/goalView';
import type { Kind } from '../model/kind';
import { kpiKind } from '../model/kpi';
import { resourceKind } from '../model/resource';
import { termsKind } from '../model/terms';
import type { Hash } from '../ports/ports';
import type { Terms } from '../snapshot/pactView';
import { ofKind } from '../snapshot/recordNode';
import type { RecordNode } from '../snapshot/snapshot';

/**
 * Fields that people sign, by the part they belong to. The list is frozen with its version: another field makes another version,
 * because every signature names the hash of exactly these.
 */
export const TERMS_FIELDS = {
  pact: [
    'title',
    'why',
    'measure',
    'unit',
    'start',
    'target',
    'direction',
    'due',
    'cadence',
    'reward',
    'sponsor',
    'owner',
  ],
  commitments: ['title', 'owner', 'measure', 'due'],
  resources: ['title', 'type', 'url', 'amount', 'unit'],
  kpis: ['title', 'unit', 'floor', 'ceiling'],
} as const;
const PEOPLE: ReadonlySet<string> = new Set(['owner', 'sponsor']);
const VERSION = 1;
const HASH = /^1:sha256-([0-9a-f]{64})$/;

export type TermsPart = keyof typeof TERMS_FIELDS;

export interface TermsSource {
  readonly pact: Readonly<Record<string, unknown>>;
  readonly commitments: readonly Goal[];
  /** Records of any kind below the pact. */
  readonly records: readonly RecordNode[];
}

export function termsOf({ pact, commitments, records }: TermsSource, hash: Hash): Terms {
  const partOf = (kind: Kind, part: TermsPart): JsonObject =>
    Object.fromEntries(ofKind(records, kind).map(({ id, values }) => [id, picked(values, part)]));
  const value: JsonObject = {
    version: VERSION,
    pact: picked(pact, 'pact'),
    commitments: Object.fromEntries(commitments.map((goal) => [goal.id, picked(termValues(goal), 'commitments')])),
    resources: partOf(resourceKind, 'resources'),
    kpis: partOf(kpiKind, 'kpis'),
  };
  const text = canonicalJson(value);
  return { hash: hashOf(text, hash), text, value };
}

/** Returns the fields of a goal by name; people as the record names them, so that terms stay the same when `.mailmap` changes. */
export function termValues({ title, due, more, written }: Goal): Readonly<Record<string, unknown>> {
  const { owner, sponsor } = written;
  return { ...more, title, due, owner, sponsor };
}

/** Picks the listed fields; unknown keys, order, status and other fields stay out, and so do fields without a value. */
function picked(values: Readonly<Record<string, unknown>>, part: TermsPart): JsonObject {
  const said = TERMS_FIELDS[part].map((name) => [name, PEOPLE.has(name) ? lower(values[name]) : values[name]] as const);
  // Values of records were checked by their field when they were read.
  return Object.fromEntries(said.filter((entry): entry is [(typeof entry)[0], Json] => entry[1] !== undefined));
}

/** Puts an address in lower case, because its case does not matter. */
function lower(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function hashOf(text: string, hash: Hash): string {
  return `${VERSION}:sha256-${hash.sha256(text)}`;
}

/** Returns the id of the record that keeps terms with that hash, the same in every clone; undefined if it is no such hash. */
export function termsId(hash: string): string | undefined {
  const [, digits] = HASH.exec(hash) ?? [];
  return digits === undefined ? undefined : recordIdOfHash(termsKind.letter, digits);
}

/** Returns the terms that a record keeps; undefined if its text does not match its hash, so that nobody is shown forged terms. */
export function keptTerms({ values }: RecordNode<typeof termsKind.fields>, hash: Hash): Terms | undefined {
  const { hash: name, text } = values;
  if (name === undefined || text === undefined || hashOf(text, hash) !== name) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) && isObject(member(value, 'pact')) ? { hash: name, text, value } : undefined;
  } catch {
    return undefined;
  }
}
