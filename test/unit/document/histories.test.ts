import { describeHistories } from '../../support/historyProperties';

describe('random histories', () => {
  describeHistories(300);
});
