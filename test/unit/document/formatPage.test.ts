import assert from 'node:assert/strict';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { Json } from '../../../src/core/document/json';
import { mergeDocuments } from '../../../src/core/document/merge';
import { MAX_BYTES } from '../../../src/core/document/parseGoalFile';
import { parseStamp } from '../../../src/core/document/stamp';
import { documentOf, documentWith, readText, stampAt } from '../../support/documents';

const file = (member: string): string => `{"version":1,"records":{${member}}}`;
const ID = 'g-4kq7w2m9xd';

/** The record of two sides without a base; the same whichever side is ours. */
function merged(ours: Json, theirs: Json): Json | undefined {
  const join = (a: Json, b: Json) => mergeDocuments(undefined, documentWith({ [ID]: a }), documentWith({ [ID]: b }));
  assert.deepEqual(join(theirs, ours).document, join(ours, theirs).document);
  return join(ours, theirs).document.records.get(ID);
}

describe('small print of docs/format.md', () => {
  it('a minus zero and a number that would be written with another value are losses, another spelling is none', () => {
    for (const number of ['-0', '-0.0', '9007199254740993', '1e999', '1e-999', '0.10000000000000000001'])
      assert.equal(readText(file(`"x":${number}`)).state, 'readOnly', number);
    for (const number of ['0.1', '0.10', '1E2', '9007199254740992', '123456789012345680000'])
      assert.equal(readText(file(`"x":${number}`)).state, 'ok', number);
  });

  it('8 MB are 8,388,608 bytes', () => {
    assert.equal(MAX_BYTES, 8_388_608);
    const room = MAX_BYTES - file('"x":""').length;
    assert.equal(readText(file(`"x":"${'x'.repeat(room)}"`)).state, 'ok');
    assert.equal(readText(file(`"x":"${'x'.repeat(room + 1)}"`)).state, 'broken');
  });

  it('0.0 is a spacer; a spacer that carries data stands as data, once', () => {
    assert.equal(formatDocument(documentOf(file('"~0":0.0'))), formatDocument(documentWith({})));
    const lines = formatDocument(documentOf(file('"~0":1'))).split('\n');
    assert.deepEqual(
      lines.filter((line) => line.includes('"~0":')),
      ['    "~0": 1,'],
    );
  });

  it('~-1 is placed by -1, and a key by what follows the hyphen only if that is the second code unit', () => {
    const keys = ['~-1', '\u{1f600}-0', 'x-0', 'ab-0'];
    const text = formatDocument(documentWith(Object.fromEntries(keys.map((key) => [key, true]))));
    const placed = [...text.matchAll(/^ {4}"(.*)": true,?$/gm)].map(([, key]) => key);
    assert.deepEqual(placed, ['~-1', 'x-0', 'ab-0', '\u{1f600}-0']);
    assert.ok(text.indexOf('"x-0"') < text.indexOf('"~08"') && text.indexOf('"ab-0"') > text.indexOf('"~a"'));
  });

  it('hour 24 and second 60 are no stamps', () => {
    assert.ok(parseStamp('20260101T235959999Z-0000-aaaa'));
    assert.equal(parseStamp('20260101T240000000Z-0000-aaaa'), undefined);
    assert.equal(parseStamp('20260101T000060000Z-0000-aaaa'), undefined);
  });

  it('a larger spelling is larger by UTF-16 code units, without the further escapes', () => {
    assert.equal(merged('\uffee', '\u{1f600}'), '\uffee');
    assert.equal(merged('\u200b', 'x'), '\u200b');
  });

  it('an object stands against any other value; of two other values the larger spelling does', () => {
    assert.deepEqual(merged({}, 'zzz'), {});
    assert.deepEqual(merged({ created: stampAt(1) }, ['zzz']), { created: stampAt(1) });
    assert.equal(merged(true, null), true);
  });

  it('a record that is left without a member stays, empty', () => {
    const [ours, theirs] = [{ x: {} }, { y: 1 }];
    const join = mergeDocuments(
      documentWith({ [ID]: { x: {}, y: 1 } }),
      documentWith({ [ID]: ours }),
      documentWith({ [ID]: theirs }),
    );
    assert.deepEqual(join.document.records.get(ID), {});
  });

  it('an entry that names no register is kept as one without a value, and a tie of a rim does not look below it', () => {
    const edited = (edits: Record<string, string>): Json => ({ m: { a: 1 }, edits, created: stampAt(0) });
    const odd = { 'a~2b': stampAt(2), 'gone/x': stampAt(3) };
    assert.deepEqual(merged(edited(odd), edited({})), edited(odd));
    const below = { m: stampAt(1), 'm/b': stampAt(2) };
    assert.deepEqual(merged(edited(below), edited({ m: stampAt(1) })), edited(below));
  });
});
