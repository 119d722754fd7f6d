import { proveMergeHistories } from '../support/mergeHistories';

describe('the merge driver in real histories (R3)', () => {
  it('joins 10 histories by merge', () => proveMergeHistories('merge', 10, 1));
  it('joins 10 histories by rebase', () => proveMergeHistories('rebase', 10, 101));
});
