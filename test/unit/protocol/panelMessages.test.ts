import assert from 'node:assert/strict';
import { readHostMessage, readPanelMessage } from '../../../src/protocol/panelMessages';

describe('the messages of the panel', () => {
  it('are known ones only', () => {
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

  it('are dropped where they are unknown, incomplete or carry more than they should', () => {
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

  it('of the host carry the course of a goal, or that it cannot be told', () => {
    const id = 'g-4kq7w2m9xd';
    for (const points of [null, [], [{ at: 1_764_000_000_000, done: 1, total: 3 }]]) {
      const message = { type: 'burnUp', id, points };
      assert.deepEqual(readHostMessage(message), message);
    }
    for (const points of [undefined, {}, [{ at: 1, done: -1, total: 3 }], [{ at: '1', done: 1, total: 3 }], [1]])
      assert.equal(readHostMessage({ type: 'burnUp', id, points }), undefined);
  });

  it('of the host are dropped by the page where they do not fit', () => {
    for (const message of [undefined, {}, { type: 'state' }, { type: 'state', report: {}, texts: {}, locale: 'en' }])
      assert.equal(readHostMessage(message), undefined);
  });
});
