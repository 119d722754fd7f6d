import assert from 'node:assert/strict';
import { groupMine, isOver, isStale, likelyFirst, weekFocus } from '../../../src/core/goals/focus';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import type { GoalSketch } from '../../support/teamSnapshot';
import { commitOf, goalId, snapshotOf } from '../../support/teamSnapshot';

const ME = 'ana@example.com';
const mine = (...goals: GoalSketch[]): Snapshot =>
  snapshotOf({ team: goals.map((goal) => ({ owner: ME, ...goal })), me: ME });

describe('the week', () => {
  it('counts what I closed since Monday and what is in focus', () => {
    const snapshot = mine(
      { title: 'Closed this week', status: 'done', daysAgo: 1 },
      { title: 'Closed last week', status: 'done', daysAgo: 6 },
      { title: 'Pinned', pinned: true },
      { title: 'Due on Sunday', due: '2026-11-22' },
      { title: 'Due on Monday', due: '2026-11-23' },
    );
    assert.deepEqual(weekFocus(snapshot), { done: 1, total: 3 });
  });

  it('leaves out what is paused, dropped, larger than a micro goal or of others', () => {
    const snapshot = mine(
      { title: 'Paused', pinned: true, status: 'paused' },
      { title: 'Dropped', pinned: true, status: 'dropped' },
      { title: 'Objective', pinned: true, kind: 'objective' },
      { title: 'Of Bo', pinned: true, owner: 'bo@example.com' },
    );
    assert.deepEqual(weekFocus(snapshot), { done: 0, total: 0 });
  });

  it('counts personal goals and the active one', () => {
    const snapshot = snapshotOf({ personal: [{ title: 'Active' }, { title: 'Open' }], active: goalId(9001), me: ME });
    assert.deepEqual(weekFocus(snapshot), { done: 0, total: 1 });
  });
});

describe('the goals that a person chooses from', () => {
  it('are all there, whatever their status: the open ones first, and mine among them', () => {
    const snapshot = mine(
      { title: 'Done', status: 'done' },
      { title: 'Missed by Bo', status: 'missed', owner: 'bo@example.com' },
      { title: 'Of Bo', owner: 'bo@example.com' },
      { title: 'Dropped', status: 'dropped' },
      { title: 'Mine' },
    );
    const titles = likelyFirst([...snapshot.goals.values()], snapshot).map(({ goal }) => goal.title);
    assert.deepEqual(titles, ['Mine', 'Of Bo', 'Done', 'Dropped', 'Missed by Bo']);
  });
});

describe('my goals', () => {
  const titles = (snapshot: Snapshot): Record<string, string[]> =>
    Object.fromEntries([...groupMine(snapshot)].map(([group, nodes]) => [group, nodes.map(({ goal }) => goal.title)]));

  it('stand in the group that asks for the right attention', () => {
    const snapshot = snapshotOf({
      team: [
        { title: 'Active', owner: ME },
        { title: 'Overdue', owner: ME, due: '2026-11-02' },
        { title: 'Later', owner: ME, due: '2026-12-24' },
        { title: 'Untouched', owner: ME, daysAgo: 30 },
        { title: 'Done', owner: ME, status: 'done' },
        { title: 'Done long ago', owner: ME, status: 'done', daysAgo: 20 },
        { title: 'Of Bo', owner: 'bo@example.com' },
      ],
      active: goalId(1),
      me: ME,
    });
    assert.deepEqual(titles(snapshot), {
      active: ['Active'],
      due: ['Overdue'],
      open: ['Later'],
      stale: ['Untouched'],
      doneLately: ['Done'],
    });
  });

  it('ask whether they are still true; those of others do not ask me', () => {
    const old = { title: 'Untouched', daysAgo: 30 };
    const team = [{ ...old, owner: ME }, { ...old, owner: 'bo@example.com' }, { ...old }, { title: 'New', owner: ME }];
    const snapshot = snapshotOf({ team, personal: [old], me: ME });
    const stale = [...snapshot.goals.values()].filter((node) => isStale(node, snapshot));
    assert.deepEqual(
      stale.map(({ goal }) => goal.id),
      [goalId(1), goalId(9001)],
    );
  });

  it('stand below a parent of mine, unless they ask for attention themselves', () => {
    const snapshot = mine(
      { title: 'Objective', kind: 'objective' },
      { title: 'Part', parent: goalId(1) },
      { title: 'Part due', parent: goalId(1), due: '2026-11-19' },
    );
    assert.deepEqual(titles(snapshot)['open'], ['Objective']);
    assert.deepEqual(titles(snapshot)['due'], ['Part due']);
  });

  it('have what I work on among them, whoever owns it', () => {
    const snapshot = snapshotOf({ team: [{ title: 'Of Bo', owner: 'bo@example.com' }], active: goalId(1), me: ME });
    assert.deepEqual(titles(snapshot)['active'], ['Of Bo']);
  });
});

describe('work on a goal', () => {
  const isOverWith = (goal: GoalSketch, commits: readonly (readonly string[])[]): boolean => {
    const snapshot = snapshotOf({ team: [goal], commits: commits.map((goals) => commitOf(...goals)) });
    const node = snapshot.goals.get(goalId(1));
    return node !== undefined && isOver(node);
  };

  it('is over when a commit has named the goal since it was ticked', () => {
    assert.equal(isOverWith({ title: 'Ticked', status: 'done', daysAgo: 3 }, [[goalId(1)]]), true);
  });

  it('is not over by the tick alone, nor by a commit alone', () => {
    assert.equal(isOverWith({ title: 'Ticked', status: 'done', daysAgo: 3 }, []), false);
    assert.equal(isOverWith({ title: 'Ticked after the commit', status: 'done', daysAgo: 0 }, [[goalId(1)]]), false);
    assert.equal(isOverWith({ title: 'Open' }, [[goalId(1)]]), false);
  });
});
