import { describeHistories } from '../support/merge/historyProperties';

describe('random histories', () => {
  describeHistories(10_000);
});
