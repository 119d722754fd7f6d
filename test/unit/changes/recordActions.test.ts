import assert from 'node:assert/strict';
import { readValues } from '../../../src/core/changes/recordActions';
import { kudosKind } from '../../../src/core/model/kudos';
import { resourceKind } from '../../../src/core/model/resource';

describe('values that are to be written', () => {
  it('read as the record will that says them', () => {
    const { title, amount, state } = readValues(resourceKind, { title: 'A course', amount: 3, state: undefined });
    assert.deepEqual([title, amount, state], ['A course', 3, 'requested']);
    assert.equal(readValues(resourceKind, { title: 'A course', amount: 'three' }).amount, undefined);
    assert.equal(readValues(kudosKind, { note: 'Thanks', to: {} }).to, undefined);
  });
});
