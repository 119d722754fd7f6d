import assert from 'node:assert/strict';
import { checkInsAhead, checkInsDue } from '../../../src/core/followUp/checkInsDue';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import type { GoalSketch, RecordSketch, SnapshotSketch } from '../../support/teamSnapshot';
import { agreed, goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

const ANA = 'ana@example.com';
const BO = 'bo@example.com';

function team(
  goals: readonly GoalSketch[],
  records: Readonly<Record<string, RecordSketch>> = {},
  more: SnapshotSketch = {},
): Snapshot {
  return agreed(snapshotOf({ team: goalsFile(goals, 1, records), me: ANA, ...more }));
}

function said(by: string, daysAgo: number, more: RecordSketch = {}): RecordSketch {
  return { goal: goalId(1), by, note: 'said', daysAgo, ...more };
}

const PACT: GoalSketch = { title: 'Faster builds', kind: 'pact', owner: ANA, daysAgo: 20 };

function ahead(snapshot: Snapshot): [string, string, string][] {
  const due = [ANA, BO, 'cy@example.com'].flatMap((person) => checkInsAhead(snapshot, person));
  return due.map((each) => [each.goal.goal.id, each.person, each.due]);
}

describe('check-ins ahead', () => {
  it('a pact is due weekly for its owner and for every member with a commitment', () => {
    const goals: GoalSketch[] = [
      PACT,
      { title: 'Split the suite', kind: 'commitment', owner: BO, parent: goalId(1) },
      { title: 'Given up', kind: 'commitment', owner: 'cy@example.com', parent: goalId(1), status: 'dropped' },
    ];
    const snapshot = team(goals, { 'c-0000000001': said(BO, 9), 'c-0000000002': said(BO, 2) });
    assert.deepEqual(ahead(snapshot), [
      [goalId(1), ANA, '2026-11-05'],
      [goalId(1), BO, '2026-11-23'],
    ]);
    assert.deepEqual(
      [ANA, BO].map((person) => checkInsDue(snapshot, person).length),
      [1, 0],
    );
  });

  it('a key result of a running cycle is due weekly for its owner, or for the owner of its objective, unless it says otherwise', () => {
    const due = (
      cycle: RecordSketch,
      more: GoalSketch['more'] = {},
      { owner, above }: { readonly owner?: string; readonly above?: string } = { above: BO },
    ): unknown => {
      const goals: GoalSketch[] = [
        { title: 'Fast', kind: 'objective', owner: above, daysAgo: 20, more: { cycle: 'q-0000000001' } },
        { title: 'Start', kind: 'keyResult', parent: goalId(1), daysAgo: 20, more: { target: 80, ...more }, owner },
      ];
      return ahead(team(goals, { 'q-0000000001': { title: 'Q4', ...cycle } })).map(([, person, day]) => [person, day]);
    };
    const running = { from: '2026-10-01', to: '2026-12-31' };
    assert.deepEqual(due(running), [[BO, '2026-11-05']]);
    assert.deepEqual(due(running, {}, { owner: ANA, above: BO }), [[ANA, '2026-11-05']]);
    assert.deepEqual(due({ from: '2026-11-10', to: '2026-12-31' }), [[BO, '2026-11-17']], 'not before it begins');
    assert.deepEqual(due(running, { cadence: 'monthly' }), [[BO, '2026-11-29']]);
    assert.deepEqual(due(running, { cadence: 'never' }), []);
    assert.deepEqual(due({ ...running, facilitator: ANA }), [[BO, '2026-11-05']]);
    assert.deepEqual(due({ ...running, facilitator: ANA }, {}, {}), [[ANA, '2026-11-05']], 'whoever closes it');
    assert.deepEqual(due(running, {}, {}), [], 'nobody to ask');
    for (const idle of [
      { from: '2026-12-01', to: '2026-12-31' },
      { from: '2026-07-01', to: '2026-09-30' },
      { ...running, closed: '2026-11-17' },
    ])
      assert.deepEqual(due(idle), []);
  });

  const cadences: readonly (readonly [string, string[]])[] = [
    ['daily', ['2026-11-17']],
    ['fortnightly', ['2026-11-30']],
    ['monthly', ['2026-12-16']],
    ['quarterly', ['2027-02-16']],
    ['never', []],
  ];
  for (const [cadence, due] of cadences) {
    it(`a goal that says ${cadence} is due so`, () => {
      const snapshot = team([{ title: 'Any goal', owner: ANA, daysAgo: 2, more: { cadence } }]);
      assert.deepEqual(
        ahead(snapshot).map(([, , day]) => day),
        due,
      );
    });
  }

  it('nothing is due that is not open, or that never said how often', () => {
    assert.deepEqual(
      ahead(
        team([
          { ...PACT, status: 'proposed' },
          { title: 'Plain', owner: ANA, daysAgo: 99 },
        ]),
      ),
      [],
    );
  });
});
