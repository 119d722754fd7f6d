import type { GoalDocument } from './goalDocument';
import type { Json, JsonObject } from './json';
import { byCodeUnit, canonicalJson, isObject, member, sameJson, withMember, withoutMember } from './json';
import { pathSegment } from './registerPath';
import type { RegisterState, StampTree } from './registerState';
import { asStamp, canSpellPaths, childStateAt, isLeaf, recordState, stampOf, stampWithin } from './registerState';
import type { Stamp } from './stamp';

/** A register that both sides changed to different values. The file has the winner; people see both. */
export interface Disagreement {
  /** Id of the record; empty for a member of the file itself. */
  readonly record: string;
  /** Register path; empty for the whole record. */
  readonly path: string;
  readonly ours: Claim;
  readonly theirs: Claim;
  readonly winner: 'ours' | 'theirs';
}

export interface Claim {
  /** The value of that side; undefined if removed. */
  readonly value: Json | undefined;
  readonly stamp: Stamp | undefined;
}

export interface MergeResult {
  readonly document: GoalDocument;
  readonly disagreements: readonly Disagreement[];
}

/**
 * Merges two documents that grew from `base` (undefined if not known). The rules are those of docs/format.md; exchanging the
 * sides gives the same document.
 */
export function mergeDocuments(base: GoalDocument | undefined, ours: GoalDocument, theirs: GoalDocument): MergeResult {
  const disagreements: Disagreement[] = [];
  const top = mergeTop(base?.top, ours.top, theirs.top, disagreements);
  const records = new Map<string, Json>();
  for (const id of new Set([...ours.records.keys(), ...theirs.records.keys()])) {
    const trio = { base: base?.records.get(id), ours: ours.records.get(id), theirs: theirs.records.get(id) };
    const merged = mergeEntry(id, trio, base !== undefined, disagreements);
    if (merged !== undefined) records.set(id, merged);
  }
  return { document: { top, records }, disagreements };
}

/** States of one thing in the base and on both sides. */
interface Trio<T> {
  readonly base: T | undefined;
  readonly ours: T;
  readonly theirs: T;
}

/** Merges one record, or any other value in its place. */
function mergeEntry(
  id: string,
  { base, ours, theirs }: Trio<Json | undefined>,
  hasBase: boolean,
  disagreements: Disagreement[],
): Json | undefined {
  if (sameJson(ours, theirs)) return ours;
  if (hasBase && sameJson(ours, base)) return theirs;
  if (hasBase && sameJson(theirs, base)) return ours;
  if (ours === undefined) return theirs;
  if (theirs === undefined) return ours;
  const join = { record: id, disagreements, entries: new Map(), created: undefined, isCoarse: isCoarse(ours, theirs) };
  if (isObject(ours) && isObject(theirs)) return mergeRecord(isObject(base) ? base : undefined, ours, theirs, join);
  const [our, their] = [wholeState(ours), wholeState(theirs)];
  return mergeWhole('', { base: undefined, ours: our, theirs: their }, join);
}

/** Returns the state of a record as one register, for the case that the other side has a plain value in its place. */
function wholeState(record: Json): RegisterState {
  if (!isObject(record)) return { value: record, stamps: undefined, created: undefined };
  return { ...recordState(record), value: record };
}

function mergeTop(
  base: JsonObject | undefined,
  ours: JsonObject,
  theirs: JsonObject,
  disagreements: Disagreement[],
): JsonObject {
  const about = { record: '', disagreements, isCoarse: isCoarse(ours, theirs) };
  const join: Join = { ...about, entries: new Map(), created: undefined };
  const state = (top: JsonObject): RegisterState => ({
    value: withoutMember(top, 'version'),
    stamps: undefined,
    created: undefined,
  });
  const merged = mergeMembers(undefined, { base: base && state(base), ours: state(ours), theirs: state(theirs) }, join);
  const version = Math.max(Number(member(ours, 'version')), Number(member(theirs, 'version')));
  return withMember(merged, 'version', version);
}

/** Results that the merge of one record collects. */
interface Join {
  readonly record: string;
  readonly disagreements: Disagreement[];
  /** `edits` of the result. */
  readonly entries: Map<string, Json>;
  /** Creation stamp of the result. */
  readonly created: Stamp | undefined;
  /** True if every member counts as one register, whatever is below it, because all paths together would be too long. */
  readonly isCoarse: boolean;
}

function isCoarse(...sides: readonly Json[]): boolean {
  return !sides.every(canSpellPaths);
}

function mergeRecord(base: JsonObject | undefined, ours: JsonObject, theirs: JsonObject, around: Join): JsonObject {
  const created = mergeCreated(base, ours, theirs);
  const join = { ...around, created: asStamp(created) };
  const states = { base: base && recordState(base), ours: recordState(ours), theirs: recordState(theirs) };
  const members = Object.entries(mergeMembers(undefined, states, join));
  const edits =
    join.entries.size > 0
      ? Object.fromEntries(join.entries)
      : mergePlain(base && plainEdits(base), plainEdits(ours), plainEdits(theirs));
  if (edits !== undefined) members.push(['edits', edits]);
  if (created !== undefined) members.push(['created', created]);
  return Object.fromEntries(members);
}

/** Returns the smaller creation stamp; a value that is not a stamp yields to one that is. */
function mergeCreated(base: JsonObject | undefined, ours: JsonObject, theirs: JsonObject): Json | undefined {
  const [our, their] = [member(ours, 'created'), member(theirs, 'created')];
  const [a, b] = [asStamp(our), asStamp(their)];
  if (a !== undefined && b !== undefined) return a < b ? a : b;
  return a ?? b ?? mergePlain(base && member(base, 'created'), our, their);
}

/** Returns `edits` that hold no entry (not an object, or an empty one); otherwise undefined. */
function plainEdits(record: JsonObject): Json | undefined {
  const edits = member(record, 'edits');
  return isObject(edits) && Object.keys(edits).length > 0 ? undefined : edits;
}

/** Merges values without stamps three-way; an absent value counts as the smallest. */
function mergePlain(base: Json | undefined, ours: Json | undefined, theirs: Json | undefined): Json | undefined {
  if (sameJson(ours, base)) return theirs;
  if (sameJson(theirs, base)) return ours;
  return spelling(ours) < spelling(theirs) ? theirs : ours;
}

/** Merges two objects (or an object and nothing) member by member; `path` is undefined for a record itself. */
function mergeMembers(path: string | undefined, states: Trio<RegisterState>, join: Join): JsonObject {
  const segments = new Map<string, string | undefined>();
  for (const { value, stamps } of [states.ours, states.theirs]) {
    for (const segment of stamps?.children.keys() ?? []) if (!segments.has(segment)) segments.set(segment, undefined);
    if (isObject(value)) for (const key of Object.keys(value)) segments.set(pathSegment(key), key);
  }
  const members: [string, Json][] = [];
  for (const [segment, key] of segments) {
    const below = (state: RegisterState): RegisterState => childStateAt(state, segment, key);
    const { base, ours, theirs } = states;
    const child = { base: base && below(base), ours: below(ours), theirs: below(theirs) };
    const value = mergeRegister(path === undefined ? segment : `${path}/${segment}`, child, join);
    if (value !== undefined && key !== undefined) members.push([key, value]);
  }
  return Object.fromEntries(members);
}

function mergeRegister(path: string, states: Trio<RegisterState>, join: Join): Json | undefined {
  const { base, ours, theirs } = states;
  if (join.isCoarse || isLeaf(ours.value) || isLeaf(theirs.value)) return mergeWhole(path, states, join);
  const members = mergeMembers(path, states, join);
  // The presence of an empty object is a register of its own; an object with members says nothing about it.
  const rims = { base: base && rimOf(base), ours: rimOf(ours), theirs: rimOf(theirs) };
  const { winner } = decide(rims);
  const isRegister = [rims.ours, rims.theirs].some(({ value, stamps }) => value !== undefined || stamps !== undefined);
  if (isRegister) keepStamps(path, rims[winner], join);
  return Object.keys(members).length > 0 ? members : rims[winner].value;
}

/** Returns the state of a path itself, without anything below it. */
function rimOf({ value, stamps, created }: RegisterState): RegisterState {
  const hasMembers = isObject(value) && Object.keys(value).length > 0;
  const own = stamps?.entry === undefined ? undefined : { entry: stamps.entry, children: new Map<string, StampTree>() };
  return { value: hasMembers ? undefined : value, stamps: own, created };
}

/** Merges one register, or an object and a plain value: takes one side with all its stamps. */
function mergeWhole(path: string, states: Trio<RegisterState>, join: Join): Json | undefined {
  const { winner, disputed } = decide(states);
  const { ours, theirs } = states;
  if (disputed)
    join.disagreements.push({ record: join.record, path, ours: claim(ours), theirs: claim(theirs), winner });
  keepStamps(path, states[winner], join);
  return states[winner].value;
}

function claim(state: RegisterState): Claim {
  return { value: state.value, stamp: stampWithin(state) };
}

/** Applies the merge rule: a side unchanged since the base (value and stamp) loses; then the later stamp wins, then the larger value. */
function decide({ base, ours, theirs }: Trio<RegisterState>): { winner: 'ours' | 'theirs'; disputed: boolean } {
  const [a, b] = [stampWithin(ours), stampWithin(theirs)];
  const byStamp = byCodeUnit(a ?? '', b ?? '');
  if (sameJson(ours.value, theirs.value)) {
    const byEntries = byStamp || byCodeUnit(entriesText(ours), entriesText(theirs));
    // The result has the smaller creation stamp: under that one, nothing has to be spelled out.
    const order = byEntries || byCodeUnit(theirs.created ?? '', ours.created ?? '');
    return { winner: order < 0 ? 'theirs' : 'ours', disputed: false };
  }
  const isIdle = (state: RegisterState, stamp: Stamp | undefined): boolean =>
    base !== undefined && stampWithin(base) === stamp && sameJson(base.value, state.value);
  if (isIdle(ours, a)) return { winner: 'theirs', disputed: false };
  if (isIdle(theirs, b)) return { winner: 'ours', disputed: false };
  const order = byStamp || byCodeUnit(spelling(ours.value), spelling(theirs.value));
  // Without a base, a side that still has the record's creation stamp did not change the value.
  const untouched = (state: RegisterState, stamp: Stamp | undefined): boolean =>
    ours.created !== undefined && ours.created === theirs.created && stamp === state.created;
  const disputed = base !== undefined || !(untouched(ours, a) || untouched(theirs, b));
  return { winner: order < 0 ? 'theirs' : 'ours', disputed };
}

function spelling(value: Json | undefined): string {
  return value === undefined ? '' : canonicalJson(value);
}

/** Returns the entries as text, to break the tie between equal values under equal stamps of which only one is spelled out. */
function entriesText({ stamps }: RegisterState): string {
  const entries = new Map<string, Json>();
  collectEntries('', stamps, entries);
  return entries.size === 0 ? '' : canonicalJson(Object.fromEntries(entries));
}

function collectEntries(path: string, stamps: StampTree | undefined, into: Map<string, Json>): void {
  if (stamps?.entry !== undefined) into.set(path, stamps.entry);
  for (const [segment, child] of stamps?.children ?? []) collectEntries(`${path}/${segment}`, child, into);
}

/** Takes over the winner's entries, and spells out stamps that the creation stamp of the result would alter. */
function keepStamps(path: string, state: RegisterState, join: Join): void {
  collectEntries(path, state.stamps, join.entries);
  if (state.created !== join.created && !join.isCoarse) spellOut(path, state, join);
}

function spellOut(path: string, state: RegisterState, join: Join): void {
  const { value } = state;
  const keys = isObject(value) ? Object.keys(value) : [];
  for (const key of keys) spellOut(`${path}/${pathSegment(key)}`, childStateAt(state, pathSegment(key), key), join);
  const stamp = stampOf(state);
  if (keys.length === 0 && stamp !== undefined && asStamp(state.stamps?.entry) === undefined) {
    join.entries.set(path, stamp);
  }
}
