import assert from 'node:assert/strict';
import { linkableGoals } from '../../../src/core/commits/linkableGoals';
import { goalId, snapshotOf } from '../../support/teamSnapshot';

describe('the goals a commit may name', () => {
  it('are open and of the team: the active one first, then mine in focus, mine, those of others', () => {
    const [me, bo] = ['ana@example.com', 'bo@example.com'];
    const snapshot = snapshotOf({
      me,
      active: goalId(4),
      team: [
        { title: 'Of Bo', owner: bo },
        { title: 'Mine', owner: me },
        { title: 'Mine, pinned', owner: me, pinned: true },
        { title: 'Active', owner: bo },
        { title: 'Done', owner: me, status: 'done' },
        { title: 'Dropped', owner: me, status: 'dropped' },
      ],
      personal: [{ title: 'Ask for a raise', pinned: true }],
    });
    assert.deepEqual(
      linkableGoals(snapshot).map(({ goal }) => goal.title),
      ['Active', 'Mine, pinned', 'Mine', 'Of Bo'],
    );
  });
});
