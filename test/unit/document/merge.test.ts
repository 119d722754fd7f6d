import assert from 'node:assert/strict';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import type { Json } from '../../../src/core/document/json';
import type { MergeResult } from '../../../src/core/document/merge';
import { mergeDocuments } from '../../../src/core/document/merge';
import { documentWith, stampAt } from '../../support/documents';

const ID = 'g-4kq7w2m9xd';
const created = stampAt(0);

function of(record: Json | undefined): GoalDocument {
  return documentWith(record === undefined ? {} : { [ID]: record });
}

function merge(base: Json | undefined, ours: Json | undefined, theirs: Json | undefined): MergeResult {
  const result = mergeDocuments(of(base), of(ours), of(theirs));
  const swapped = mergeDocuments(of(base), of(theirs), of(ours));
  assert.equal(formatDocument(swapped.document), formatDocument(result.document));
  return result;
}

/** The merged record; `base` undefined means that the base has no such record. */
function merged(base: Json | undefined, ours: Json | undefined, theirs: Json | undefined): Json | undefined {
  return merge(base, ours, theirs).document.records.get(ID);
}

describe('mergeDocuments', () => {
  const base = { title: 'a', status: 'open', created };
  const done = { ...base, status: 'done', edits: { status: stampAt(5) } };

  it('joins edits of different registers', () => {
    const renamed = { ...base, title: 'b', edits: { title: stampAt(3) } };
    assert.deepEqual(merged(base, done, renamed), {
      title: 'b',
      status: 'done',
      edits: { status: stampAt(5), title: stampAt(3) },
      created,
    });
  });

  it('takes the later of two edits of one register, and tells both', () => {
    const missed = { ...base, status: 'missed', edits: { status: stampAt(9) } };
    const { document, disagreements } = merge(base, done, missed);
    assert.deepEqual(document.records.get(ID), missed);
    assert.deepEqual(disagreements, [
      {
        record: ID,
        path: 'status',
        ours: { value: 'done', stamp: stampAt(5) },
        theirs: { value: 'missed', stamp: stampAt(9) },
        winner: 'theirs',
      },
    ]);
  });

  it('takes equal values with the larger stamp, and a tie by the value', () => {
    assert.deepEqual(merged(base, done, { ...done, edits: { status: stampAt(6) } }), {
      ...done,
      edits: { status: stampAt(6) },
    });
    assert.deepEqual(merged(base, done, { ...done, status: 'dropped' }), { ...done, status: 'dropped' });
  });

  it('counts a register that went from A to B and back to A as changed', () => {
    const back = { ...base, edits: { status: stampAt(7) } };
    assert.deepEqual(merged(done, { ...done, edits: { status: stampAt(8) } }, { ...back, title: 'z' }), {
      ...done,
      title: 'z',
      edits: { status: stampAt(8) },
    });
    assert.deepEqual(merged(base, back, done), back);
  });

  it('keeps an edit by hand, which bears no stamp, against a side that did nothing', () => {
    assert.deepEqual(merged(done, { ...done, status: 'paused' }, { ...done, title: 'z' }), {
      ...done,
      status: 'paused',
      title: 'z',
    });
  });

  it('adds members of a set on both sides, and honours a removal', () => {
    const both = { ...base, values: { a: true, b: true } };
    const ours = { ...base, values: { a: true, b: true, c: true }, edits: { 'values/c': stampAt(2) } };
    const theirs = { ...base, values: { b: true }, edits: { 'values/a': stampAt(3) } };
    assert.deepEqual(merged(both, ours, theirs), {
      ...base,
      values: { b: true, c: true },
      edits: { 'values/a': stampAt(3), 'values/c': stampAt(2) },
    });
  });

  it('lets a map vanish whose last members went on two sides, but keeps an empty one written by hand', () => {
    const both = { ...base, values: { a: true, b: true } };
    const ours = { ...base, values: { b: true }, edits: { 'values/a': stampAt(3) } };
    const theirs = { ...base, values: { a: true }, edits: { 'values/b': stampAt(3) } };
    assert.ok(!Object.hasOwn(merged(both, ours, theirs) as object, 'values'));
    assert.deepEqual(merged(base, { ...base, extra: {} }, done), { ...done, extra: {} });
    assert.deepEqual(merged({ ...base, extra: {} }, { ...base, extra: {}, title: 'z' }, { ...done, extra: { x: 1 } }), {
      ...done,
      title: 'z',
      extra: { x: 1 },
    });
  });

  it('keeps the tombstone and the values edited beside it', () => {
    const deleted = { ...base, deleted: true, edits: { deleted: stampAt(4) } };
    assert.deepEqual(merged(base, deleted, done), {
      ...done,
      deleted: true,
      edits: { deleted: stampAt(4), status: stampAt(5) },
    });
  });

  it('takes an object against a scalar whole, by the largest stamp under the path', () => {
    const scalar = { ...base, values: 1, edits: { values: stampAt(3) } };
    const object = { ...base, values: { a: true, b: 2 }, edits: { 'values/a': stampAt(4) } };
    assert.deepEqual(merged(base, scalar, object), object);
    assert.deepEqual(merged(base, { ...scalar, edits: { values: stampAt(5) } }, object), {
      ...scalar,
      edits: { values: stampAt(5) },
    });
  });

  it('keeps the smaller creation stamp and every effective stamp when both sides created the record', () => {
    const ours = { title: 'a', created: stampAt(2) };
    const theirs = { title: 'b', due: 'x', created: stampAt(1, 'bbbb') };
    const { document, disagreements } = merge(undefined, ours, theirs);
    assert.deepEqual(document.records.get(ID), {
      title: 'a',
      edits: { title: stampAt(2), due: stampAt(2) },
      created: stampAt(1, 'bbbb'),
    });
    assert.deepEqual(
      disagreements.map(({ path }) => path),
      ['title', 'due'],
    );
  });

  it('takes the side with the smaller creation stamp where value, stamp and entries of a register tie', () => {
    const at = (millis: number): string => `20260101T00000000${millis}Z-0000-aaaa`;
    const side = (millis: number): Json => ({ t: 'x', edits: { 't/a': at(5) }, created: at(millis) });
    assert.deepEqual(merged(undefined, side(1), side(2)), side(1));
    assert.deepEqual(merged(undefined, side(2), side(1)), side(1));
    assert.deepEqual(merged(side(3), side(2), side(1)), side(1));
  });

  it('keeps edits that are no object until there is a stamp to write', () => {
    const odd = { ...base, edits: 'odd' };
    assert.deepEqual(merged(odd, { ...odd, title: 'z' }, { ...odd, status: 'x' }), { ...odd, title: 'z', status: 'x' });
    assert.deepEqual(merged(odd, odd, done), done);
  });

  it('honours a removed record if the other side did nothing, keeps it if it changed', () => {
    assert.equal(merged(base, undefined, base), undefined);
    assert.deepEqual(merged(base, undefined, done), done);
    assert.deepEqual(merged(undefined, undefined, done), done);
    assert.deepEqual(mergeDocuments(undefined, of(undefined), of(base)).document, of(base));
  });

  it('names no disagreement without a base where one side never changed the register', () => {
    assert.deepEqual(mergeDocuments(undefined, of(base), of(done)).disagreements, []);
    const missed = { ...base, status: 'missed', edits: { status: stampAt(9) } };
    assert.equal(mergeDocuments(undefined, of(done), of(missed)).disagreements.length, 1);
  });

  it('merges members of the file and unknown keys, and keeps the larger version', () => {
    const at = (top: Record<string, Json>): GoalDocument => documentWith({ '~zz': 0 }, top);
    const { document } = mergeDocuments(
      at({ version: 1, a: 1, m: { x: 1 } }),
      at({ version: 2, a: 2, m: { x: 1, y: 2 } }),
      at({ version: 1, a: 1, m: {}, ['__proto__']: { b: 1 } }),
    );
    assert.equal(
      JSON.stringify(Object.entries(document.top).sort()),
      JSON.stringify([
        ['__proto__', { b: 1 }],
        ['a', 2],
        ['m', { y: 2 }],
        ['version', 2],
      ]),
    );
    assert.deepEqual([...document.records], [['~zz', 0]]);
  });
});
