import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChange } from '../../../src/core/document/change';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import { parseGoalFile } from '../../../src/core/document/parseGoalFile';
import { sameDocument } from '../../../src/store/sameDocument';
import { anyDocument } from '../../support/merge/documentArbitraries';
import { documentOf, readText, stamperAt } from '../../support/documents';

const SEED = 20261121;
const HOSTILE = ['__proto__', 'constructor', 'prototype', 'toString', '0', '10', '4294967294', '', 'zz', 'Ä'];

/** The value under each hostile key, again and again, `levels` deep. */
function nested(levels: number): string {
  if (levels === 0) return '{}';
  return `{${HOSTILE.slice(0, 2 + levels)
    .map((key, index) => `${JSON.stringify(key)}:${index === 0 ? nested(levels - 1) : index}`)
    .join(',')}}`;
}

describe('unknown keys', () => {
  it('survive reading and writing at six levels, prototype and integer-like names included', () => {
    const text = `{"version":1,"records":{"g-4kq7w2m9xd":${nested(6)},"__proto__":${nested(3)},"10":1},"__proto__":${nested(5)},"5":0}`;
    const written = formatDocument(documentOf(text));
    assert.equal(formatDocument(documentOf(written)), written);
    const count = (source: string, key: string): number => source.split(`${JSON.stringify(key)}:`).length;
    for (const key of HOSTILE) assert.equal(count(written, key), count(text, key), key);
    assert.equal(Object.getPrototypeOf({}), Object.prototype);
  });

  it('survive a change of the record they stand in', () => {
    const document = documentOf(`{"version":1,"records":{"g-4kq7w2m9xd":${nested(6)}}}`);
    const change = { type: 'set', id: 'g-4kq7w2m9xd', path: 'status', value: 'done' } as const;
    const linesOf = (each: GoalDocument): string[] => formatDocument(each).split(/,?\n/);
    const [before, after] = [linesOf(document), linesOf(applyChange(document, change, stamperAt(1)))];
    assert.deepEqual(
      before.filter((line) => !after.includes(line)),
      [],
    );
    assert.equal(after.length, before.length + 4);
  });

  it('format(parse(x)) = x for whatever was written, and nothing is lost on the way', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = formatDocument(document);
        const reading = parseGoalFile(new TextEncoder().encode(text));
        assert.ok(reading.state === 'ok', JSON.stringify(reading.state));
        assert.equal(formatDocument(reading.document), text);
        assert.ok(sameDocument(reading.document, document));
      }),
      { numRuns: 1000, seed: SEED },
    );
  });

  it('survive a later version, which opens read-only', () => {
    fc.assert(
      fc.property(anyDocument, fc.integer({ min: 2, max: 1000 }), (document, version) => {
        const newer = { ...document, top: { ...document.top, version } };
        const text = formatDocument(newer);
        const reading = readText(text);
        assert.ok(reading.state === 'readOnly');
        assert.deepEqual(
          reading.problems.map(({ code, line, column }) => ({ code, line, column })),
          [{ code: 'newer-version', line: 2, column: 3 }],
        );
        assert.equal(formatDocument(reading.document), text);
      }),
      { numRuns: 200, seed: SEED },
    );
  });
});
