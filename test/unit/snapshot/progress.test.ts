import assert from 'node:assert/strict';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import type { GoalSketch, RecordSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

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
    // A small goal directly below an objective does not count where key results do.
    assert.deepEqual(progressOf(snapshot), [0.5, 2, 3]);
    assert.deepEqual(progressOf(snapshot, goalId(2)), [0.5, 1, 2]);
  });

  it('goes by weight where one is given', () => {
    const snapshot = team(
      { title: 'Objective', kind: 'objective' },
      { title: 'Heavy', parent: goalId(1), weight: 3, status: 'done' },
      { title: 'Light', parent: goalId(1), weight: 1 },
    );
    assert.deepEqual(progressOf(snapshot), [0.75, 1, 2]);
  });

  it('makes an objective the mean of its key results, whatever is below each', () => {
    const measured = { start: 0, target: 100 };
    const goals: GoalSketch[] = [
      { title: 'Objective', kind: 'objective' },
      { title: 'K1', kind: 'keyResult', parent: goalId(1), more: measured },
      { title: 'K2', kind: 'keyResult', parent: goalId(1), more: measured },
    ];
    const nine = (status: 'open' | 'done', parent: string): GoalSketch[] =>
      Array.from({ length: 9 }, (_, index) => ({ title: `Part ${index}`, parent, status }));
    const reading = (of: number, value: number): RecordSketch => ({ of: goalId(of), value });
    const at = (value: number, ...more: GoalSketch[]): unknown => {
      const readings = { 'x-0000000001': reading(2, 100), 'x-0000000002': reading(3, value) };
      const node = snapshotOf({ team: goalsFile([...goals, ...more], 1, readings) }).goals.get(goalId(1));
      return node && [node.percent, node.isMeasured];
    };
    assert.deepEqual(at(0), [50, true]);
    assert.deepEqual(at(0, ...nine('open', goalId(3))), [50, true]);
    assert.deepEqual(at(33), [67, true]);
    const [objective, , second] = goals;
    assert.ok(objective && second);
    const finished = { title: 'K1', kind: 'keyResult', parent: goalId(1) } as const;
    const counted = goalsFile([objective, finished, second, ...nine('done', goalId(2))], 1, {
      'x-0000000001': reading(3, 33),
    });
    assert.equal(snapshotOf({ team: counted }).goals.get(goalId(1))?.percent, 67);
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
