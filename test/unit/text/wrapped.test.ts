import assert from 'node:assert/strict';
import { wrapped } from '../../../src/core/text/wrapped';

describe('wrapped', () => {
  it('breaks at spaces, cuts a longer word, and loses nothing', () => {
    assert.deepEqual(wrapped('one two three', 7), ['one two', 'three']);
    assert.deepEqual(wrapped('ab abcdefgh cd', 4), ['ab', 'abcd', 'efgh', 'cd']);
    assert.deepEqual(wrapped('', 4), ['']);
    assert.deepEqual(wrapped('abcd', 4), ['abcd']);
  });
});
