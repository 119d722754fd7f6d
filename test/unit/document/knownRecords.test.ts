import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChanges } from '../../../src/core/document/change';
import { MAX_DEPTH } from '../../../src/core/document/depth';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { Json } from '../../../src/core/document/json';
import { KnownRecords } from '../../../src/core/document/knownRecords';
import { parseGoalFile } from '../../../src/core/document/parseGoalFile';
import { anyDocument } from '../../support/documentArbitraries';
import { documentWith, stamperAt } from '../../support/documents';

const SEED = 20261122;
const [FIRST, SECOND] = ['g-4kq7w2m9xd', 'g-7h2m4kq9xd'];
const DOCUMENT = documentWith({ [FIRST]: { title: 'Zähne "x"', weight: 1.5 }, [SECOND]: { title: 'Rest' } });

describe('reading a file record by record', () => {
  it('gives what reading it at once gives, whatever was read before', () => {
    const known = new KnownRecords();
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = formatDocument(document);
        const bytes = new TextEncoder().encode(text);
        assert.deepEqual(parseGoalFile(bytes, { known }), parseGoalFile(bytes));
        assert.ok(known.read(text));
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it('keeps the records that did not change as they are', () => {
    const known = new KnownRecords();
    const before = known.read(formatDocument(DOCUMENT));
    const change = { type: 'set', id: FIRST, path: 'title', value: 'Zahn' } as const;
    const after = known.read(formatDocument(applyChanges(DOCUMENT, [change], stamperAt(1))));
    assert.ok(before && after);
    assert.equal(after.records.get(SECOND), before.records.get(SECOND));
    assert.notEqual(after.records.get(FIRST), before.records.get(FIRST));
  });

  const text = formatDocument(DOCUMENT);
  const others: Readonly<Record<string, string>> = {
    'another number': text.replace('1.5', '1.50'),
    'a repeated member': text.replace('"title": "Rest"', '"title": "Lost",\n      "title": "Rest"'),
    'a repeated record': text.replace(
      `    "${SECOND}"`,
      `    "${FIRST}": {\n      "title": "Lost"\n    },\n    "${SECOND}"`,
    ),
    'another order': text.replace(/("title": .*),\n {6}("weight": .*)/, '$2,\n      $1'),
    'no spacer': text.replace('    "~~": 0\n', '').replace(/,\n {2}\}/, '\n  }'),
    'white space': text.replace('"Rest"', ' "Rest"'),
    'a second object': `${text}{}`,
    'no end': text.slice(0, -3),
    'too many levels': formatDocument(
      documentWith({ [FIRST]: JSON.parse(`${'['.repeat(MAX_DEPTH - 1)}${']'.repeat(MAX_DEPTH - 1)}`) as Json }),
    ),
  };
  for (const [name, other] of Object.entries(others)) {
    it(`leaves a file with ${name} to the careful reading`, () => {
      assert.notEqual(other, text);
      const known = new KnownRecords();
      known.read(text);
      assert.equal(known.read(other), undefined);
    });
  }
});
