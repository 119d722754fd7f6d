import assert from 'node:assert/strict';
import { checkImportCycles } from '../../support/check/checkImportCycles';

describe('checkImportCycles', () => {
  it('finds a cycle of which one link is a type import', () => {
    const cycles = checkImportCycles([
      { name: 'src/a.ts', text: "import { b } from './deep/b';" },
      { name: 'src/deep/b.ts', text: "import type { C } from '../c';" },
      { name: 'src/c.ts', text: "export { a } from './a';" },
    ]);
    assert.deepEqual(cycles, ['Import cycle: src/a.ts → src/deep/b.ts → src/c.ts → src/a.ts']);
  });

  it('accepts two ways to the same file', () => {
    const cycles = checkImportCycles([
      { name: 'src/a.ts', text: "import './b';\nimport './c';" },
      { name: 'src/b.ts', text: "import './c';" },
      { name: 'src/c.ts', text: "import path from 'node:path';" },
    ]);
    assert.deepEqual(cycles, []);
  });
});
