import assert from 'node:assert/strict';
import { checkPlantedFaults } from '../../support/check/checkPlantedFaults';

const FILES: Readonly<Record<string, string>> = { 'src/a.ts': 'one two two', 'test/unit/a.test.ts': '' };

function problems(file: string, text: string, test = 'unit/a'): string[] {
  const fault = { name: 'bad', file, text, replacement: '', tests: [test] };
  return checkPlantedFaults([fault], (name) => FILES[name]);
}

describe('checkPlantedFaults', () => {
  it('finds a fault whose text does not stand exactly once in its file', () => {
    assert.deepEqual(problems('src/a.ts', 'one'), []);
    assert.deepEqual(problems('src/a.ts', 'two'), [
      'Planted fault "bad": its text stands 2 times in src/a.ts, not once.',
    ]);
    assert.deepEqual(problems('src/a.ts', 'three'), [
      'Planted fault "bad": its text stands 0 times in src/a.ts, not once.',
    ]);
  });

  it('finds a fault whose file or test is gone', () => {
    assert.deepEqual(problems('src/b.ts', 'one'), ['Planted fault "bad": there is no src/b.ts.']);
    assert.deepEqual(problems('src/a.ts', 'one', 'unit/b'), ['Planted fault "bad": there is no test/unit/b.test.ts.']);
  });
});
