import { fuzzHostileFiles } from '../../support/hostile/hostileFuzz';

const SEED = 20261121;
const FILES = 100;

describe('hostile files', () => {
  it('are read, merged, and asked for everything without a throw', () => {
    const { files, readable, bytes } = fuzzHostileFiles(SEED, FILES, false);
    console.log(
      `      ${files} files from seed ${SEED} on, ${readable} readable, ${Math.round(bytes / files)} bytes each`,
    );
  });
});
