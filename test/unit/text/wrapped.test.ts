import assert from 'node:assert/strict';
import { wrapped } from '../../../src/core/text/wrapped';

describe('wrapped', () => {
  it('breaks at spaces, cuts a longer word, and loses nothing', () => {
    assert.deepEqual(wrapped('one ten three', 7), ['one ten', 'three']);
    assert.deepEqual(wrapped('ab abcdefgh cd', 4), ['ab', 'abcd', 'efgh', 'cd']);
    assert.deepEqual(wrapped('', 4), ['']);
    assert.deepEqual(wrapped('WWWW illi', 4), ['WW', 'WW', 'illi'], 'broad letters');
    assert.deepEqual(wrapped('\ufdfda', 4), ['\ufdfd', 'a'], 'one character as long as a line');
    assert.deepEqual(wrapped(`a${'\u2003'.repeat(50)}b`, 4), ['a b'], 'blanks that push the rest away');
    assert.deepEqual(wrapped('abcd', 4), ['abcd']);
  });
});
