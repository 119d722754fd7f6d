import assert from 'node:assert/strict';
import { burnUpShape } from '../../../src/webview/burnUpShape';

describe('the shape of a burn-up chart', () => {
  it('is steps: a count stays until it changes', () => {
    const shape = burnUpShape([
      { at: 1000, done: 0, total: 2 },
      { at: 2000, done: 1, total: 4 },
      { at: 5000, done: 3, total: 4 },
    ]);
    assert.equal(shape.total, 'M0 50H250V0H1000V0');
    assert.equal(shape.done, 'M0 100H250V75H1000V25');
    assert.equal(shape.doneArea, 'M0 100H250V75H1000V25V100H0Z');
    assert.deepEqual([shape.from, shape.to, shape.most], [1000, 5000, 4]);
  });

  it('goes down with a goal that is open again or was dropped', () => {
    const shape = burnUpShape([
      { at: 0, done: 2, total: 2 },
      { at: 1, done: 0, total: 1 },
    ]);
    assert.equal(shape.done, 'M0 0H1000V100');
    assert.equal(shape.total, 'M0 0H1000V50');
  });

  it('has room for no goals, for one moment and for no points', () => {
    const at = 1000;
    assert.equal(burnUpShape([{ at, done: 0, total: 0 }]).total, 'M0 100');
    const moment = [
      { at, done: 0, total: 1 },
      { at, done: 1, total: 1 },
    ];
    assert.equal(burnUpShape(moment).done, 'M0 100H0V0');
    assert.equal(burnUpShape([]).done, '');
  });
});
