import assert from 'node:assert/strict';
import type { LinkedCommit } from '../../../src/core/snapshot/linkedCommit';
import { checkInText, ENGLISH, readCheckInText } from '../../../src/core/followUp/checkInText';
import { draftCheckIn } from '../../../src/core/followUp/draftCheckIn';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import type { GoalSketch, RecordSketch, SnapshotSketch } from '../../support/teamSnapshot';
import { commitOf, goalId, goalsFile, NOON, snapshotOf } from '../../support/teamSnapshot';

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
