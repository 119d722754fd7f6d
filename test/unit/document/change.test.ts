import assert from 'node:assert/strict';
import type { Change } from '../../../src/core/document/change';
import { applyChange, applyChanges } from '../../../src/core/document/change';
import { GoalFileError } from '../../../src/core/document/fileReading';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import { emptyDocument } from '../../../src/core/document/goalDocument';
import type { Json } from '../../../src/core/document/json';
import { documentOf, documentWith, stampAt, stamperAt } from '../../support/documents';

const ID = 'g-4kq7w2m9xd';
const GOAL = { title: 'Ship it', status: 'open', created: stampAt(0) };

function set(path: string, value: Json | undefined, more: { force?: boolean } = {}): Change {
  return { type: 'set', id: ID, path, value, ...more };
}

function changed(record: Json, ...changes: Change[]): Json | undefined {
  return applyChanges(documentWith({ [ID]: record }), changes, stamperAt(5)).records.get(ID);
}

/** How many lines a line diff shows as added and as removed. */
function lineDiff(before: GoalDocument, after: GoalDocument): { readonly added: number; readonly removed: number } {
  const [old, now] = [before, after].map((document) => formatDocument(document).split('\n'));
  const without = (lines: string[] = [], others: string[] = []): number => {
    const rest = [...others];
    return lines.filter((line) => {
      const at = rest.indexOf(line);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    }).length;
  };
  return { added: without(now, old), removed: without(old, now) };
}

describe('applyChange', () => {
  it('adds a record with its creation stamp, once', () => {
    const add: Change = { type: 'add', id: ID, fields: { title: 'Ship it' } };
    const document = applyChange(emptyDocument(), add, stamperAt(3));
    assert.deepEqual(document.records.get(ID), { title: 'Ship it', created: stampAt(3) });
    assert.equal(applyChange(document, add, stamperAt(4)), document);
  });

  it('sets a register and stamps it', () => {
    assert.deepEqual(changed(GOAL, set('status', 'done')), { ...GOAL, status: 'done', edits: { status: stampAt(5) } });
  });

  it('sets nested registers one by one, whole objects as their members', () => {
    const expected = {
      ...GOAL,
      values: { a: true, b: { c: 1 } },
      edits: { 'values/a': stampAt(5), 'values/b/c': stampAt(5).replace('0000-', '0001-') },
    };
    assert.deepEqual(changed(GOAL, set('values', { a: true, b: { c: 1 } })), expected);
    assert.deepEqual(changed(GOAL, set('values/a', true), set('values/b/c', 1)), expected);
  });

  it('removes a member, its map when that falls empty, and keeps its stamp', () => {
    const record = { ...GOAL, values: { a: true } };
    assert.deepEqual(changed(record, set('values/a', undefined)), { ...GOAL, edits: { 'values/a': stampAt(5) } });
  });

  it('leaves empty maps alone that somebody wrote by hand', () => {
    assert.deepEqual(changed({ ...GOAL, values: {} }, set('status', 'done')), {
      ...GOAL,
      values: {},
      status: 'done',
      edits: { status: stampAt(5) },
    });
  });

  it('returns the same document where nothing changes, unless forced', () => {
    const document = documentWith({ [ID]: { ...GOAL, tags: ['a', { b: 1 }] } });
    for (const change of [
      set('status', 'open'),
      set('tags', ['a', { b: 1 }]),
      set('due', undefined),
      set('x/y', undefined),
    ]) {
      assert.equal(applyChange(document, change, stamperAt(5)), document);
    }
    const forced = applyChange(document, set('status', 'open', { force: true }), stamperAt(5));
    assert.deepEqual(forced.records.get(ID), { ...GOAL, tags: ['a', { b: 1 }], edits: { status: stampAt(5) } });
  });

  it('exceeds every stamp it overwrites, also those above and below the path', () => {
    const edits = { 'values/a': stampAt(30), values: stampAt(20) };
    const scalar = changed({ ...GOAL, values: { a: true }, edits }, set('values', 1));
    assert.deepEqual(scalar, {
      ...GOAL,
      values: 1,
      edits: { ...edits, values: stampAt(30).replace('0000-', '0001-') },
    });
    const nested = changed({ ...GOAL, values: 1, edits: { values: stampAt(20) } }, set('values/a', true));
    assert.deepEqual(nested, {
      ...GOAL,
      values: { a: true },
      edits: { values: stampAt(20), 'values/a': stampAt(20).replace('0000-', '0001-') },
    });
  });

  it('takes hostile keys for data', () => {
    const record = changed(GOAL, set('__proto__/polluted', true), set('constructor', 1));
    assert.ok(record !== undefined && record !== null && Object.hasOwn(record as object, '__proto__'));
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    const text = formatDocument(documentWith({ [ID]: record }));
    assert.match(text, /"__proto__": \{\n {8}"polluted": true/);
    assert.equal(formatDocument(documentOf(text)), text);
  });

  it('says so when the record is gone, and changes nothing', () => {
    for (const document of [emptyDocument(), documentWith({ [ID]: 'text' })]) {
      assert.throws(
        () => applyChange(document, set('status', 'done'), stamperAt(5)),
        (error: unknown) => error instanceof GoalFileError && error.code === 'record-gone',
      );
    }
  });

  it('shows five lines in the diff of a first tick, and replaces two with a later one', () => {
    const before = documentWith({ [ID]: GOAL });
    const ticked = applyChange(before, set('status', 'done'), stamperAt(5));
    assert.deepEqual(lineDiff(before, ticked), { added: 4, removed: 1 });
    assert.deepEqual(lineDiff(ticked, applyChange(ticked, set('status', 'open'), stamperAt(6))), {
      added: 2,
      removed: 2,
    });
  });

  it('moves a record as it stands, its stamps included, and takes it out without a tombstone', () => {
    const record = { ...GOAL, status: 'done', edits: { status: stampAt(2) } };
    const here = documentWith({ [ID]: record });
    const there = applyChange(emptyDocument(), { type: 'put', id: ID, record }, stamperAt(9));
    assert.deepEqual(there.records.get(ID), record);
    assert.equal(applyChange(there, { type: 'put', id: ID, record }, stamperAt(9)), there);
    assert.deepEqual([...applyChange(here, { type: 'remove', id: ID, record }, stamperAt(9)).records], []);
  });

  it('keeps a record that was edited after it was copied', () => {
    const edited = documentWith({ [ID]: { ...GOAL, status: 'open', edits: { status: stampAt(3) } } });
    assert.equal(applyChange(edited, { type: 'remove', id: ID, record: GOAL }, stamperAt(9)), edited);
    assert.equal(applyChange(emptyDocument(), { type: 'remove', id: ID, record: GOAL }, stamperAt(9)).records.size, 0);
  });

  it('merges a record that arrives where one stands: of each register the later edit', () => {
    const standing = { ...GOAL, status: 'done', edits: { status: stampAt(4) } };
    const arriving = { ...GOAL, status: 'missed', due: '2026-12-04', edits: { status: stampAt(3), due: stampAt(5) } };
    assert.deepEqual(changed(standing, { type: 'put', id: ID, record: arriving }), {
      ...GOAL,
      status: 'done',
      due: '2026-12-04',
      edits: { status: stampAt(4), due: stampAt(5) },
    });
  });
});

describe('applyChanges', () => {
  const add = (id: string): Change => ({ type: 'add', id, fields: { title: id } });

  it('sees its own earlier changes and leaves the document it was given alone', () => {
    const document = documentWith({ [ID]: GOAL });
    const result = applyChanges(document, [add('g-a'), { ...set('title', 'B'), id: 'g-a' }], stamperAt(5));
    assert.deepEqual([...document.records.keys()], [ID]);
    assert.deepEqual(result.records.get('g-a'), {
      title: 'B',
      created: stampAt(5),
      edits: { title: stampAt(5).replace('0000-', '0001-') },
    });
    assert.throws(() => applyChanges(document, [add('g-b'), { ...set('title', 'B'), id: 'g-c' }], stamperAt(5)));
    assert.equal(document.records.size, 1);
  });

  it('copies the records once, however many changes there are', () => {
    let copied = 0;
    class CountedMap extends Map<string, Json> {
      override [Symbol.iterator](): MapIterator<[string, Json]> {
        copied += 1;
        return super[Symbol.iterator]();
      }
    }
    const document = { top: {}, records: new CountedMap([[ID, GOAL]]) };
    const changes = Array.from({ length: 50 }, (_, index) => add(`g-${index}`));
    assert.equal(applyChanges(document, changes, stamperAt(5)).records.size, 51);
    assert.equal(copied, 1);
    assert.equal(applyChanges(document, [], stamperAt(5)), document);
  });
});
