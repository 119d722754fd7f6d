import assert from 'node:assert/strict';
import { rowAfter } from '../../../../src/editor/waiting/rowAfter';

describe('the row to go on with', () => {
  const rows = (...keys: readonly string[]): { readonly key: string }[] => keys.map((key) => ({ key }));

  it('is the one that took the place of the row that was acted on, the last one where that was last', () => {
    assert.deepEqual(rowAfter('b', 1, rows('a', 'c', 'd')), { key: 'c' });
    assert.deepEqual(rowAfter('c', 2, rows('a', 'b')), { key: 'b' });
  });

  it('is none of them while the row is there still', () => {
    assert.equal(rowAfter('b', 1, rows('a', 'b')), undefined);
  });

  it('is the first one where the row was not listed any more when it was acted on', () => {
    assert.deepEqual(rowAfter('gone', -1, rows('a', 'b')), { key: 'a' });
  });

  it('is said to be none only where no row is left', () => {
    assert.equal(rowAfter('a', 0, []), 'none');
  });
});
