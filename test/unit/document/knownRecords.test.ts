import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChanges } from '../../../src/core/document/change';
import { MAX_DEPTH } from '../../../src/core/document/depth';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import type { Json } from '../../../src/core/document/json';
import { KnownRecords } from '../../../src/core/document/knownRecords';
import { parseGoalFile } from '../../../src/core/document/parseGoalFile';
import { BASE32 } from '../../../src/core/document/recordId';
import { SPACERS } from '../../../src/core/document/spacers';
import { anyDocument, anyJson, hostileText } from '../../support/merge/documentArbitraries';
import { documentWith, readText, stamperAt } from '../../support/documents';

const SEED = 20261122;
const [FIRST, SECOND] = ['g-4kq7w2m9xd', 'g-7h2m4kq9xd'];
const DOCUMENT = documentWith({ [FIRST]: { title: 'Zähne "x"', weight: 1.5 }, [SECOND]: { title: 'Rest' } });

/** Some that collide, so that edits meet what is there. */
const id = fc.oneof(
  fc
    .tuple(fc.constantFrom('g', 'c'), fc.constantFrom(...Array.from(BASE32)))
    .map(([kind, letter]) => `${kind}-${letter.repeat(10)}`),
  fc.constantFrom(...SPACERS, '~~~', '~0g0', '!', 'g-é'),
  hostileText,
);
const records = fc.array(fc.tuple(id, anyJson(3)), { maxLength: 12 });
/** A record, or undefined where it is taken out. */
const edits = fc.array(fc.tuple(id, fc.option(anyJson(3), { nil: undefined })), { maxLength: 6 });

function edited({ top, records: before }: GoalDocument, changes: readonly (readonly [string, Json | undefined])[]) {
  const after = new Map(before);
  for (const [key, record] of changes) {
    if (record === undefined || (record === 0 && SPACERS.includes(key))) after.delete(key);
    else after.set(key, record);
  }
  return { top, records: after };
}

/** That knows this text, read as any file. */
function knowing(text: string): KnownRecords {
  const known = new KnownRecords();
  parseGoalFile(new TextEncoder().encode(text), { known });
  return known;
}

describe('what is known of a file', () => {
  it('reads another text as it is read alone', () => {
    const known = new KnownRecords();
    fc.assert(
      fc.property(anyDocument, (document) => {
        const bytes = new TextEncoder().encode(formatDocument(document));
        assert.deepEqual(parseGoalFile(bytes, { known }), parseGoalFile(bytes));
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('reads and writes any edits of its records as the whole is read and written', () => {
    const shortcuts = { taken: 0, missed: 0 };
    fc.assert(
      fc.property(records, fc.array(edits, { minLength: 1, maxLength: 4 }), (start, rounds) => {
        let document = edited(documentWith({}), start);
        const known = knowing(formatDocument(document));
        for (const changes of rounds) {
          document = edited(document, changes);
          const text = formatDocument(document);
          assert.equal(known.format(document), text);
          const whole = parseGoalFile(new TextEncoder().encode(text));
          const read = known.read(text);
          assert.ok('document' in whole);
          if (read) assert.deepEqual(read, whole.document);
          else known.keep(text, whole.document);
          shortcuts[read ? 'taken' : 'missed'] += 1;
          assert.equal(known.format(document), text);
        }
      }),
      { numRuns: 400, seed: SEED },
    );
    // Missed where a record stands before all spacers or behind them.
    assert.ok(shortcuts.taken > 4 * shortcuts.missed, JSON.stringify(shortcuts));
  });

  it('takes no text for ours that is not, whatever was done to its lines', () => {
    const line = fc.nat();
    const damage = fc.array(fc.tuple(fc.constantFrom('drop', 'double', 'move', 'cut'), line, line), { maxLength: 3 });
    fc.assert(
      fc.property(records, records, damage, (before, after, damages) => {
        const known = knowing(formatDocument(edited(documentWith({}), before)));
        const text = damages.reduce(damaged, formatDocument(edited(documentWith({}), after)));
        const document = known.read(text);
        if (document === undefined) return;
        const reading = readText(text);
        assert.ok(reading.state === 'ok');
        assert.deepEqual(document, reading.document);
        assert.equal(formatDocument(document), text);
      }),
      { numRuns: 400, seed: SEED },
    );
  });

  it('keeps the records that did not change as they are', () => {
    const known = knowing(formatDocument(DOCUMENT));
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
    'records in another order': text.replace(/( {4}"~4": 0,\n)( {4}"~48": 0,\n)/, '$2$1'),
    'no spacer': text.replace('    "~~": 0\n', '').replace(/,\n {2}\}/, '\n  }'),
    'one spacer less': text.replace('    "~4g": 0,\n', ''),
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
      const known = knowing(text);
      assert.ok(known.read(text));
      assert.equal(known.read(other), undefined);
    });
  }

  it('writes and reads the whole where what is known is not laid out as we do', () => {
    const swapped = text.replace(/( {4}"~4": 0,\n)( {4}"~48": 0,\n)/, '$2$1');
    assert.equal(knowing(swapped).format(DOCUMENT), text);
    assert.equal(knowing(swapped).read(swapped.replace('Rest', 'More')), undefined);
  });

  it('believes of the text it knows that we wrote it, and of no other', () => {
    const swapped = text.replace(/( {4}"~4": 0,\n)( {4}"~48": 0,\n)/, '$2$1');
    const known = knowing(swapped);
    known.trust(text);
    assert.equal(known.format(DOCUMENT), text);
    known.trust(swapped);
    assert.equal(known.format(DOCUMENT), swapped, 'what is told is not proved once more');
  });

  it('misses a spacer also where data stood under its name', () => {
    const known = knowing(formatDocument(documentWith({ '~4g': { title: 'Mine' } })));
    const without = formatDocument(documentWith({})).replace('    "~4g": 0,\n', '');
    assert.equal(known.read(without), undefined);
  });

  it('does not take what stands behind the records for one of them', () => {
    const withMore = (value: number): string =>
      formatDocument({ ...DOCUMENT, top: { version: 1, x: { a: 1, é: value } } });
    const known = knowing(withMore(1));
    assert.equal(known.read(withMore(2)), undefined);
    assert.equal(known.read(text), undefined);
    assert.equal(known.format(DOCUMENT), text);
    assert.equal(knowing(text).read(withMore(1)), undefined);
  });
});

function damaged(text: string, [how, first, second]: readonly [string, number, number]): string {
  const lines = text.split('\n');
  const [at, to] = [first % lines.length, second % lines.length];
  const line = lines[at] ?? '';
  if (how === 'cut') lines[at] = line.slice(0, second % (line.length + 1));
  else lines.splice(at, how === 'double' ? 0 : 1, ...(how === 'double' ? [line] : []));
  if (how === 'move') lines.splice(to, 0, line);
  return lines.join('\n');
}
