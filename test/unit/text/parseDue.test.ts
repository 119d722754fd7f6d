import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, addMonths, isIsoDate, shortDate, weekdayFromMonday } from '../../../src/core/text/isoDate';
import { parseDue } from '../../../src/core/text/parseDue';

/** A Saturday. */
const TODAY = '2026-11-21';
const SEED = 20261121;
const anyDate = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('parseDue', () => {
  const cases: readonly (readonly [text: string, expected: string | undefined])[] = [
    ['today', '2026-11-21'],
    ['TOM', '2026-11-22'],
    ['tomorrow', '2026-11-22'],
    ['fri', '2026-11-27'],
    ['Friday', '2026-11-27'],
    ['sat', '2026-11-21'],
    ['thurs', '2026-11-26'],
    ['next-fri', '2026-12-04'],
    ['next-week', '2026-11-23'],
    ['0d', '2026-11-21'],
    ['2d', '2026-11-23'],
    ['1w', '2026-11-28'],
    ['3m', '2027-02-21'],
    ['12-04', '2026-12-04'],
    ['11-21', '2026-11-21'],
    ['11-20', '2027-11-20'],
    ['4.12.', '2026-12-04'],
    ['04.12.2027', '2027-12-04'],
    ['2026-12-04', '2026-12-04'],
    ['2024-02-29', '2024-02-29'],
    ['eow', '2026-11-22'],
    ['eom', '2026-11-30'],
    ['eoq', '2026-12-31'],
    ['eoy', '2026-12-31'],
    ['02-30', undefined],
    ['02-29', undefined],
    ['2026-02-29', undefined],
    ['13-01', undefined],
    ['30.2.', undefined],
    ['4.12', undefined],
    ['fr', undefined],
    ['fridays', undefined],
    ['2', undefined],
    ['99999d', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`${JSON.stringify(text)} on ${TODAY} is ${expected ?? 'no date'}`, () => {
      assert.equal(parseDue(text, TODAY), expected);
    });
  }

  it('keeps to the end of a shorter month and to leap years', () => {
    assert.equal(parseDue('1m', '2026-01-31'), '2026-02-28');
    assert.equal(parseDue('1m', '2028-01-31'), '2028-02-29');
    assert.equal(parseDue('02-29', '2027-03-01'), '2028-02-29');
    assert.equal(parseDue('eoq', '2026-02-10'), '2026-03-31');
  });

  it('takes Friday on a Friday as today, and end of week on a Sunday as that Sunday', () => {
    assert.equal(parseDue('fri', '2026-11-27'), '2026-11-27');
    assert.equal(parseDue('eow', '2026-11-22'), '2026-11-22');
    assert.equal(parseDue('next-week', '2026-11-22'), '2026-11-23');
  });

  it('gives no date beyond the year 9999', () => {
    assert.equal(parseDue('9999d', '9999-12-01'), undefined);
    assert.equal(parseDue('1m', '9999-12-01'), undefined);
  });

  it('gives a weekday within the week that begins today, for every day', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), (today, day) => {
        const due = parseDue(day, today) ?? '';
        assert.ok(due >= today && due < (addDays(today, 7) ?? ''));
        assert.equal(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][weekdayFromMonday(due)], day);
      }),
      { seed: SEED },
    );
  });

  it('gives a real date or none for any text', () => {
    const word = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-.]\d{1,2}[-.]?\d{0,4}$/));
    fc.assert(
      fc.property(anyDate, word, (today, text) => {
        const due = parseDue(text, today);
        assert.ok(due === undefined || isIsoDate(due));
      }),
      { seed: SEED },
    );
  });

  it('adds months that can be taken off again, but for the clamped end of a month', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 500 }), (date, months) => {
        const there = addMonths(date, months) ?? '';
        const back = addMonths(there, -months) ?? '';
        assert.ok(back <= date && back.slice(0, 7) === date.slice(0, 7));
        if (Number(date.slice(8)) <= 28) assert.equal(back, date);
      }),
      { seed: SEED },
    );
  });

  it('is shown short, with the year only where it differs', () => {
    assert.equal(shortDate('2026-11-27', TODAY), 'Fri 27 Nov');
    assert.equal(shortDate('2027-01-01', TODAY), 'Fri 1 Jan 2027');
  });
});
