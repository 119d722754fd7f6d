import assert from 'node:assert/strict';
import type { FileReading } from '../../../src/core/document/fileReading';
import { formatDocument } from '../../../src/core/document/formatDocument';
import { MAX_DEPTH } from '../../../src/core/document/depth';
import { MAX_BYTES, parseGoalFile } from '../../../src/core/document/parseGoalFile';
import type { Problem, ProblemCode } from '../../../src/core/document/problem';
import { documentOf, documentWith, readText } from '../../support/documents';
import { seededChoices } from '../../support/merge/seededChoices';

const SEED = 20261121;
const SAMPLE = new TextEncoder().encode(
  formatDocument(documentWith({ 'g-4kq7w2m9xd': { title: 'Zähne 日本 "x"', tags: ['a', 1.5], created: 'c' } })),
);

function assertDiagnostic(reading: FileReading, context: string): readonly Problem[] {
  assert.ok(reading.state === 'broken' || reading.state === 'readOnly', `${context}: ${reading.state}`);
  assert.ok(reading.problems.length > 0, context);
  for (const { message, line, column } of reading.problems) {
    const lines = reading.text.split(/\r\n|\n/);
    assert.ok(line !== undefined && line >= 1 && line <= Math.max(1, lines.length), `${context}: line ${line ?? '?'}`);
    assert.ok(column !== undefined && column >= 1, `${context}: column ${column ?? '?'}`);
    assert.match(message, /^[A-Z].*\.$/, context);
  }
  return reading.problems;
}

function inRecords(record: string): string {
  return `{"version": 1, "records": {"g-4kq7w2m9xd": ${record}}}`;
}

/** Text, the diagnostic it gets, and where. */
const LIST: readonly (readonly [text: string, code: ProblemCode, line: number, column: number])[] = [
  ['', 'syntax', 1, 1],
  [' \n\n', 'syntax', 1, 1],
  ['\u0000', 'syntax', 1, 1],
  ['null', 'structure', 1, 1],
  ['[]', 'structure', 1, 1],
  ['"text"', 'structure', 1, 1],
  ['{}', 'structure', 1, 1],
  ['{"version": "1", "records": {}}', 'structure', 1, 1],
  ['{"version": 0, "records": {}}', 'structure', 1, 1],
  ['{"version": 1.5, "records": {}}', 'structure', 1, 1],
  ['{"version": 1e999, "records": {}}', 'structure', 1, 1],
  ['{"version": 1}', 'structure', 1, 1],
  ['{"version": 1, "records": []}', 'structure', 1, 1],
  ['{"version": 1, "records": null}', 'structure', 1, 1],
  ['{"version": 1,\n "records": {}', 'syntax', 2, 15],
  ['{"version": 1, "records": {},}', 'syntax', 1, 30],
  ['{"version": 1,\n// why\n"records": {}}', 'syntax', 2, 1],
  ["{'version': 1}", 'syntax', 1, 2],
  ['{"version": 01, "records": {}}', 'syntax', 1, 14],
  ['{"version": 1, "records": {}} x', 'syntax', 1, 31],
  [inRecords('{"title": "a\tb"}'), 'syntax', 1, 54],
  [inRecords('{"title": "\\x"}'), 'syntax', 1, 54],
  [inRecords('NaN'), 'syntax', 1, 44],
  ['{"version": 1, "records": {\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> theirs\n}}', 'merge-markers', 2, 1],
  ['{"version": 1, "records": {\n"a": 2\n>>>>>>> theirs\n}}', 'merge-markers', 3, 1],
  [inRecords('{"a": 1,\n "b": 2,\n "a": 3}'), 'duplicate-key', 3, 2],
  ['{"version": 1, "records": {}, "records": {}}', 'duplicate-key', 1, 31],
  ['{"version": 1, "records": {"~0": 0, "~0": 0}}', 'duplicate-key', 1, 37],
  [inRecords('{"a": {"\\u0062": 1, "b": 1}}'), 'duplicate-key', 1, 64],
  [inRecords('{"a": 12345678901234567890}'), 'lossy-number', 1, 50],
  [inRecords('{"a": 9007199254740993}'), 'lossy-number', 1, 50],
  [inRecords('{"a": 1e999}'), 'lossy-number', 1, 50],
  [inRecords('{"a": 1e-400}'), 'lossy-number', 1, 50],
  [inRecords('{"a": -0}'), 'lossy-number', 1, 50],
  [inRecords('{"a": 0.1000000000000000055511151231257827}'), 'lossy-number', 1, 50],
  [inRecords(`{"a": 1${'0'.repeat(2000)}1}`), 'lossy-number', 1, 50],
  ['{\n  "version": 2,\n  "records": {}}', 'newer-version', 2, 3],
  [`{"version": 1, "records": ${'['.repeat(40)}`, 'too-deep', 1, 27 + MAX_DEPTH - 1],
];

describe('parseGoalFile on malformed files', () => {
  for (const [text, code, line, column] of LIST) {
    it(`says ${code} at ${line}:${column} for ${JSON.stringify(text).slice(0, 60)}`, () => {
      assert.deepEqual(
        assertDiagnostic(readText(text), text).map((problem) => ({
          code: problem.code,
          line: problem.line,
          column: problem.column,
        })),
        [{ code, line, column }],
      );
    });
  }

  it('gives every truncation of a file a diagnostic with its place', () => {
    // The final newline alone is no loss.
    for (let length = 0; length < SAMPLE.length - 1; length += 1) {
      assertDiagnostic(parseGoalFile(SAMPLE.slice(0, length)), `${length} bytes`);
    }
    console.log(`      ${SAMPLE.length - 1} truncations`);
  });

  it('never throws on a flipped byte: a diagnostic, or a file that reads back as it was written', () => {
    const random = seededChoices(SEED);
    let malformed = 0;
    let flips = 0;
    for (; malformed < 1000; flips += 1) {
      const bytes = Uint8Array.from(SAMPLE);
      const at = random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      const reading = parseGoalFile(bytes);
      if (reading.state === 'ok') {
        assert.equal(formatDocument(documentOf(formatDocument(reading.document))), formatDocument(reading.document));
      } else {
        assertDiagnostic(reading, `bit flipped in byte ${at}`);
        malformed += 1;
      }
    }
    console.log(`      ${malformed} malformed of ${flips} flips, seed ${SEED}`);
  });

  it('opens invalid UTF-8 read-only and says where it stands', () => {
    const bytes = new TextEncoder().encode(inRecords('{"title": "a#b"}'));
    bytes[bytes.indexOf('#'.charCodeAt(0))] = 0xff;
    const reading = parseGoalFile(bytes);
    assert.equal(reading.state, 'readOnly');
    assert.deepEqual(assertDiagnostic(reading, 'invalid UTF-8'), [
      { code: 'encoding', message: 'The file is not valid UTF-8.', line: 1, column: 56 },
    ]);
  });

  it('takes a byte order mark, other white space, key order and number spelling for no loss', () => {
    for (const text of [
      '\ufeff{"version": 1, "records": {}}',
      '\r\n{"records":\t{"g-4kq7w2m9xd": {"a": 1.50, "b": 15e-1, "c": 1E2, "d": 0.0, "e": 100}}, "version": 1}',
    ]) {
      assert.equal(readText(text).state, 'ok', text);
    }
  });

  it('refuses depth 100,000, closed or not, whatever hides it', () => {
    const deep = 100_000;
    for (const text of [
      inRecords(`${'['.repeat(deep)}${']'.repeat(deep)}`),
      inRecords(`${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`),
      '['.repeat(deep),
      '{"a":'.repeat(deep),
      `/*"*/${'['.repeat(deep)}`,
      `"\n${'['.repeat(deep)}`,
    ]) {
      assert.equal(assertDiagnostic(readText(text), text.slice(0, 40))[0]?.code, 'too-deep');
    }
  });

  it('reads exactly the depth it promises', () => {
    const nest = (levels: number): string => inRecords(`${'['.repeat(levels - 2)}${']'.repeat(levels - 2)}`);
    assert.equal(readText(nest(MAX_DEPTH)).state, 'ok');
    assert.equal(readText(nest(MAX_DEPTH + 1)).state, 'broken');
  });

  it('refuses 100 MB by size, before it decodes a byte', () => {
    const reading = parseGoalFile(new Uint8Array(100 * 1024 * 1024));
    assert.deepEqual(reading, {
      state: 'broken',
      text: '',
      problems: [
        {
          code: 'too-large',
          message: `The file has 104857600 bytes; at most ${MAX_BYTES} are read.`,
          line: 1,
          column: 1,
        },
      ],
    });
  });

  it('ends soon on files made to be slow', () => {
    const zeros = '0'.repeat(4_000_000);
    assert.equal(readText(inRecords(`[1${zeros}1]`)).state, 'readOnly');
    assert.equal(readText(inRecords(`[${'1e999,'.repeat(200_000)}1]`)).state, 'readOnly');
    assert.equal(readText(inRecords(`"${'\\"'.repeat(2_000_000)}`)).state, 'broken');
  });
});
