import assert from 'node:assert/strict';
import type { Goal } from '../../../src/core/model/goalView';
import { setField } from '../../../src/core/changes/goalActions';
import { endingAnswer, endingToEdit, learnedChange } from '../../../src/core/followUp/learnedChange';
import { goalId, snapshotOf } from '../../support/teamSnapshot';

describe('the lesson of a goal that was missed (row 34)', () => {
  const goals = [
    ...snapshotOf({
      team: [
        { title: 'Migrate', status: 'missed', more: { learned: 'Try the restore \n first' } },
        { title: 'Move', status: 'missed' },
      ],
    }).goals.values(),
  ].map(({ goal }) => goal);
  const [taught, other] = goals;
  assert.ok(taught && other);
  const answer = (of: readonly Goal[], learned: string): unknown =>
    of.flatMap((goal) => endingAnswer(goal, 'learned', learned, endingToEdit(of, 'learned')));

  it('stands in the box of that goal alone', () => {
    assert.equal(endingToEdit([taught], 'learned'), 'Try the restore first');
    assert.equal(endingToEdit(goals, 'learned'), '');
  });

  it('is left as it is by Enter alone, for one goal and for several', () => {
    assert.deepEqual(answer([taught], 'Try the restore first'), []);
    assert.deepEqual(answer(goals, ''), []);
  });

  it('is written where it is another, and taken away where the text of one goal is emptied', () => {
    assert.deepEqual(answer(goals, 'Try the restore first'), [setField(goalId(2), 'learned', 'Try the restore first')]);
    assert.deepEqual(answer([taught], ''), [setField(goalId(1), 'learned', undefined)]);
    assert.deepEqual(learnedChange(other, ' '), []);
  });
});
