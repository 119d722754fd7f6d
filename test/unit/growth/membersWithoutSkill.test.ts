import assert from 'node:assert/strict';
import { membersWithoutSkill, skillGoals } from '../../../src/core/growth/membersWithoutSkill';
import type { GoalNode, Snapshot } from '../../../src/core/snapshot/snapshot';
import type { GoalSketch, RecordSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

const ANA = 'ana@example.com';
const BO = 'bo@example.com';

function nodeOf(number: number, snapshot: Snapshot): GoalNode {
  const node = snapshot.goals.get(goalId(number));
  assert.ok(node);
  return node;
}

describe('development that is not forgotten (row 23)', () => {
  const without = (team: readonly GoalSketch[], personal: readonly GoalSketch[] = []): readonly string[] => {
    const snapshot = snapshotOf({ team, personal, me: ANA });
    return membersWithoutSkill(nodeOf(1, snapshot), snapshot);
  };
  const pact: readonly GoalSketch[] = [
    { title: 'Review fast', kind: 'pact', owner: ANA },
    { title: 'Look twice', kind: 'commitment', parent: goalId(1), owner: BO },
  ];

  it('is said of a pact whose parties have no skill goal, their own personal one counted', () => {
    assert.deepEqual(without(pact), [ANA, BO]);
    assert.deepEqual(without([...pact, { title: 'Learn', owner: BO, tags: ['growth'] }]), [ANA]);
    assert.deepEqual(without(pact, [{ title: 'Learn', tags: ['skill'] }]), [BO]);
  });

  it('is the same where the skill goals were looked for once for many goals', () => {
    const reached: GoalSketch = { title: 'Learn', owner: BO, tags: ['growth'], status: 'done', parent: goalId(1) };
    const dropped: GoalSketch = { title: 'Draw', owner: ANA, tags: ['skill'], status: 'dropped' };
    const snapshot = snapshotOf({ team: [...pact, reached, dropped], me: ANA });
    const skills = skillGoals(snapshot);
    assert.deepEqual([[...skills.open], [...skills.reached]], [[], [[goalId(3), BO]]]);
    assert.deepEqual(membersWithoutSkill(nodeOf(1, snapshot), snapshot, skills), [ANA]);
  });

  it('counts one that was reached only where it belongs to the pact', () => {
    const reached: GoalSketch = { title: 'Learn', owner: BO, tags: ['growth'], status: 'done' };
    assert.deepEqual(without([...pact, reached]), [ANA, BO]);
    assert.deepEqual(without([...pact, { ...reached, parent: goalId(1) }]), [ANA]);
  });

  it('is said of an objective for the people of its cycle, and of nothing else', () => {
    const cycle: RecordSketch = { title: 'Q4', from: '2026-10-01', to: '2026-12-31' };
    const more = { cycle: 'q-0000000001' };
    const goals: readonly GoalSketch[] = [
      { title: 'Fast reviews', kind: 'objective', owner: ANA, more },
      { title: 'Within a day', kind: 'keyResult', parent: goalId(1), owner: BO },
      { title: 'Elsewhere', owner: 'cy@example.com' },
    ];
    const snapshot = snapshotOf({ team: goalsFile(goals, 1, { 'q-0000000001': cycle }) });
    assert.deepEqual(membersWithoutSkill(nodeOf(1, snapshot), snapshot), [ANA, BO]);
    assert.deepEqual(membersWithoutSkill(nodeOf(3, snapshot), snapshot), []);
  });
});
