import assert from 'node:assert/strict';
import fc from 'fast-check';
import { orderBetween } from '../../../src/core/changes/orderKey';

const SEED = 20261121;

describe('orderBetween', () => {
  it('begins, appends, prepends and inserts', () => {
    assert.equal(orderBetween(), 'a0');
    assert.equal(orderBetween('a0'), 'a1');
    assert.equal(orderBetween(undefined, 'a0'), 'Zz');
    assert.equal(orderBetween('a0', 'a1'), 'a0V');
  });

  it('keeps a list in order through any moves', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 200 }), (places) => {
        const keys: string[] = [];
        for (const place of places) {
          const index = place % (keys.length + 1);
          keys.splice(index, 0, orderBetween(keys[index - 1], keys[index]));
        }
        assert.deepEqual(keys, [...keys].sort());
        assert.equal(new Set(keys).size, keys.length);
      }),
      { seed: SEED },
    );
  });

  it('gives a key for whatever a hand wrote, behind the first neighbour where there is room', () => {
    const key = fc.option(
      fc.oneof(
        fc.string(),
        fc.constantFrom('é', '\ud800', '\u{10ffff}', 'a0', 'a0é'),
        fc.stringMatching(/^[A-Za-z0-9]{0,6}$/),
      ),
      {
        nil: undefined,
      },
    );
    fc.assert(
      fc.property(key, key, (before, after) => {
        const order = orderBetween(before, after);
        assert.ok(order.length > 0);
        if (before !== undefined && (after === undefined || after <= before)) assert.ok(order > before);
        if (before !== undefined && after !== undefined && `${before}V` < after && before < after)
          assert.ok(before < order && order < after);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it('goes behind a neighbour with the same or a larger key than the next', () => {
    assert.equal(orderBetween('a1', 'a1'), 'a2');
    assert.ok(orderBetween('a3', 'a1') > 'a3');
    assert.equal(orderBetween('top', undefined), 'topV');
    assert.equal(orderBetween('', 'a0'), 'Zz');
  });

  it('takes keys of a megabyte', () => {
    for (const key of [`a0${'V'.repeat(1_000_000)}`, 'z'.repeat(1_000_000), '0'.repeat(1_000_000)]) {
      assert.ok(orderBetween(key, undefined) > key);
      assert.ok(orderBetween(undefined, key).length > 0);
      assert.ok(orderBetween(key, `${key}1`).length > 0);
    }
  });
});
