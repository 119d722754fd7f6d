import assert from 'node:assert/strict';
import { applyChanges } from '../../../src/core/document/change';
import { createStamper } from '../../../src/core/document/stamp';
import { moveBelow, moveBeside } from '../../../src/core/goals/moveGoal';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import type { GoalSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, NOON, snapshotOf } from '../../support/teamSnapshot';

const team = (...goals: GoalSketch[]): Snapshot => snapshotOf({ team: goals });

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
