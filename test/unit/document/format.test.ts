import assert from 'node:assert/strict';
import { formatDocument } from '../../../src/core/document/formatDocument';
import { emptyDocument } from '../../../src/core/document/goalDocument';
import type { Json } from '../../../src/core/document/json';
import { SPACERS } from '../../../src/core/document/spacers';
import { documentOf, documentWith, readText } from '../../support/documents';

const CHECK_IN = `    "c-0p3c6ht8ra": {
      "goal": "g-4kq7w2m9xd",
      "by": "ana@example.com",
      "note": "form done",
      "created": "20261121T183304123Z-0000-k3f9"
    },`;

const GOAL = `    "g-4kq7w2m9xd": {
      "title": "Ship the login page",
      "kind": "micro",
      "status": "open",
      "owner": "ana@example.com",
      "order": "a0",
      "due": "2026-12-04",
      "values": {
        "v-8t1v5n0zqe": true
      },
      "edits": {
        "status": "20261121T183304123Z-0001-k3f9"
      },
      "created": "20261118T090000000Z-0000-k3f9"
    },`;

/** The example of the format, whole: a record stands behind the spacer that its random part follows. */
function exampleText(): string {
  const lines = SPACERS.map((key) => `    "${key}": 0,`);
  lines.splice(lines.indexOf('    "~0g": 0,') + 1, 0, CHECK_IN);
  lines.splice(lines.indexOf('    "~4g": 0,') + 1, 0, GOAL);
  return `{\n  "version": 1,\n  "records": {\n${lines.join('\n').replace(/,$/, '')}\n  }\n}\n`;
}

describe('formatDocument', () => {
  it('writes the example of the format byte for byte', () => {
    const document = documentWith({
      'g-4kq7w2m9xd': {
        created: '20261118T090000000Z-0000-k3f9',
        edits: { status: '20261121T183304123Z-0001-k3f9' },
        values: { 'v-8t1v5n0zqe': true },
        due: '2026-12-04',
        order: 'a0',
        owner: 'ana@example.com',
        status: 'open',
        kind: 'micro',
        title: 'Ship the login page',
      },
      'c-0p3c6ht8ra': {
        note: 'form done',
        created: '20261121T183304123Z-0000-k3f9',
        by: 'ana@example.com',
        goal: 'g-4kq7w2m9xd',
      },
    });
    assert.equal(formatDocument(document), exampleText());
    assert.equal(formatDocument(documentOf(exampleText())), exampleText());
  });

  it('writes 129 spacers, sorted, into an empty document, the last one last', () => {
    const keys = [...formatDocument(emptyDocument()).matchAll(/^ {4}"(~.*)": 0,?$/gm)].map((match) => match[1] ?? '');
    assert.equal(keys.length, 129);
    assert.deepEqual(keys, [...keys].sort());
    assert.deepEqual([keys[0], keys[1], keys[4], keys.at(-1)], ['~0', '~08', '~1', '~~']);
  });

  it('brings back spacers that are absent, keeps unknown ones and spacers that hold data', () => {
    const text = formatDocument(documentOf('{"version":1,"records":{"~zz9":0,"~0":{"mine":1}}}'));
    assert.equal([...text.matchAll(/^ {4}"~/gm)].length, 130);
    assert.match(text, /^ {4}"~0": \{\n {6}"mine": 1\n {4}\},$/m);
    assert.match(text, /"~zr": 0,\n {4}"~zz9": 0,\n {4}"~~": 0\n/);
  });

  it('sorts records by the random part of their id, whatever their kind', () => {
    const document = documentWith({
      'g-zzzzzzzzzz': 1,
      'v-0000000000': 1,
      'c-zzzzzzzzzz': 1,
      'g-0000000001': 1,
      10: 1,
      x: 1,
    });
    const keys = [...formatDocument(document).matchAll(/^ {4}"([^~"]+)"/gm)].map((match) => match[1]);
    assert.deepEqual(keys, ['v-0000000000', 'g-0000000001', '10', 'x', 'c-zzzzzzzzzz', 'g-zzzzzzzzzz']);
  });

  it('writes known members in the frozen order, unknown ones by code unit, then edits and created', () => {
    const record = { created: 'c', edits: {}, zeta: 1, Alpha: 1, 10: 1, 9: 1, notes: '', status: '', title: '', ä: 1 };
    const text = formatDocument(documentWith({ 'g-4kq7w2m9xd': record }));
    const keys = [...text.matchAll(/^ {6}"(.+?)":/gm)].map((match) => match[1]);
    assert.deepEqual(keys, ['title', 'status', 'notes', '10', '9', 'Alpha', 'zeta', 'ä', 'edits', 'created']);
  });

  it('writes unknown top-level members by code unit behind the records', () => {
    const text = formatDocument(documentWith({}, { zeta: [], 7: {}, version: 1, Alpha: null }));
    const keys = [...text.matchAll(/^ {2}"(.+?)":/gm)].map((match) => match[1]);
    assert.deepEqual(keys, ['version', 'records', '7', 'Alpha', 'zeta']);
    assert.match(text, /"zeta": \[\]\n\}\n$/);
  });

  it('keeps empty objects and arrays, nested arrays and every kind of scalar', () => {
    const record: Json = { a: {}, b: [], c: [[], {}, [1, [2]], { z: 1, a: 2 }], d: null, e: false, f: 1.5e-7, g: '' };
    const text = formatDocument(documentWith({ 'g-4kq7w2m9xd': record }));
    assert.match(text, /^ {6}"a": \{\},\n {6}"b": \[\],\n {6}"c": \[\n {8}\[\],\n {8}\{\},\n {8}\[\n {10}1,\n/m);
    assert.deepEqual(documentOf(text).records.get('g-4kq7w2m9xd'), record);
  });

  it('shows every hidden character as an escape and leaves visible text of any script alone', () => {
    const hidden =
      '\u0000\u001f\u007f\u0085\u009f\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\u206f\u3164\ufeff\ufff9\u{e0041}\ud800';
    const shown = 'Ünï ḉode עברית العربية 日本 😀 e\u0301 \u00a0 <&>';
    const text = formatDocument(documentWith({ 'g-4kq7w2m9xd': { title: hidden + shown, [hidden]: true } }));
    assert.ok(text.includes(`${shown}"`));
    assert.ok(text.includes('\\u0000\\u001f\\u007f\\u0085\\u009f\\u00ad\\u034f\\u061c'));
    assert.ok(text.includes('\\u202e\\u2060\\u2066\\u2069\\u206f\\u3164\\ufeff\\ufff9\\udb40\\udc41\\ud800'));
    for (const character of hidden) assert.ok(!text.includes(character), character.codePointAt(0)?.toString(16));
    assert.deepEqual(documentOf(text).records.get('g-4kq7w2m9xd'), { title: hidden + shown, [hidden]: true });
  });

  it('ends in one line feed and holds no carriage return, whatever it was read from', () => {
    const windows = exampleText().replaceAll('\n', '\r\n');
    assert.equal(formatDocument(documentOf(windows)), exampleText());
    assert.equal(formatDocument(documentOf(`\ufeff${exampleText()}`)), exampleText());
    assert.equal(readText(windows).state, 'ok');
  });
});
