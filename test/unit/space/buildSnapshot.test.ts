import assert from 'node:assert/strict';
import { applyChanges } from '../../../src/core/document/change';
import { createStamper } from '../../../src/core/document/stamp';
import { moveBelow, moveBeside } from '../../../src/core/goals/moveGoal';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import type { GoalSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, NOON, snapshotOf } from '../../support/teamSnapshot';

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

describe('progress', () => {
  const progressOf = (snapshot: Snapshot, id = goalId(1)): unknown => {
    const node = snapshot.goals.get(id);
    return node && [node.progress, node.done, node.total];
  };

  it('is the share of the goals below that are done, at any depth', () => {
    const snapshot = team(
      { title: 'Objective', kind: 'objective' },
      { title: 'Key result', kind: 'keyResult', parent: goalId(1) },
      { title: 'Done', status: 'done', parent: goalId(2) },
      { title: 'Open', parent: goalId(2) },
      { title: 'Done too', status: 'done', parent: goalId(1) },
    );
    assert.deepEqual(progressOf(snapshot), [2 / 3, 2, 3]);
  });

  it('goes by weight where one is given', () => {
    const snapshot = team(
      { title: 'Objective', kind: 'objective' },
      { title: 'Heavy', parent: goalId(1), weight: 3, status: 'done' },
      { title: 'Light', parent: goalId(1), weight: 1 },
    );
    assert.deepEqual(progressOf(snapshot), [0.75, 1, 2]);
  });

  it('leaves out what is paused, dropped or only proposed, and counts what was missed', () => {
    const snapshot = team(
      { title: 'Objective', kind: 'objective' },
      { title: 'Done', parent: goalId(1), status: 'done' },
      { title: 'Missed', parent: goalId(1), status: 'missed' },
      { title: 'Paused', parent: goalId(1), status: 'paused' },
      { title: 'Dropped', parent: goalId(1), status: 'dropped' },
      { title: 'Proposed', parent: goalId(1), status: 'proposed' },
    );
    assert.deepEqual(progressOf(snapshot), [0.5, 1, 2]);
  });
});

describe('moving', () => {
  const after = (
    sketches: readonly GoalSketch[],
    move: (snapshot: Snapshot) => ReturnType<typeof moveBelow>,
  ): Snapshot => {
    const file = goalsFile(sketches);
    assert.ok(file.state === 'ok');
    const stamper = createStamper({ now: () => NOON }, 'test');
    const document = applyChanges(file.document, move(snapshotOf({ team: file })), stamper);
    return snapshotOf({ team: { ...file, document } });
  };
  const three: readonly GoalSketch[] = [
    { title: 'A', order: 'a0' },
    { title: 'B', order: 'a1' },
    { title: 'C', order: 'a2' },
  ];

  it('puts a goal before or after another one', () => {
    const up = after(three, (snapshot) => moveBeside(snapshot, goalId(3), goalId(1), 'before'));
    assert.deepEqual(up.teamRoots, [goalId(3), goalId(1), goalId(2)]);
    const down = after(three, (snapshot) => moveBeside(snapshot, goalId(1), goalId(2), 'after'));
    assert.deepEqual(down.teamRoots, [goalId(2), goalId(1), goalId(3)]);
  });

  it('orders goals that were written without a key', () => {
    const bare = [{ title: 'A' }, { title: 'B' }, { title: 'C' }];
    const moved = after(bare, (snapshot) => moveBeside(snapshot, goalId(1), goalId(2), 'after'));
    assert.deepEqual(moved.teamRoots, [goalId(2), goalId(1), goalId(3)]);
  });

  it('puts a goal last below another one, and at the top again', () => {
    const below = after(three, (snapshot) => moveBelow(snapshot, goalId(1), goalId(3)));
    assert.deepEqual(below.goals.get(goalId(3))?.children, [goalId(1)]);
    const nested: readonly GoalSketch[] = [
      { title: 'A', order: 'a0' },
      { title: 'B', order: 'a0', parent: goalId(1) },
    ];
    const top = after(nested, (snapshot) => moveBelow(snapshot, goalId(2), undefined));
    assert.deepEqual(top.teamRoots, [goalId(1), goalId(2)]);
  });

  it('refuses what would close a circle', () => {
    const nested = team({ title: 'A' }, { title: 'B', parent: goalId(1) });
    assert.deepEqual(moveBelow(nested, goalId(1), goalId(2)), []);
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
