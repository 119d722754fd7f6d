import { defineTextMergeTests } from '../support/merge/textMergeProperties';

describe('text merges of two branches, without the driver (R4)', () => {
  defineTextMergeTests(1000, 0);
});
