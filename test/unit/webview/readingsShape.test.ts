import assert from 'node:assert/strict';
import { readingsShape } from '../../../src/webview/readingsShape';

describe('the shape of a line of readings', () => {
  it('goes straight from each value to the next, between the lowest and the highest', () => {
    const shape = readingsShape([
      { day: '2026-11-23', value: 0.04 },
      { day: '2026-11-25', value: 0.08 },
      { day: '2026-11-27', value: 0.07 },
    ]);
    assert.equal(shape.line, 'M0 100L500 0L1000 25');
    assert.deepEqual([shape.from, shape.to, shape.low, shape.high], ['2026-11-23', '2026-11-27', 0.04, 0.08]);
  });

  it('has room for values that stay, for one day and for no reading', () => {
    const day = '2026-11-23';
    assert.equal(
      readingsShape([
        { day, value: 5 },
        { day: '2026-11-24', value: 5 },
      ]).line,
      'M0 50L1000 50',
    );
    assert.equal(
      readingsShape([
        { day, value: 1 },
        { day, value: 2 },
      ]).line,
      'M500 100L500 0',
    );
    assert.equal(readingsShape([]).line, '');
  });
});
