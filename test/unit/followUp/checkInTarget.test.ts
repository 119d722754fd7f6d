import assert from 'node:assert/strict';
import { checkInTarget, standUpGoals } from '../../../src/core/followUp/checkInTarget';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import type { GoalSketch, RecordSketch, SnapshotSketch } from '../../support/teamSnapshot';
import { agreed, goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

const ANA = 'ana@example.com';

function team(
  goals: readonly GoalSketch[],
  records: Readonly<Record<string, RecordSketch>> = {},
  more: SnapshotSketch = {},
): Snapshot {
  return agreed(snapshotOf({ team: goalsFile(goals, 1, records), me: ANA, ...more }));
}

const PACT: GoalSketch = { title: 'Faster builds', kind: 'pact', owner: ANA, daysAgo: 20 };

describe('the goal of a check-in', () => {
  it('is the nearest due one that the active goal serves, else what is due longest', () => {
    const goals: GoalSketch[] = [
      { ...PACT, daysAgo: 9 },
      { title: 'Small', owner: ANA, parent: goalId(1) },
      { ...PACT, title: 'Longer due', daysAgo: 30 },
    ];
    assert.equal(checkInTarget(team(goals, {}, { active: goalId(2) }))?.goal.id, goalId(1));
    assert.equal(checkInTarget(team(goals))?.goal.id, goalId(3));
    assert.equal(checkInTarget(team([])), undefined);
  });

  it('a personal goal that serves a pact leads to it', () => {
    const personal = [{ title: 'Mine', parent: goalId(1) }];
    const snapshot = agreed(snapshotOf({ team: [PACT], personal, active: goalId(9001), me: ANA }));
    assert.equal(checkInTarget(snapshot)?.goal.id, goalId(1));
    assert.deepEqual(
      standUpGoals(snapshot).map(({ goal }) => goal.id),
      [goalId(1)],
    );
  });
});
