import { defineTextMergeTests } from '../../support/merge/textMergeProperties';

describe('text merges of two branches, without the driver (R4, short)', () => {
  defineTextMergeTests(60, 0.08);
});
