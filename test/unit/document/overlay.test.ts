import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Change } from '../../../src/core/document/change';
import { applyChanges } from '../../../src/core/document/change';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import type { Json } from '../../../src/core/document/json';
import {
  joinOverlay,
  nextOverlay,
  overlayOf,
  overtakenClaims,
  restingEdits,
  unsharedRecords,
} from '../../../src/core/document/overlay';
import { documentWith, stamperAt, stampAt } from '../../support/documents';

const goal = { title: 'Ship', status: 'open', created: stampAt(1) };
const EMPTY = documentWith({});

const value: fc.Arbitrary<Json | undefined> = fc.constantFrom<(Json | undefined)[]>('x', 'y', true, 1, undefined, [1]);
const ids = fc.constantFrom('g-0000000001', 'g-0000000002', 'g-0000000003', 'c-zzzzzzzzzz');
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 1, arbitrary: ids.map((id): Change => ({ type: 'add', id, fields: { title: 'New', status: 'open' } })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(ids, fc.constantFrom('status', 'title', 'values/v-1', 'values/v-2', '__proto__', 'a~1b'), value)
      .map(([id, path, to]): Change => ({ type: 'set', id, path, value: to })),
  },
);
const changes = fc.array(change, { maxLength: 8 });

/** Changes of records that are there, and additions. */
function edited(document: GoalDocument, wanted: readonly Change[], minute: number): GoalDocument {
  const stamper = stamperAt(minute);
  return wanted.reduce(
    (now, each) => (each.type === 'set' && !now.records.has(each.id) ? now : applyChanges(now, [each], stamper)),
    document,
  );
}

describe('overlay of unshared edits', () => {
  it('holds a new record whole, and of another only what was edited', () => {
    const file = documentWith({ 'g-1': goal });
    const shown = edited(file, [{ type: 'set', id: 'g-1', path: 'status', value: 'done' }], 5);
    const overlay = overlayOf(
      file,
      applyChanges(shown, [{ type: 'add', id: 'g-2', fields: { title: 'B' } }], stamperAt(6)),
    );
    assert.deepEqual(overlay.records.get('g-1'), { status: 'done', edits: { status: stampAt(5) } });
    assert.deepEqual(overlay.records.get('g-2'), { title: 'B', created: stampAt(6) });
    assert.deepEqual(unsharedRecords(file, overlay), ['g-1', 'g-2']);
  });

  it('joined onto the file gives what was shown before, any number of times; what the file has falls out', () => {
    fc.assert(
      fc.property(changes, changes, changes, (start, first, second) => {
        const file = edited(EMPTY, start, 1);
        const shown = edited(file, first, 10);
        const overlay = overlayOf(file, shown);
        assert.deepEqual(joinOverlay(file, overlay), shown);
        assert.deepEqual(joinOverlay(shown, overlay), shown);
        const later = edited(shown, second, 20);
        const next = nextOverlay(file, overlay, later);
        assert.deepEqual(joinOverlay(file, next), later);
        assert.equal(nextOverlay(later, next, later).records.size, 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('lies on top of whatever version a branch has: other registers stay as they are there', () => {
    const overlay = documentWith({ 'g-1': { status: 'done', edits: { status: stampAt(9) } } });
    const there = documentWith({ 'g-1': { ...goal, title: 'Renamed', edits: { title: stampAt(20) } } });
    assert.deepEqual(joinOverlay(there, overlay).records.get('g-1'), {
      title: 'Renamed',
      status: 'done',
      created: stampAt(1),
      edits: { title: stampAt(20), status: stampAt(9) },
    });
  });

  it('rests where a branch does not have the record', () => {
    const overlay = documentWith({ 'g-1': { status: 'done', edits: { status: stampAt(9) } } });
    assert.equal(joinOverlay(EMPTY, overlay), EMPTY);
    assert.deepEqual([...restingEdits(EMPTY, overlay).records.keys()], ['g-1']);
    assert.deepEqual(nextOverlay(EMPTY, overlay, EMPTY).records, overlay.records);
  });

  it('keeps an edit that was overtaken here, for branches where it was not, and can name it', () => {
    const overlay = documentWith({ 'g-1': { status: 'done', edits: { status: stampAt(9) } } });
    const here = documentWith({ 'g-1': { ...goal, status: 'dropped', edits: { status: stampAt(12) } } });
    assert.deepEqual(joinOverlay(here, overlay), here);
    assert.deepEqual(unsharedRecords(here, overlay), []);
    assert.deepEqual(nextOverlay(here, overlay, here).records, overlay.records);
    assert.deepEqual(overtakenClaims(here, overlay), [
      {
        record: 'g-1',
        path: 'status',
        ours: { value: 'dropped', stamp: stampAt(12) },
        theirs: { value: 'done', stamp: stampAt(9) },
        winner: 'ours',
      },
    ]);
  });
});
