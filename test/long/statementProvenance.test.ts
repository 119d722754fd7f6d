import { FORGERIES } from '../support/forgeries';
import { proveProvenance } from '../support/signedHistory';

describe('R22', () => {
  it('of 50 pull requests landed in all ways none is called forged, and 50 planted forgeries are found', () =>
    proveProvenance(50, Object.values(FORGERIES)));
});
