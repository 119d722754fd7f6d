import { proveMergeHistories } from '../support/merge/mergeHistories';

describe('the merge driver in real histories (R3)', () => {
  it('joins 150 histories by merge', () => proveMergeHistories('merge', 150, 1000));
  it('joins 150 histories by rebase', () => proveMergeHistories('rebase', 150, 2000));
});
