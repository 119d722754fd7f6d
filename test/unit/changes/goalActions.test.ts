import assert from 'node:assert/strict';
import type { Change } from '../../../src/core/document/change';
import { applyChanges } from '../../../src/core/document/change';
import { emptyDocument } from '../../../src/core/document/goalDocument';
import type { JsonObject } from '../../../src/core/document/json';
import { inverseOf } from '../../../src/core/changes/goalActions';
import { documentWith, stampAt, stamperAt } from '../../support/documents';

const ID = 'g-4kq7w2m9xd';
const GOAL = { title: 'Ship it', status: 'done', created: stampAt(0), edits: { status: stampAt(1) } };

describe('inverseOf', () => {
  it('gives fields their old values again and deletes what was added', () => {
    const before = documentWith({ [ID]: GOAL });
    const changes: Change[] = [
      { type: 'set', id: ID, path: 'status', value: 'open' },
      { type: 'set', id: ID, path: 'due', value: '2026-12-04' },
      { type: 'add', id: 'g-new', fields: { title: 'New' } },
    ];
    const after = applyChanges(before, changes, stamperAt(5));
    const { records } = applyChanges(after, inverseOf(changes, before), stamperAt(6));
    const record = records.get(ID) as JsonObject;
    assert.deepEqual([record['status'], record['due']], ['done', undefined]);
    assert.equal((records.get('g-new') as JsonObject)['deleted'], true);
  });

  it('moves a record back as it was', () => {
    const here = documentWith({ [ID]: GOAL });
    const out: Change[] = [{ type: 'remove', id: ID, record: GOAL }];
    const arrival: Change[] = [{ type: 'put', id: ID, record: GOAL }];
    const taken = applyChanges(here, out, stamperAt(5));
    const there = applyChanges(emptyDocument(), arrival, stamperAt(5));
    assert.deepEqual(applyChanges(taken, inverseOf(out, here), stamperAt(6)).records, here.records);
    assert.equal(applyChanges(there, inverseOf(arrival, emptyDocument()), stamperAt(6)).records.size, 0);
    assert.deepEqual(inverseOf(arrival, there), []);
  });
});
