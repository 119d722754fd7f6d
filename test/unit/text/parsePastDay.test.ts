import assert from 'node:assert/strict';
import { parsePastDay } from '../../../src/core/text/parsePastDay';

/** A Saturday. */
const TODAY = '2026-11-21';

describe('a day of a look back', () => {
  const cases: readonly (readonly [text: string, expected: string | undefined])[] = [
    ['today', '2026-11-21'],
    ['yesterday', '2026-11-20'],
    ['fri', '2026-11-20'],
    ['Saturday', '2026-11-21'],
    ['sun', '2026-11-15'],
    ['2d', '2026-11-19'],
    ['1w', '2026-11-14'],
    ['20.11.', '2026-11-20'],
    ['11-21', '2026-11-21'],
    ['22.11.', '2025-11-22'],
    ['4.12.2026', '2026-12-04'],
    ['2026-11-01', '2026-11-01'],
    ['31.2.', undefined],
    ['someday', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`${text} is ${expected ?? 'none'}`, () => {
      assert.equal(parsePastDay(text, TODAY), expected);
    });
  }
});
