import assert from 'node:assert/strict';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import type { GoalSketch } from '../../support/teamSnapshot';
import { goalId, snapshotOf } from '../../support/teamSnapshot';

const team = (...goals: GoalSketch[]): Snapshot => snapshotOf({ team: goals });

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
