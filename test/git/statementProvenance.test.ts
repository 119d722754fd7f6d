import { proveProvenance } from '../support/signedHistory';

describe('where signatures come from (R22, row 46)', () => {
  it('of 10 pull requests landed in all ways none is called forged, and 10 planted forgeries are found', () =>
    proveProvenance(10));
});
