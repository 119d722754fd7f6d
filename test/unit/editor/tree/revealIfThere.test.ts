import assert from 'node:assert/strict';
import { revealIfThere } from '../../../../src/editor/tree/revealIfThere';

describe('a row is brought into sight', () => {
  it('as it was asked for, and one that went away meanwhile is no failure of the command', async () => {
    const asked: unknown[] = [];
    const view = {
      reveal: (row: string, options: unknown) => {
        asked.push([row, options]);
        return row === 'gone' ? Promise.reject(new Error('Cannot resolve tree item')) : Promise.resolve();
      },
    };
    const options = { select: true, focus: true };
    await revealIfThere(view, 'there', options);
    await revealIfThere(view, 'gone', options);
    assert.deepEqual(asked, [
      ['there', options],
      ['gone', options],
    ]);
  });
});
