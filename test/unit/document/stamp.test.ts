import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChange, effectiveStamp } from '../../../src/core/document/change';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import type { JsonObject } from '../../../src/core/document/json';
import { mergeDocuments } from '../../../src/core/document/merge';
import { createStamper, formatStamp, parseStamp } from '../../../src/core/document/stamp';
import { documentWith, stampAt } from '../../support/documents';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 21, 18, 33, 4, 123);
const MAX_MILLIS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const parts = fc.record(
  {
    millis: fc.integer({ min: Date.UTC(0, 0, 1), max: MAX_MILLIS }),
    counter: fc.nat(9999),
    replica: fc.stringMatching(/^[0-9a-z]{4}$/),
  },
  { noNullPrototype: true },
);

describe('stamps', () => {
  it('read back what they were made of, and order as text', () => {
    fc.assert(
      fc.property(parts, (stamp) => {
        assert.deepEqual(parseStamp(formatStamp(stamp)), stamp);
      }),
    );
    const byTime = fc.property(parts, parts, (a, b) => {
      const before = a.millis < b.millis || (a.millis === b.millis && a.counter < b.counter);
      return !before || formatStamp(a) < formatStamp(b);
    });
    fc.assert(byTime);
  });

  for (const text of [
    '20260230T000000000Z-0000-aaaa',
    '20261121T240000000Z-0000-aaaa',
    '20261121T183360000Z-0000-aaaa',
    '20261321T183300000Z-0000-aaaa',
    '20261121T183304123Z-000-aaaa',
    '20261121T183304123Z-0000-AAAA',
    '20261121T183304123Z-0000-aaaa\n',
    ' 20261121T183304123Z-0000-aaaa',
    '٢٠261121T183304123Z-0000-aaaa',
    '',
    null,
    20261121,
    {},
    [],
  ]) {
    it(`takes ${JSON.stringify(text)} for no stamp`, () => {
      assert.equal(parseStamp(text), undefined);
    });
  }
});

describe('createStamper', () => {
  const stamper = (clock: () => number, replica = 'k3f9') => createStamper({ now: clock }, replica);

  it('starts from the wall clock', () => {
    assert.equal(stamper(() => NOW).next(), '20261121T183304123Z-0000-k3f9');
  });

  it('exceeds its own last stamp when the clock stands or goes back', () => {
    let now = NOW;
    const stamps = stamper(() => now);
    const given = [stamps.next(), stamps.next(), ((now -= 3 * DAY), stamps.next()), stamps.next()];
    assert.deepEqual(given, [...given].sort());
    assert.equal(new Set(given).size, 4);
  });

  it('carries an overflow of the counter into the milliseconds', () => {
    const full = formatStamp({ millis: NOW, counter: 9999, replica: 'zzzz' });
    assert.equal(stamper(() => NOW).next([full]), '20261121T183304124Z-0000-k3f9');
    const stamps = stamper(() => NOW);
    for (let count = 0; count < 10_000; count += 1) stamps.next();
    assert.equal(stamps.next(), '20261121T183304124Z-0000-k3f9');
  });

  it('exceeds what it overwrites, also from a clock far ahead, but is not dragged along by that', () => {
    const far = formatStamp({ millis: NOW + 10 * DAY, counter: 3, replica: 'zzzz' });
    const near = formatStamp({ millis: NOW + DAY / 2, counter: 3, replica: 'zzzz' });
    const stamps = stamper(() => NOW);
    assert.equal(stamps.next([far, undefined, 'no stamp']), '20261201T183304123Z-0004-k3f9');
    assert.equal(stamps.next(), '20261121T183304123Z-0001-k3f9');
    assert.equal(stamps.next([near]), '20261122T063304123Z-0004-k3f9');
    assert.equal(stamps.next(), '20261122T063304123Z-0005-k3f9');
  });

  it('may repeat one that outbids in place; the merge is the same everywhere, both are shown, and what is later wins', () => {
    const id = 'g-4kq7w2m9xd';
    const far = formatStamp({ millis: NOW + 10 * DAY, counter: 3, replica: 'zzzz' });
    const base = documentWith({ [id]: { title: 'Far', edits: { title: far }, created: stampAt(1) } });
    const stamps = stamper(() => NOW);
    const titled = (document: GoalDocument, value: string): GoalDocument =>
      applyChange(document, { type: 'set', id, path: 'title', value }, stamps);
    // Two branches that start from the same file.
    const [one, two] = [titled(base, 'One'), titled(base, 'Two')];
    const stampOf = ({ records }: GoalDocument): unknown => effectiveStamp(records.get(id) as JsonObject, 'title');
    assert.equal(stampOf(one), stampOf(two));
    const { document, disagreements } = mergeDocuments(base, one, two);
    assert.deepEqual(mergeDocuments(base, two, one).document, document);
    assert.deepEqual(
      disagreements.map((each) => [each.ours.value, each.theirs.value]),
      [['One', 'Two']],
    );
    for (const before of [one, two]) {
      const later = titled(before, 'Later');
      const other = before === one ? two : one;
      const orders = [
        mergeDocuments(base, later, other).document,
        mergeDocuments(base, other, later).document,
        mergeDocuments(before, mergeDocuments(base, one, two).document, later).document,
        mergeDocuments(undefined, mergeDocuments(undefined, later, one).document, two).document,
      ];
      for (const result of orders) assert.deepEqual(result, later);
    }
  });

  it('gives valid stamps under any clock and after any stamp, and exceeds all that can be exceeded', () => {
    const clock = fc.oneof(
      fc.integer({ min: -DAY, max: 8.64e15 }),
      parts.map(({ millis }) => millis),
    );
    const last = formatStamp({ millis: MAX_MILLIS, counter: 9999, replica: 'aaaa' });
    fc.assert(
      fc.property(clock, fc.array(parts, { maxLength: 4 }), (now, overwritten) => {
        const stamps = overwritten.map(formatStamp);
        const stamp = stamper(() => now).next([...stamps, last]);
        assert.ok(parseStamp(stamp), stamp);
        for (const other of stamps)
          assert.ok(stamp.slice(0, 24) > other.slice(0, 24) || other.startsWith(last.slice(0, 24)));
      }),
    );
  });
});
