import { FORGERIES } from '../../support/forgeries';
import { proveProvenance } from '../../support/signedHistory';

describe('where signatures come from (R22, row 46)', () => {
  it('of 9 pull requests landed in all ways none is called forged', () => proveProvenance(9, []));

  for (const [way, forge] of Object.entries(FORGERIES)) {
    it(`a forgery is found, and what is honest beside it is not called one: ${way}`, () => proveProvenance(2, [forge]));
  }
});
