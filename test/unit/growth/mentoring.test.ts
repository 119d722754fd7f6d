import assert from 'node:assert/strict';
import { adviceAwaited, possibleMentors } from '../../../src/core/growth/mentoring';
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

describe('mentoring (row 32)', () => {
  const awaited = (records: Readonly<Record<string, RecordSketch>>, goal: Partial<GoalSketch> = {}): unknown => {
    const sketch = { title: 'Lead a design', owner: ANA, more: { mentor: 'Bo@example.com' }, ...goal };
    const snapshot = snapshotOf({ team: goalsFile([sketch], 1, records), me: BO });
    return adviceAwaited(snapshot, BO).map(({ goal: id, record }) => [id, record]);
  };
  const said = { goal: goalId(1), by: ANA };
  const assessment = { ...said, wanted: 4, now: 2, daysAgo: 5 };

  it('waits for the mentor once the mentee assesses, is blocked, doubts or asks, until there is advice', () => {
    assert.deepEqual(awaited({}), []);
    assert.deepEqual(awaited({ 'a-0000000001': assessment }), [[goalId(1), 'a-0000000001']]);
    assert.deepEqual(awaited({ 'b-0000000001': { ...said, note: 'No time' } }), [[goalId(1), 'b-0000000001']]);
    assert.deepEqual(awaited({ 'c-0000000001': { ...said, note: 'Hm', confidence: 2 } }), [
      [goalId(1), 'c-0000000001'],
    ]);
    assert.deepEqual(awaited({ 'c-0000000001': { ...said, note: 'Fine', confidence: 4 } }), []);
    assert.deepEqual(awaited({ 'f-0000000001': { ...said, note: 'How?' } }), [[goalId(1), 'f-0000000001']]);
    const advice = { goal: goalId(1), by: BO, type: 'advice', note: 'Ask first', daysAgo: 1 };
    assert.deepEqual(awaited({ 'a-0000000001': assessment, 'f-0000000001': advice }), []);
    assert.deepEqual(awaited({ 'a-0000000001': { ...assessment, daysAgo: 0 }, 'f-0000000001': advice }), [
      [goalId(1), 'a-0000000001'],
    ]);
  });

  it('waits for nobody on a closed goal, or one without that mentor', () => {
    assert.deepEqual(awaited({ 'a-0000000001': assessment }, { status: 'done' }), []);
    assert.deepEqual(awaited({ 'a-0000000001': assessment }, { more: {} }), []);
    assert.deepEqual(awaited({ 'a-0000000001': { ...assessment, by: BO } }), []);
  });

  it('may be done by anybody but whose goal it is: a personal one is of the person at the keyboard', () => {
    const people = { [ANA]: 'Ana', [BO]: 'Bo' };
    const snapshot = snapshotOf({
      team: [{ title: 'Lead', owner: BO }],
      personal: [{ title: 'Ask' }],
      people,
      me: ANA,
    });
    assert.deepEqual(possibleMentors(nodeOf(1, snapshot), snapshot), [[ANA, 'Ana']]);
    assert.deepEqual(possibleMentors(nodeOf(9001, snapshot), snapshot), [[BO, 'Bo']]);
  });

  it('leaves what is personal with its person', () => {
    const personal = [{ title: 'Ask for a raise', owner: ANA, more: { mentor: BO } }];
    const snapshot = snapshotOf({ personal, me: BO });
    assert.deepEqual(adviceAwaited(snapshot, BO), []);
  });
});
