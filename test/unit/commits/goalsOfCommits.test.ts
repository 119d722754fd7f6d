import assert from 'node:assert/strict';
import { goalsOfCommits } from '../../../src/core/commits/goalsOfCommits';
import { commitOf, goalId, snapshotOf } from '../../support/teamSnapshot';

describe('the goals of some commits', () => {
  it('are those linked to one of them, the one worked on last first, each with its newest such commit', () => {
    const [first, second, third] = [goalId(1), goalId(2), goalId(3)];
    const early = commitOf(first);
    const both = { ...commitOf(first, second), date: early.date + 1000 };
    const late = { ...commitOf(second), date: early.date + 2000 };
    const unasked = { ...commitOf(third), date: early.date + 3000 };
    const team = [{ title: 'One' }, { title: 'Two' }, { title: 'Three' }];
    const snapshot = snapshotOf({ team, commits: [early, both, late, unasked] });
    const names = new Set([early, both, late].map(({ commit }) => commit));
    assert.deepEqual(
      goalsOfCommits(snapshot, names).map(({ node, last }) => [node.goal.id, last.commit]),
      [
        [second, late.commit],
        [first, both.commit],
      ],
    );
    assert.deepEqual(goalsOfCommits(snapshot, new Set()), []);
  });
});
