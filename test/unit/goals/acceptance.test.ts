import assert from 'node:assert/strict';
import { assign, assignedStatus, reassigned, STATUS_REFUSALS, statusRefusal } from '../../../src/core/goals/acceptance';
import { planAccept, planDeclineGoal } from '../../../src/core/records/answerGoal';
import { setStatus } from '../../../src/core/changes/goalActions';
import { planOutline } from '../../../src/core/goals/outlineGoals';
import type { GoalNode } from '../../../src/core/snapshot/snapshot';
import { systemRandom } from '../../../src/store/nodePorts';
import type { GoalSketch } from '../../support/teamSnapshot';
import { goalId, snapshotOf } from '../../support/teamSnapshot';
import { refusalIn } from '../../support/refusalIn';

const [ANA, BO] = ['ana@example.com', 'bo@example.com'];

function nodeOf(sketch: GoalSketch): GoalNode {
  const node = snapshotOf({ team: [sketch] }).goals.get(goalId(1));
  assert.ok(node);
  return node;
}

describe('a goal made for somebody else (row 35)', () => {
  it('is proposed in the files of the team; own, personal and unassigned ones are not, nor where nobody knows who is at the keyboard', () => {
    const of = { scope: 'team', kind: 'micro', owner: BO, me: ANA } as const;
    assert.equal(assignedStatus('open', of), 'proposed');
    assert.equal(assignedStatus('open', { ...of, kind: 'commitment' }), 'proposed');
    assert.equal(assignedStatus('open', { ...of, owner: 'ANA@example.com' }), 'open');
    assert.equal(assignedStatus('open', { ...of, owner: undefined }), 'open');
    assert.equal(assignedStatus('open', { ...of, scope: 'personal' }), 'open');
    assert.equal(assignedStatus('open', { ...of, kind: 'pact' }), 'open');
    assert.equal(assignedStatus('open', { ...of, me: undefined }), 'open');
    assert.equal(assignedStatus('done', of), 'done');
  });

  it('waits when it gets another owner, and no longer when it comes to the person or to nobody', () => {
    const changes = (sketch: GoalSketch, owner: string | undefined): unknown =>
      assign(nodeOf(sketch), owner, ANA).map((change) => (change.type === 'set' ? [change.path, change.value] : []));
    const mine = { title: 'Ship', owner: ANA };
    assert.deepEqual(changes(mine, BO), [
      ['owner', BO],
      ['status', 'proposed'],
    ]);
    assert.deepEqual(changes(mine, ANA), [['owner', ANA]]);
    const proposed = { title: 'Ship', owner: BO, status: 'proposed' } as const;
    assert.deepEqual(changes(proposed, ANA), [
      ['owner', ANA],
      ['status', 'open'],
    ]);
    assert.deepEqual(changes(proposed, undefined), [
      ['owner', undefined],
      ['status', 'open'],
    ]);
  });

  it('waits also where the same edit opens it; a status that says more than open stays', () => {
    const { goal } = nodeOf({ title: 'Ship', owner: ANA, status: 'paused' });
    const of = { scope: 'team', owner: BO, me: ANA } as const;
    assert.deepEqual(reassigned(goal, { ...of, status: 'open' }), [setStatus(goalId(1), 'proposed')]);
    assert.deepEqual(reassigned(goal, { ...of, status: 'done' }), []);
    assert.deepEqual(reassigned(goal, of), []);
  });

  it('is accepted, or declined with a reason, by that person alone', () => {
    const snapshot = (me: string): ReturnType<typeof snapshotOf> =>
      snapshotOf({ team: [{ title: 'Ship', owner: BO, status: 'proposed' }], me });
    const node = nodeOf({ title: 'Ship', owner: BO, status: 'proposed' });
    assert.equal(refusalIn(planAccept(node, snapshot(ANA))), `"Ship" is proposed to ${BO}, not to you.`);
    const accepted = planAccept(node, snapshot(BO));
    assert.ok('changes' in accepted && accepted.changes.length === 1);
    assert.ok('problem' in planDeclineGoal(node, ' ', snapshot(BO), systemRandom));
    const declined = planDeclineGoal(node, 'No time', snapshot(BO), systemRandom);
    assert.ok('changes' in declined && declined.changes.length === 2);
    assert.ok('problem' in planAccept(nodeOf({ title: 'Ship', owner: BO }), snapshot(BO)));
  });

  it('of a list waits, too', () => {
    const plan = planOutline(
      [
        { text: 'Mine', status: 'open', isHeading: false, children: [] },
        { text: 'Theirs', status: 'open', isHeading: false, children: [] },
      ],
      {
        existing: [],
        parent: undefined,
        owner: ANA,
        read: (text) => ({ title: text, tags: [], problems: [], ...(text === 'Theirs' ? { owner: BO } : {}) }),
        random: systemRandom,
      },
    );
    const statuses = plan.changes.map((change) => (change.type === 'add' ? change.fields['status'] : undefined));
    assert.deepEqual(statuses, ['open', 'proposed']);
  });
});

describe('a pact', () => {
  it('is closed, not ticked, whoever asks; it may be paused and reopened', () => {
    const { goal } = nodeOf({ title: 'Answer reviews', kind: 'pact', owner: BO });
    for (const status of ['done', 'missed', 'dropped'])
      assert.equal(statusRefusal(goal, status, BO)?.problem, STATUS_REFUSALS.pact);
    for (const status of ['open', 'paused']) assert.equal(statusRefusal(goal, status, BO), undefined);
  });
});

describe('a commitment', () => {
  it('is ticked by the member who made it alone (row 13)', () => {
    const { goal } = nodeOf({ title: 'Look twice a day', kind: 'commitment', owner: BO });
    assert.equal(statusRefusal(goal, 'done', BO), undefined);
    assert.equal(statusRefusal(goal, 'done', ANA)?.problem, STATUS_REFUSALS.another);
    assert.equal(statusRefusal(goal, 'done', undefined)?.problem, STATUS_REFUSALS.nobody);
    assert.equal(statusRefusal(nodeOf({ title: 'Ship', owner: BO }).goal, 'done', ANA), undefined);
  });
});
