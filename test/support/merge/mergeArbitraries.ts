import fc from 'fast-check';
import type { Change } from '../../../src/core/document/change';
import { applyChange, applyChanges } from '../../../src/core/document/change';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import type { Json, JsonObject } from '../../../src/core/document/json';
import { isObject, member, withMember, withoutMember } from '../../../src/core/document/json';
import { joinPath } from '../../../src/core/document/registerPath';
import { documentWith, stampAt, stamperAt } from '../documents';

export interface Triple {
  readonly base: GoalDocument | undefined;
  readonly ours: GoalDocument;
  readonly theirs: GoalDocument;
}

// Few names, values and stamps, so that the sides meet, tie and contradict each other all the time.
const key = fc.constantFrom(
  'status',
  'values',
  'a',
  'b/c',
  '~',
  '',
  '0',
  '__proto__',
  'constructor',
  'created',
  'edits',
);
const id = fc.constantFrom('g-0000000001', 'g-0000000002', 'c-zzzzzzzzzz', '__proto__', '10', '~zz9', '~0');
const leaf: fc.Arbitrary<Json> = fc.constantFrom<Json[]>('x', 'y', true, 1, null, [], [1], '');
const value: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: fc.constant<Json>({}) },
  {
    weight: 2,
    arbitrary: fc.array(fc.tuple(key, leaf), { maxLength: 3 }).map((members): Json => Object.fromEntries(members)),
  },
);
const stamp: fc.Arbitrary<Json> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.nat(5), fc.constantFrom('aaaa', 'bbbb'))
      .map(([minute, replica]) => stampAt(minute, replica)),
  },
  { weight: 1, arbitrary: fc.constantFrom<Json[]>('yesterday', 5, null, {}, '20260230T000000000Z-0000-aaaa') },
);
const keys = fc.array(key, { minLength: 1, maxLength: 3 });
const path = fc.oneof(
  { weight: 9, arbitrary: keys.map(joinPath) },
  { weight: 1, arbitrary: fc.constantFrom('a~2b', 'a/~', '/', `deep${'/a'.repeat(50)}`) },
);

/** One step from a record to another, done by hand, by a tool or by us; stamped rightly, wrongly or not at all. */
type Step = (record: Json | undefined) => Json | undefined;
const onObject =
  (step: (record: JsonObject) => Json | undefined): Step =>
  (record) =>
    step(isObject(record) ? record : {});

function put(object: JsonObject, [first, ...rest]: readonly string[], placed: Json | undefined): JsonObject {
  if (first === undefined) return object;
  const inner = member(object, first);
  const after = rest.length === 0 ? placed : put(isObject(inner) ? inner : {}, rest, placed);
  return after === undefined ? withoutMember(object, first) : withMember(object, first, after);
}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(keys, fc.option(value, { nil: undefined }))
      .map(([at, put_]) => onObject((record) => put(record, at, put_))),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(path, fc.option(stamp, { nil: undefined, freq: 4 })).map(([at, entry]) =>
      onObject((record) => {
        const edits = member(record, 'edits');
        const held = isObject(edits) ? edits : {};
        return withMember(record, 'edits', entry === undefined ? withoutMember(held, at) : withMember(held, at, entry));
      }),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(keys, value, fc.nat(5)).map(([at, set, minute]) =>
      onObject((record) => {
        const change: Change = { type: 'set', id: 'g', path: joinPath(at), value: set };
        return applyChange(documentWith({ g: record }), change, stamperAt(minute)).records.get('g');
      }),
    ),
  },
  { weight: 2, arbitrary: stamp.map((created) => onObject((record) => withMember(record, 'created', created))) },
  { weight: 1, arbitrary: value.map((edits) => onObject((record) => withMember(record, 'edits', edits))) },
  { weight: 1, arbitrary: fc.option(value, { nil: undefined }).map((replaced) => () => replaced) },
);

const recordSteps = fc.array(fc.tuple(id, step), { maxLength: 6 });
const topSteps = fc.array(fc.tuple(key, fc.option(value, { nil: undefined })), { maxLength: 2 });
const version = fc.constantFrom(1, 1, 1, 2);

type Steps = readonly [readonly (readonly [string, Step])[], readonly (readonly [string, Json | undefined])[], number];
const steps: fc.Arbitrary<Steps> = fc.tuple(recordSteps, topSteps, version);

function grow(document: GoalDocument, [records, members, newVersion]: Steps): GoalDocument {
  const grown = new Map(document.records);
  for (const [name, one] of records) {
    const after = one(grown.get(name));
    if (after === undefined) grown.delete(name);
    else grown.set(name, after);
  }
  const top = members.reduce(
    (before, [name, placed]) => (placed === undefined ? withoutMember(before, name) : withMember(before, name, placed)),
    document.top,
  );
  return { top: withMember(top, 'version', newVersion), records: grown };
}

/** Three documents, the sides grown from the base. */
const grownTriple: fc.Arbitrary<Triple> = fc
  .tuple(steps, steps, steps, fc.boolean(), fc.integer({ min: 0, max: 3 }))
  .map(([first, our, their, known, related]) => {
    const base = grow(documentWith({}), first);
    const ours = grow(base, our);
    const theirs = grow(related === 0 ? documentWith({}) : base, their);
    return { base: known ? base : undefined, ours, theirs };
  });

const TIED = 'g-0000000001';
const fewStamps = fc.nat(2).map((minute) => stampAt(minute));

/**
 * Two sides that say the same of a leaf and have the same entries below it, in records that were not made at the same time: what
 * is left to decide a register is `created`. Now and then a side goes on from there, so that the ties lie beside other changes.
 */
const tiedTriple: fc.Arbitrary<Triple> = fc
  .tuple(
    fc.tuple(key, leaf),
    fc.array(fc.tuple(keys, fewStamps), { minLength: 1, maxLength: 2 }),
    fc.tuple(fc.option(fewStamps), fewStamps, fewStamps),
    fc.tuple(...[0, 1].map(() => fc.option(step, { freq: 2 }))),
  )
  .map(([[name, placed], below, [base, ...created], then]) => {
    const edits = Object.fromEntries(below.map(([at, entry]) => [joinPath([name, ...at]), entry]));
    const made = (at: string): JsonObject => withMember({ edits, created: at }, name, placed);
    const [ours, theirs] = created.map((at, side) => {
      const record = then[side]?.(made(at)) ?? made(at);
      return documentWith({ [TIED]: record });
    }) as [GoalDocument, GoalDocument];
    return { base: base === null ? undefined : documentWith({ [TIED]: made(base) }), ours, theirs };
  });

/** Three documents, hostile in every way a file that parses can be. */
export const anyTriple: fc.Arbitrary<Triple> = fc.oneof(
  { weight: 7, arbitrary: grownTriple },
  { weight: 1, arbitrary: tiedTriple },
);

const register = fc.constantFrom('status', 'parent', 'values/x', 'values/y', 'm/n/o', 'deleted', 'later');
const setTo = fc.constantFrom<(Json | undefined)[]>('open', 'done', true, undefined);
const change: fc.Arbitrary<Change> = fc
  .tuple(fc.constantFrom('g-0000000001', 'g-0000000002'), register, setTo)
  .map(([record, at, to]) => ({ type: 'set', id: record, path: at, value: to }));

/** What one clone did: its own new record, and changes at its own time. */
const work = fc.tuple(fc.array(change, { maxLength: 6 }), fc.nat(30), fc.boolean());

/** A base and three clones that grew from it by our own changes only. */
export const causalHistory: fc.Arbitrary<{ base: GoalDocument; heads: readonly GoalDocument[] }> = fc
  .tuple(work, work, work, work)
  .map(([first, ...others]) => {
    const empty = documentWith({
      'g-0000000001': { title: 'one', created: stampAt(0) },
      'g-0000000002': { title: 'two', created: stampAt(10, 'bbbb') },
    });
    const base = applyChanges(empty, first[0], stamperAt(first[1], 'base'));
    const heads = others.map(([changes, minute, adds], index) => {
      const added: Change = { type: 'add', id: `g-000000001${index}`, fields: { title: 'new' } };
      return applyChanges(base, adds ? [...changes, added] : changes, stamperAt(minute, `cln${index}`));
    });
    return { base, heads };
  });
