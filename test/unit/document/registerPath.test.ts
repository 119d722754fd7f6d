import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isWithin, joinPath, splitPath } from '../../../src/core/document/registerPath';

const key = fc.oneof(fc.string(), fc.constantFrom('', '~', '/', '~0', '~1', '~01', '__proto__', 'a'));

describe('register paths', () => {
  it('read back any keys, slashes, tildes and empty ones included', () => {
    fc.assert(
      fc.property(fc.array(key, { minLength: 1 }), (keys) => {
        assert.deepEqual(splitPath(joinPath(keys)), keys);
      }),
    );
  });

  it('escape as RFC 6901 does', () => {
    assert.equal(joinPath(['values', 'a/b~c']), 'values/a~1b~0c');
  });

  it('lie within what they extend by whole keys', () => {
    assert.ok(isWithin('values/a', 'values') && isWithin('values', 'values'));
    assert.ok(!isWithin('valuesa', 'values') && !isWithin('values', 'values/a'));
  });
});
