import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { numberText, readNumber } from '../../../src/core/text/readNumber';

describe('readNumber', () => {
  const numbers: readonly [string, number][] = [
    ['5,9', 5.9],
    ['5.9', 5.9],
    ['-3', -3],
    ['−3,5', -3.5],
    ['+7', 7],
    [',5', 0.5],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['99,95', 99.95],
    ['1 000', 1000],
    ['1\u202f000,5', 1000.5],
    ["1'234.5", 1234.5],
    ['1’234', 1234],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234,567', 1234.567],
    ['1.000.000', 1e6],
    ['1,000,000', 1e6],
    ['１２，５', 12.5],
    ['1000,000', 1000],
    ['1e3', 1000],
    ['2,5e-3', 0.0025],
    ['-0', 0],
  ];
  for (const [text, value] of numbers)
    it(`reads ${text}`, () => {
      const read = readNumber(text);
      assert.ok(read && 'value' in read && Object.is(read.value, value), JSON.stringify(read));
    });

  for (const [text, either] of [
    ['1.000', ['1000', '1']],
    ['1,000', ['1000', '1']],
    ['-12.500', ['-12500', '-12.5']],
    ['1,125', ['1125', '1.1250']],
  ] as const)
    it(`takes ${text} for neither of its readings`, () => {
      assert.deepEqual(readNumber(text), { either });
    });

  for (const text of ['', '-', '.', '1.2.3', '1,00,000.5,5', '0x10', 'Infinity', '12 ms', '1.000.00', '1,234,5'])
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.equal(readNumber(text), undefined);
    });

  it('reads each number that numberText writes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer({ min: -9999999, max: 9999999 }).map((n) => n / 1000),
        ),
        (value) => {
          assert.deepEqual(readNumber(numberText(value)), { value: value + 0 });
        },
      ),
    );
  });
});
