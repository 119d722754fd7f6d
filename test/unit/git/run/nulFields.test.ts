import assert from 'node:assert/strict';
import { nulRecords } from '../../../../src/git/run/nulFields';

/** The records, from chunks of so many bytes. */
async function read(text: string, size: number, count: number): Promise<readonly (readonly string[])[]> {
  const bytes = Buffer.from(text);
  async function* chunks(): AsyncGenerator<Buffer> {
    await Promise.resolve();
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  let found: readonly (readonly string[])[] = [];
  for await (const records of nulRecords(chunks(), count)) found = found.concat(records);
  return found;
}

describe('NUL-terminated records', () => {
  it('are the same however the stream is cut, without the last one that is incomplete', async () => {
    const text = 'a\0\u00e4\n\0\0b\0\ud83d\ude80\0c\nd\0lost\0half';
    const records = [
      ['a', '\u00e4\n', ''],
      ['b', '\ud83d\ude80', 'c\nd'],
    ];
    for (let size = 1; size <= Buffer.byteLength(text); size++) {
      assert.deepEqual(await read(text, size, 3), records, `${size} bytes at a time`);
    }
  });

  it('may be of empty fields alone, more of them than a call can have arguments', async () => {
    assert.equal((await read('\0'.repeat(400_000), 400_000, 2)).length, 200_000);
  });
});
