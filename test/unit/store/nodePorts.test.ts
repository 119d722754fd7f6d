import assert from 'node:assert/strict';
import { systemClock, systemHash, systemRandom } from '../../../src/store/nodePorts';

describe('clock, randomness and hash of Node', () => {
  it('hashes the UTF-8 bytes of a text', () => {
    // Test vector "abc" of FIPS 180-4.
    assert.equal(systemHash.sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    assert.equal(systemHash.sha256('ä'), systemHash.sha256('\u00e4'));
  });

  it('gives as many random bytes as asked for, and milliseconds', () => {
    assert.equal(systemRandom.bytes(10).length, 10);
    assert.notDeepEqual(systemRandom.bytes(16), systemRandom.bytes(16));
    assert.ok(Number.isInteger(systemClock.now()));
  });
});
