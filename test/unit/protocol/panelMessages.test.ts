import assert from 'node:assert/strict';
import { readPanelMessage } from '../../../src/protocol/panelMessages';

describe('what the panel may say', () => {
  it('is one of the known messages', () => {
    const id = 'g-4kq7w2m9xd';
    const known = [
      { type: 'ready' },
      { type: 'openGoal', id },
      { type: 'tick', id, done: true },
      { type: 'burnUp', id, request: 1 },
      { type: 'alignGoal', id },
      { type: 'answerRelation', id: 'e-4kq7w2m9xd', isAccepted: false },
      { type: 'saveRecord', kind: 'check-in', id: null, values: { note: 'form done' }, request: 2 },
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
      { type: 'burnUp', id: '../x', request: 1 },
      { type: 'burnUp', id: 'g-4kq7w2m9xd' },
      { type: 'burnUp', id: 'g-4kq7w2m9xd', request: 0 },
      { type: 'burnUp', id: 'g-4kq7w2m9xd', request: 1.5 },
      { type: 'answerRelation', id: '../x', isAccepted: true },
      { type: 'answerRelation', id: 'e-4kq7w2m9xd' },
      { type: 'burnUp', id: 'g-4kq7w2m9xd', request: 1, points: [] },
      { type: 'saveRecord', kind: 'check-in', id: '../x', values: {}, request: 1 },
      { type: 'saveRecord', kind: 'check-in', id: null, values: { note: 1 }, request: 1 },
      { type: 'saveRecord', kind: 'check-in', id: null, values: {} },
      { type: 'saveRecord', kind: 'check-in', id: null, values: {}, request: 1, path: '../x' },
      { type: 'addGoal', command: 'workbench.action.quit' },
    ];
    for (const message of foreign) assert.equal(readPanelMessage(message), undefined, JSON.stringify(message));
  });
});
