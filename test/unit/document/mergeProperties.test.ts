import { checkAssociativity, checkTriples } from '../../support/merge/mergeProperties';

describe('mergeDocuments, by properties', () => {
  it('is commutative and idempotent, and agrees with the second implementation', () => {
    checkTriples(2000);
  });

  it('is associative on causal histories', () => {
    checkAssociativity(2000);
  });
});
