import assert from 'node:assert/strict';
import { applyChanges } from '../../../src/core/document/change';
import { createStamper } from '../../../src/core/document/stamp';
import { groupMine } from '../../../src/core/goals/focus';
import { keepGoal } from '../../../src/core/goals/keepGoal';
import { goalId, goalsFile, NOON, snapshotOf } from '../../support/teamSnapshot';

const ANA = 'ana@example.com';

describe('Still true?', () => {
  it('a goal untouched for long that is kept stands among the open ones again, as it was', () => {
    const file = goalsFile([{ title: 'Old', owner: ANA, daysAgo: 30 }]);
    assert.ok(file.state === 'ok');
    const before = snapshotOf({ team: file, me: ANA });
    assert.equal(groupMine(before).get('stale')?.length, 1);
    const changes = keepGoal({ id: goalId(1), pinned: false });
    const document = applyChanges(file.document, changes, createStamper({ now: () => NOON }, 'bbbb'));
    const after = snapshotOf({ team: { ...file, document }, me: ANA });
    const [kept] = groupMine(after).get('open') ?? [];
    assert.deepEqual([kept?.goal.id, kept?.goal.status, kept?.goal.pinned], [goalId(1), 'open', false]);
  });
});
