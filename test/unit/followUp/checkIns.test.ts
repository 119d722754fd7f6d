import assert from 'node:assert/strict';
import type { LinkedCommit } from '../../../src/core/snapshot/linkedCommit';
import { checkInsAhead, checkInsDue } from '../../../src/core/followUp/checkInsDue';
import { checkInTarget, standUpGoals } from '../../../src/core/followUp/checkInTarget';
import { checkInText, ENGLISH, readCheckInText } from '../../../src/core/followUp/checkInText';
import { draftCheckIn } from '../../../src/core/followUp/draftCheckIn';
import { planCheckIn } from '../../../src/core/records/planCheckIn';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import type { GoalSketch, RecordSketch, SnapshotSketch } from '../../support/teamSnapshot';
import { commitOf, goalId, goalsFile, NOON, snapshotOf } from '../../support/teamSnapshot';
import { refusalIn } from '../../support/refusalIn';

const ANA = 'ana@example.com';
const BO = 'bo@example.com';
const DAY = 24 * 60 * 60 * 1000;

function team(
  goals: readonly GoalSketch[],
  records: Readonly<Record<string, RecordSketch>> = {},
  more: SnapshotSketch = {},
): Snapshot {
  return snapshotOf({ team: goalsFile(goals, 1, records), me: ANA, ...more });
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

describe('the draft of a check-in', () => {
  const goals: GoalSketch[] = [
    PACT,
    { title: 'Cache warm-up', owner: ANA, parent: goalId(1), status: 'done', daysAgo: 1 },
    { title: 'Long done', owner: ANA, parent: goalId(1), status: 'done', daysAgo: 9 },
    { title: 'Shard tests', owner: ANA, parent: goalId(1) },
    { title: 'Of Bo', owner: BO, parent: goalId(1), status: 'done', daysAgo: 1 },
  ];
  const commit = (id: string, subject: string, more: Partial<LinkedCommit> = {}): LinkedCommit => ({
    ...commitOf(id),
    commit: subject,
    subject,
    ...more,
  });
  const commits = [
    commit(goalId(4), 'Shard by file'),
    commit(goalId(1), 'Pin the runner'),
    commit(goalId(1), 'On a branch', { state: 'branch' }),
    commit(goalId(1), 'Before that', { date: NOON - 8 * DAY }),
    commit(goalId(1), 'By Bo', { author: { name: 'Bo', email: BO } }),
  ];
  const records = {
    'c-0000000001': said(ANA, 4, { confidence: 4 }),
    'b-0000000001': { goal: goalId(1), note: 'no runner', needs: BO, since: '2026-11-15' },
    'b-0000000002': { goal: goalId(1), note: 'cleared', resolution: 'new key' },
  };

  it("is of the person's own commits and ticks since they said something last", () => {
    const snapshot = team(goals, records, { commits, people: { [BO]: 'Bo' } });
    const node = snapshot.goals.get(goalId(1));
    assert.ok(node);
    const text = checkInText(draftCheckIn(node, ANA, snapshot), ENGLISH, snapshot);
    assert.equal(
      text,
      'Done: Pin the runner, Cache warm-up; In flight: On a branch, Shard tests; ' +
        'Blocked: no runner (waits for Bo, 3 days) · 4/5',
    );
    assert.deepEqual(draftCheckIn(node, BO, snapshot).done, ['By Bo', 'Of Bo']);
  });

  it('says so where there is nothing to say, and shortens what is long', () => {
    const snapshot = team([PACT]);
    const empty = { done: [], inFlight: [], blocked: [], confidence: undefined };
    assert.equal(checkInText(empty, ENGLISH, snapshot), 'No news');
    const done = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    assert.equal(checkInText({ ...empty, done }, ENGLISH, snapshot), 'Done: a, b, c, d, e, 2 more');
  });

  it('reads the confidence at the end of what was typed', () => {
    assert.deepEqual(readCheckInText('Done: a · 4/5'), { note: 'Done: a', confidence: 4 });
    assert.deepEqual(readCheckInText('form done 2/5 '), { note: 'form done', confidence: 2 });
    assert.deepEqual(readCheckInText('page 14/5'), { note: 'page 14/5', confidence: undefined });
    assert.deepEqual(readCheckInText('3/5'), { note: '', confidence: 3 });
  });
});

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
    const snapshot = snapshotOf({ team: [PACT], personal, active: goalId(9001), me: ANA });
    assert.equal(checkInTarget(snapshot)?.goal.id, goalId(1));
    assert.deepEqual(
      standUpGoals(snapshot).map(({ goal }) => goal.id),
      [goalId(1)],
    );
  });
});

const FACTS = {
  random: { bytes: (count: number) => new Uint8Array(count) },
  tickOf: () => Promise.resolve(undefined),
};

describe('planCheckIn', () => {
  const measured: GoalSketch = { title: 'Latency', kind: 'keyResult', owner: ANA, more: { unit: 'ms', target: 12 } };
  const plan = async (
    sketch: GoalSketch,
    said: Parameters<typeof planCheckIn>[1],
    more: Partial<Snapshot> = {},
  ): Promise<unknown> => {
    const snapshot = { ...team([sketch]), ...more };
    const node = snapshot.goals.get(goalId(1));
    assert.ok(node);
    const planned = await planCheckIn(node, said, snapshot, FACTS);
    if ('problem' in planned) return refusalIn(planned);
    const [change] = planned.changes;
    return change?.type === 'add' ? change.fields : undefined;
  };

  it('writes what was said, by whom and of what; a measure alone is enough', async () => {
    assert.deepEqual(await plan(PACT, { note: ' fine ', confidence: 4 }), {
      goal: goalId(1),
      by: ANA,
      note: 'fine',
      confidence: 4,
    });
    assert.deepEqual(await plan(measured, { note: '', value: 20 }), {
      goal: goalId(1),
      by: ANA,
      note: '20 ms',
      value: 20,
    });
  });

  it('refuses an empty one, a measure where none is, and nobody', async () => {
    assert.match(String(await plan(PACT, { note: ' ' })), /Note must not be empty/);
    assert.match(String(await plan(PACT, { note: 'x', value: 1 })), /has no measure/);
    assert.match(String(await plan(PACT, { note: 'x' }, { me: undefined })), /By must not be empty|git does not know/);
  });
});
