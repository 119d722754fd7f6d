import assert from 'node:assert/strict';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import type { GoalSketch } from '../../support/teamSnapshot';
import { goalId, NOON, snapshotOf } from '../../support/teamSnapshot';

const team = (...goals: GoalSketch[]): Snapshot => snapshotOf({ team: goals });
const problemsOf = (snapshot: Snapshot): string[] =>
  (snapshot.problems.get('/team.json') ?? []).map(({ code, record }) => `${code} ${record ?? ''}`);

describe('the tree', () => {
  it('nests by parent', () => {
    const snapshot = team({ title: 'Top' }, { title: 'Part', parent: goalId(1) });
    assert.deepEqual(snapshot.teamRoots, [goalId(1)]);
    assert.deepEqual(snapshot.goals.get(goalId(1))?.children, [goalId(2)]);
  });

  it('shows a goal whose parent is gone at the top, and says so', () => {
    const snapshot = team({ title: 'Orphan', parent: goalId(7) });
    assert.deepEqual(snapshot.teamRoots, [goalId(1)]);
    assert.deepEqual(problemsOf(snapshot), [`lost-parent ${goalId(1)}`]);
  });

  it('opens a circle where it was closed last', () => {
    const snapshot = team(
      { title: 'First', parent: goalId(3), daysAgo: 5 },
      { title: 'Second', parent: goalId(1), daysAgo: 1 },
      { title: 'Third', parent: goalId(2), daysAgo: 3 },
    );
    assert.deepEqual(snapshot.teamRoots, [goalId(2)]);
    assert.deepEqual(problemsOf(snapshot), [`parent-cycle ${goalId(2)}`]);
  });

  it('survives a goal that is its own parent and a chain of thousands', () => {
    assert.deepEqual(team({ title: 'Self', parent: goalId(1) }).teamRoots, [goalId(1)]);
    const chain = Array.from({ length: 20_000 }, (_, index) => ({ title: 'Link', parent: goalId(index) }));
    assert.equal(team(...chain).goals.get(goalId(1))?.total, 1);
  });
});

describe('a closing commit', () => {
  it('completes a goal until its status is set later', () => {
    const commit = (date: number) => ({
      commit: 'c'.repeat(40),
      parent: undefined,
      author: { name: 'Ana', email: 'ana@example.com' },
      date,
      subject: 'Done',
      goals: [{ id: goalId(1), closes: true }],
      reverts: [],
      state: 'here' as const,
      inHead: true,
      ref: 'main',
    });
    const DAY = 24 * 60 * 60 * 1000;
    const status = (date: number): string | undefined =>
      snapshotOf({ team: [{ title: 'A', daysAgo: 3 }], commits: [commit(date)] }).goals.get(goalId(1))?.goal.status;
    assert.equal(status(NOON - DAY), 'done');
    assert.equal(status(NOON - 5 * DAY), 'open');
  });
});
