import assert from 'node:assert/strict';
import { BARE_CALL, branchGoalIds, callOn, readCall } from '../../../../src/editor/tree/call';
import type { TreeElement } from '../../../../src/editor/tree/element';

const GOAL: TreeElement = { type: 'goal', key: 'mine/g-1', id: 'g-1' };
const OTHER: TreeElement = { type: 'goal', key: 'mine/g-2', id: 'g-2' };
const ELSEWHERE: TreeElement = { type: 'branchGoal', key: 'team/g-3', id: 'g-3' };

describe('what a command was called on', () => {
  it('is nothing from the palette, also where the editor hands over nothing by name', () => {
    for (const call of [BARE_CALL, readCall([]), readCall([undefined]), readCall([undefined, undefined])])
      assert.deepEqual([call.isBare, call.row, call.rows, call.id], [true, undefined, [], undefined]);
  });

  it('is a row, with those that are selected beside it', () => {
    assert.deepEqual(readCall([GOAL]).rows, [GOAL]);
    assert.deepEqual(readCall([GOAL, [GOAL, OTHER]]).rows, [GOAL, OTHER]);
    assert.deepEqual(readCall([GOAL, 'commit']).rows, [GOAL], 'a second argument of another command');
    assert.deepEqual([readCall([GOAL]).row, readCall([GOAL]).id], [GOAL, undefined]);
  });

  it('is an id of another command or of a link, which may say whether the goal is to be done', () => {
    assert.deepEqual([callOn('g-1').id, callOn('g-1').isDone, callOn('g-1').isBare], ['g-1', undefined, false]);
    const link = readCall([{ id: 'g-1', done: true }]);
    assert.deepEqual([link.id, link.isDone, link.row], ['g-1', true, undefined]);
    assert.equal(readCall([{ id: 'g-1', done: false }]).isDone, false);
  });

  it('is the selected rows for a key on a row', () => {
    const call = readCall([{ onRow: true }]);
    assert.deepEqual([call.isOnRow, call.isBare, call.id], [true, false, undefined]);
    assert.equal(readCall([GOAL]).isOnRow, false);
  });

  it('names goals of other branches by their rows alone, or by an id', () => {
    assert.deepEqual(branchGoalIds(readCall([ELSEWHERE, [ELSEWHERE, GOAL]])), ['g-3']);
    assert.deepEqual(branchGoalIds(callOn('g-3')), ['g-3']);
  });
});
