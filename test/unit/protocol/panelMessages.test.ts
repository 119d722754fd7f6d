import assert from 'node:assert/strict';
import { readPanelMessage } from '../../../src/protocol/panelMessages';

describe('what the panel may say', () => {
  it('is one of the known messages', () => {
    const id = 'g-4kq7w2m9xd';
    const known = [
      { type: 'ready' },
      { type: 'openGoal', id },
      { type: 'tick', id, done: true },
      { type: 'burnUp', id },
      { type: 'alignGoal', id },
      { type: 'answerAlignment', id: 'e-4kq7w2m9xd', isAccepted: false },
      { type: 'saveRecord', kind: 'check-in', id: null, values: { note: 'form done' } },
      { type: 'addGoal' },
      { type: 'openFile' },
    ];
    for (const message of known) assert.deepEqual(readPanelMessage(message), message);
  });

  it('is dropped where it is unknown, incomplete or carries more than it should', () => {
    const foreign = [
      undefined,
      null,
      'ready',
      [],
      {},
      { type: 'reset' },
      { type: 'openGoal' },
      { type: 'openGoal', id: 'g-4kq7w2m9xd; rm -rf .' },
      { type: 'openGoal', id: '__proto__' },
      { type: 'tick', id: 'g-4kq7w2m9xd', done: 'yes' },
      { type: 'burnUp', id: '../x' },
      { type: 'answerAlignment', id: '../x', isAccepted: true },
      { type: 'answerAlignment', id: 'e-4kq7w2m9xd' },
      { type: 'burnUp', id: 'g-4kq7w2m9xd', points: [] },
      { type: 'saveRecord', kind: 'check-in', id: '../x', values: {} },
      { type: 'saveRecord', kind: 'check-in', id: null, values: { note: 1 } },
      { type: 'addGoal', command: 'workbench.action.quit' },
    ];
    for (const message of foreign) assert.equal(readPanelMessage(message), undefined, JSON.stringify(message));
  });
});
