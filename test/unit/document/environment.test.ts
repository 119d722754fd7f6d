import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { projectFolder } from '../../support/run/projectFolder';

/** Of the bytes as first written: the same with every version of Node and on every platform. */
const GOLDEN = '04d1314e7eb706a08b303f4a90c21e25725e30b3c96b25179769f0e9017faaf3';

const SURROUNDINGS: readonly (readonly [locale: string, timeZone: string])[] = [
  ['C', 'UTC'],
  ['en_US.UTF-8', 'America/New_York'],
  ['tr_TR.UTF-8', 'Asia/Kathmandu'],
  ['de_DE.UTF-8', 'Pacific/Kiritimati'],
  ['ar_EG.UTF-8', 'America/St_Johns'],
  ['sv_SE.UTF-8', 'Europe/Lisbon'],
];

function bytesIn(locale: string, timeZone: string): { readonly surroundings: string; readonly bytes: string } {
  const program = projectFolder('dist-test', 'support', 'sampleBytes.child.js');
  const env = { ...process.env, TZ: timeZone, LANG: locale, LC_ALL: locale, LANGUAGE: locale };
  const output = execFileSync(process.execPath, [program], { env, encoding: 'utf8' });
  const end = output.indexOf('\n');
  return { surroundings: output.slice(0, end), bytes: output.slice(end + 1) };
}

describe('the bytes of a file', () => {
  const seen = new Set<string>();

  for (const [locale, timeZone] of SURROUNDINGS) {
    it(`are the same in ${locale}, ${timeZone}`, () => {
      const { surroundings, bytes } = bytesIn(locale, timeZone);
      seen.add(surroundings);
      assert.equal(createHash('sha256').update(bytes).digest('hex'), GOLDEN, bytes.slice(-400));
    });
  }

  it('were made in different surroundings', () => {
    assert.ok(seen.size >= SURROUNDINGS.length - 1, [...seen].join());
  });
});
