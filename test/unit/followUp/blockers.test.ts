import assert from 'node:assert/strict';
import { daysBlocked, openBlockers } from '../../../src/core/followUp/blockers';
import { planClear, planSolving } from '../../../src/core/records/planBlocker';
import { blockerKind } from '../../../src/core/model/blocker';
import { isOf } from '../../../src/core/snapshot/recordNode';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { teamReport } from '../../../src/core/reports/teamReport';
import { waitingOnMe } from '../../../src/core/team/waiting';
import type { GoalSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf, TODAY } from '../../support/teamSnapshot';

const ANA = 'ana@example.com';
const BO = 'bo@example.com';
const BLOCKER = 'b-0000000001';

function blocked(more: object = {}, goals: readonly GoalSketch[] = [], me = ANA): Snapshot {
  const record = { goal: goalId(1), note: 'no key', needs: BO, since: '2026-11-13', ...more };
  const sketches: GoalSketch[] = [{ title: 'Ship', owner: ANA }, ...goals];
  return snapshotOf({ team: goalsFile(sketches, 1, { [BLOCKER]: record }), me });
}

function facts(): Parameters<typeof planSolving>[3] {
  let next = 0;
  const random = { bytes: (count: number) => new Uint8Array(count).fill((next += 8)) };
  return { random, tickOf: () => Promise.resolve(undefined) };
}

function daysOf(snapshot: Snapshot): number | undefined {
  const node = snapshot.goals.get(goalId(1));
  assert.ok(node);
  return daysBlocked(node, snapshot);
}

describe('blockers', () => {
  it('one ages until somebody says how it was cleared', () => {
    assert.equal(daysOf(blocked()), 5);
    assert.equal(daysOf(blocked({ resolution: 'new key' })), undefined);
    assert.equal(daysOf(blocked({ since: '2027-01-01' })), 0, 'a day ahead counts as today');
  });

  it('the team panel has the days of a goal that is open', () => {
    const lines = teamReport(blocked({}, [{ title: 'Free' }])).people.flatMap(({ goals }) => goals);
    assert.deepEqual(
      lines.map((line) => [line.title, line.blocked]),
      [
        ['Ship', 5],
        ['Free', null],
      ],
    );
  });

  it('one is cleared when every goal that was to remove it is closed and one of them done', () => {
    const actions = { [goalId(2)]: true, [goalId(3)]: true };
    const open = (...statuses: readonly ('open' | 'done' | 'dropped')[]): number => {
      const goals = statuses.map((status) => ({ title: status, status, parent: goalId(1) }));
      return openBlockers(goalId(1), blocked({ actions }, goals)).length;
    };
    assert.equal(open('open', 'done'), 1);
    assert.equal(open('done', 'dropped'), 0);
    assert.equal(open('dropped', 'dropped'), 1);
  });

  it('one waits for the person it needs, as long as the goal is not closed', () => {
    const waiting = (snapshot: Snapshot): unknown[] => waitingOnMe(snapshot).map(({ what, record }) => [what, record]);
    assert.deepEqual(waiting(blocked({}, [], BO)), [['blocker', BLOCKER]]);
    assert.deepEqual(waiting(blocked({}, [], ANA)), []);
    assert.deepEqual(waiting(blocked({ resolution: 'done' }, [], BO)), []);
  });

  it('is cleared by anybody, with or without a word', () => {
    const snapshot = blocked({}, [], BO);
    const node = snapshot.records.get(BLOCKER);
    assert.ok(isOf(node, blockerKind));
    const plan = planClear(node, ' ', snapshot);
    assert.ok('changes' in plan);
    assert.deepEqual(plan.changes, [{ type: 'set', id: BLOCKER, path: 'resolution', value: 'cleared' }]);
  });
});

describe('solving a problem together', () => {
  it('is one step: a meeting, goals below the blocked one, and that they remove the blocker', async () => {
    const snapshot = blocked();
    const node = snapshot.records.get(BLOCKER);
    assert.ok(isOf(node, blockerKind));
    const actions = [
      { title: 'Ask for a key', tags: [] },
      { title: 'Store it', tags: [], owner: BO },
    ];
    const plan = await planSolving(node, { attendees: [ANA, BO], actions }, snapshot, facts());
    assert.ok('changes' in plan);
    const added = plan.changes.flatMap((change) => (change.type === 'add' ? [change] : []));
    assert.deepEqual(
      added.map(({ fields }) => [fields['title'] ?? fields['when'], fields['status'] ?? fields['attendees']]),
      [
        ['Ask for a key', 'open'],
        ['Store it', 'proposed'],
        [TODAY, { [ANA]: true, [BO]: true }],
      ],
    );
    assert.ok(added.slice(0, 2).every(({ fields }) => fields['parent'] === goalId(1)));
    const named = plan.changes.flatMap((change) => (change.type === 'set' ? [change.path] : []));
    assert.deepEqual(
      named,
      added.slice(0, 2).map(({ id }) => `actions/${id}`),
    );
  });

  it('without an action nothing is solved', async () => {
    const snapshot = blocked();
    const node = snapshot.records.get(BLOCKER);
    assert.ok(isOf(node, blockerKind));
    assert.ok('problem' in (await planSolving(node, { attendees: [], actions: [] }, snapshot, facts())));
  });
});
