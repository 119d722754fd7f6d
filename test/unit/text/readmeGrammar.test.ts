import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseQuickAdd, type QuickAddContext } from '../../../src/core/text/quickAdd';
import { projectFolder } from '../../support/run/projectFolder';

const CONTEXT: QuickAddContext = {
  today: '2026-11-21',
  people: [{ id: 'bo@example.com', name: 'Bo Larsen' }],
  goals: [{ id: 'g-0000000001', title: 'Ship the login page' }],
};

/** What stands in code in the first column of the README's table of signs. */
function signs(): string[] {
  const table = /\| Write \|[^]*?\n\n/.exec(readFileSync(projectFolder('README.md'), 'utf8'))?.[0] ?? '';
  const cells = table.split('\n').map((line) => line.split(' | ', 1)[0] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, sign = '']) => sign));
}

describe('the signs of quick add in README.md', () => {
  it('are many', () => {
    assert.ok(signs().length > 20);
  });

  for (const sign of signs()) {
    it(`${sign} is read as a sign`, () => {
      const { title, tokens, problems } = parseQuickAdd(`Title ${sign}`, CONTEXT);
      assert.deepEqual({ title, problems, count: tokens.length }, { title: 'Title', problems: [], count: 1 });
    });
  }
});
