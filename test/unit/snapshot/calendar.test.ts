import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarAt, dayOf, minuteOf, startOfDay } from '../../../src/core/snapshot/calendar';
import type { Zone } from '../../../src/core/ports/ports';

const HOUR = 60 * 60 * 1000;
const hoursAhead = (hours: number): Zone => ({ aheadAt: () => hours * HOUR });
/** Clocks that are put forward from 2:00 to 3:00 on 29 March 2026, as in Berlin. */
const BERLIN: Zone = { aheadAt: (millis) => (millis >= Date.UTC(2026, 2, 29, 1) ? 2 : 1) * HOUR };

describe('calendar in a time zone', () => {
  const late = Date.UTC(2026, 10, 29, 23, 30);
  for (const [name, zone, minute, sunday] of [
    ['UTC', hoursAhead(0), '2026-11-29 23:30', '2026-11-29'],
    ['an hour ahead', hoursAhead(1), '2026-11-30 00:30', '2026-12-06'],
    ['14 hours ahead', hoursAhead(14), '2026-11-30 13:30', '2026-12-06'],
    ['12 hours behind', hoursAhead(-12), '2026-11-29 11:30', '2026-11-29'],
    ['3:30 behind', hoursAhead(-3.5), '2026-11-29 20:00', '2026-11-29'],
  ] as const)
    it(`tells day, minute and week of a moment: ${name}`, () => {
      assert.deepEqual([minuteOf(late, zone), dayOf(late, zone)], [minute, minute.slice(0, 10)]);
      const calendar = calendarAt(late, zone);
      assert.deepEqual([calendar.today, calendar.sunday], [minute.slice(0, 10), sunday]);
      assert.equal(new Date(calendar.weekStart + zone.aheadAt(late)).toISOString().slice(11), '00:00:00.000Z');
      assert.equal(new Date(calendar.weekStart + zone.aheadAt(late)).getUTCDay(), 1);
    });

  it('begins each day at its own midnight, also where the clocks change', () => {
    assert.equal(startOfDay('2026-03-29', BERLIN), Date.UTC(2026, 2, 28, 23));
    assert.equal(startOfDay('2026-03-30', BERLIN), Date.UTC(2026, 2, 29, 22));
    assert.equal(calendarAt(Date.UTC(2026, 2, 30, 12), BERLIN).weekStart, Date.UTC(2026, 2, 29, 22));
  });

  it('tells a day for any moment, and the day that begins then', () => {
    const FORM = /^\d{4}-\d{2}-\d{2}$/;
    fc.assert(
      fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), fc.integer({ min: -14, max: 14 }), (millis, hours) => {
        assert.match(dayOf(millis, hoursAhead(hours)), FORM);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -14, max: 14 }), (millis, hours) => {
        const zone = hoursAhead(hours);
        const day = dayOf(millis, zone);
        assert.equal(dayOf(startOfDay(day, zone), zone), day);
        assert.notEqual(dayOf(startOfDay(day, zone) - 1, zone), day);
      }),
    );
  });
});
