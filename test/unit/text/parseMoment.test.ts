import assert from 'node:assert/strict';
import type { Zone } from '../../../src/core/ports/ports';
import { dayOf, minuteOf, momentDay, momentFigures } from '../../../src/core/snapshot/calendar';
import { hasTime, isMoment, momentOrder } from '../../../src/core/text/moment';
import { parseMoment } from '../../../src/core/text/parseMoment';

const HOUR = 60 * 60 * 1000;
/** Half past five hours ahead all year, as in Kolkata. */
const KOLKATA: Zone = { aheadAt: () => 5.5 * HOUR };
/** An hour ahead; two from 29 March to 25 October 2026, as in Berlin. */
const BERLIN: Zone = {
  aheadAt: (millis) => (millis >= Date.UTC(2026, 2, 29, 1) && millis < Date.UTC(2026, 9, 25, 1) ? 2 : 1) * HOUR,
};

describe('a moment as people type it, in their time zone', () => {
  const typed: readonly (readonly [text: string, zone: Zone, today: string, moment: string, figures: string])[] = [
    ['14:05', KOLKATA, '2026-11-18', '2026-11-18T08:35:00Z', '2026-11-18 14:05'],
    ['0:10', KOLKATA, '2026-11-18', '2026-11-17T18:40:00Z', '2026-11-18 00:10'],
    ['23:59', KOLKATA, '2026-12-31', '2026-12-31T18:29:00Z', '2026-12-31 23:59'],
    ['14:05', BERLIN, '2026-11-18', '2026-11-18T13:05:00Z', '2026-11-18 14:05'],
    ['0:10', BERLIN, '2026-07-01', '2026-06-30T22:10:00Z', '2026-07-01 00:10'],
    // The night in which clocks go from 2:00 to 3:00.
    ['1:59', BERLIN, '2026-03-29', '2026-03-29T00:59:00Z', '2026-03-29 01:59'],
    ['2:30', BERLIN, '2026-03-29', '2026-03-29T01:30:00Z', '2026-03-29 03:30'],
    ['3:00', BERLIN, '2026-03-29', '2026-03-29T01:00:00Z', '2026-03-29 03:00'],
    ['0:00', BERLIN, '2026-03-30', '2026-03-29T22:00:00Z', '2026-03-30 00:00'],
    // The night in which they go from 3:00 back to 2:00, so that there are two of 2:30.
    ['1:59', BERLIN, '2026-10-25', '2026-10-24T23:59:00Z', '2026-10-25 01:59'],
    ['2:30', BERLIN, '2026-10-25', '2026-10-25T00:30:00Z', '2026-10-25 02:30'],
    ['3:00', BERLIN, '2026-10-25', '2026-10-25T02:00:00Z', '2026-10-25 03:00'],
    ['10-25 23:30', BERLIN, '2026-10-26', '2026-10-25T22:30:00Z', '2026-10-25 23:30'],
  ];
  for (const [text, zone, today, moment, figures] of typed)
    it(`${text} on ${today}, ${zone === BERLIN ? 'Berlin' : 'Kolkata'}, is ${moment}`, () => {
      assert.equal(parseMoment(text, { today, zone }), moment);
      assert.equal(momentFigures(moment, zone), figures);
      assert.equal(momentDay(moment, zone), figures.slice(0, 10));
    });

  it('a day stays a day, and a time in UTC stays itself, in any zone', () => {
    for (const zone of [KOLKATA, BERLIN]) {
      assert.equal(parseMoment('2026-11-17', { today: '2026-11-18', zone }), '2026-11-17');
      assert.equal(parseMoment('mon', { today: '2026-11-18', zone }), '2026-11-16');
      assert.equal(parseMoment('2026-11-17T20:00:00Z', { today: '2026-11-18', zone }), '2026-11-17T20:00:00Z');
      for (const no of ['24:00', '12:60', 'some day', '2026-11-17T24:00:00Z'])
        assert.equal(parseMoment(no, { today: '2026-11-18', zone }), undefined, no);
      assert.deepEqual(
        [momentDay('2026-11-17', zone), momentFigures('2026-11-17', zone)],
        ['2026-11-17', '2026-11-17'],
      );
    }
  });

  it('around midnight the day of a time is that of the person', () => {
    const moment = '2026-11-17T22:30:00Z';
    assert.deepEqual([momentDay(moment, BERLIN), momentDay(moment, KOLKATA)], ['2026-11-17', '2026-11-18']);
    const at = Date.parse(moment);
    assert.equal(dayOf(at, KOLKATA), momentDay(moment, KOLKATA));
    assert.equal(minuteOf(at, KOLKATA), '2026-11-18 04:00');
  });
});

describe('a moment in the file', () => {
  it('is a day or a time in UTC; a day comes after its times', () => {
    assert.ok(isMoment('2026-11-17') && isMoment('2026-11-17T22:30:00Z'));
    assert.ok(!isMoment('2026-11-17T22:30') && !isMoment('2026-02-30') && !isMoment('2026-11-17T22:30:60Z'));
    assert.deepEqual([hasTime('2026-11-17'), hasTime('2026-11-17T22:30:00Z')], [false, true]);
    assert.ok(momentOrder('2026-11-17') > momentOrder('2026-11-17T23:59:59Z'));
  });
});
