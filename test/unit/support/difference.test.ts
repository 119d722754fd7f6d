import assert from 'node:assert/strict';
import { difference } from '../../support/shown/difference';

describe('the difference between what was recorded and what is shown', () => {
  it('is none where both are the same', () => {
    assert.equal(difference('tree', 'a\nb\n', 'a\nb\n'), undefined);
  });

  it('names each place and what stands there in each', () => {
    assert.equal(
      difference('tree', 'a\nb\nc\nd\n', 'a\nB\nc\nd\ne\n'),
      ['tree:', 'line 2', '- b', '+ B', 'line 5', '+ e'].join('\n'),
    );
    assert.equal(difference('tree', 'a\nb\nc\n', 'a\nc\n'), ['tree:', 'line 2', '- b'].join('\n'));
  });

  it('says which face is new, and which is gone', () => {
    assert.match(difference('tree', undefined, '') ?? '', /not recorded yet/);
    assert.match(difference('tree', '', undefined) ?? '', /nothing shows it any more/);
  });
});
