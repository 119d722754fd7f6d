import assert from 'node:assert/strict';
import { kudosKind } from '../../../src/core/model/kudos';
import { balanceOf } from '../../../src/core/team/balance';
import { KUDOS_REFUSALS, kudosReceiver, rewardToGrant } from '../../../src/core/together/kudosRule';
import { planAdd } from '../../../src/core/records/planRecord';
import type { RecordValues } from '../../../src/core/changes/recordActions';
import { teamReport } from '../../../src/core/reports/teamReport';
import { winsOf } from '../../../src/core/together/wins';
import { commitOf, goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

const ANA = 'ana@example.com';
const BO = 'bo@example.com';

describe('wins of a week (row 3)', () => {
  const goals = [
    { title: 'Fresh', status: 'done', daysAgo: 1, owner: ANA },
    { title: 'Old', status: 'done', daysAgo: 9 },
    { title: 'Open', daysAgo: 1 },
    { title: 'Kept', kind: 'pact', status: 'done', daysAgo: 0 },
  ] as const;
  const others = {
    'm-0000000001': { goal: goalId(3), title: 'Half way', reached: '2026-11-16', daysAgo: 30 },
    'm-0000000002': { goal: goalId(3), title: 'Before', reached: '2026-11-15', daysAgo: 30 },
    'k-0000000001': { goal: goalId(1), by: BO, to: { [ANA]: true }, note: 'Thanks', daysAgo: 1.5 },
    'k-0000000002': { goal: goalId(4), by: BO, note: 'Cake', grants: true, daysAgo: 0.5 },
  };
  const personal = [{ title: 'Mine', status: 'done', daysAgo: 1.2 }] as const;
  const snapshot = snapshotOf({ team: goalsFile(goals, 1, others), personal, people: { [ANA]: 'Ana', [BO]: 'Bo' } });
  const lines = (weeksAgo?: number): string[] => winsOf(snapshot, weeksAgo).map(({ what, text }) => `${what}: ${text}`);

  it('are what was reached since Monday, the latest first: goals, pacts, milestones, kudos, rewards', () => {
    assert.deepEqual(lines(), [
      'pact: Kept',
      'reward: Cake',
      'goal: Fresh',
      'goal: Mine',
      'kudos: Thanks',
      'milestone: Half way',
    ]);
    assert.deepEqual(lines(1), ['milestone: Before', 'goal: Old']);
  });

  it('stand in the team panel by name, without what is personal', () => {
    const { wins } = teamReport(snapshot);
    assert.deepEqual(wins.find(({ what }) => what === 'kudos')?.to, ['Ana']);
    assert.ok(!wins.some(({ text }) => text === 'Mine'));
  });
});

describe('kudos (row 21)', () => {
  const commit = { ...commitOf(goalId(1)), author: { name: 'Bo', email: BO } };
  const more = { reward: 'Cake' };
  const goals = [
    { title: 'Ship', owner: ANA },
    { title: 'Kept', kind: 'pact', status: 'done', more },
    { title: 'Under way', kind: 'pact', more },
    { title: 'No reward', kind: 'pact', status: 'done' },
  ] as const;
  const others = { 'c-0000000001': { goal: goalId(1), by: BO, note: 'half' } };
  const snapshot = snapshotOf({ team: goalsFile(goals, 1, others), me: ANA, commits: [commit] });
  const facts = {
    random: { bytes: (count: number) => new Uint8Array(count) },
    tickOf: () => Promise.resolve(undefined),
  };
  const problemOf = async (goal: string, values: RecordValues): Promise<unknown> => {
    const said = { goal, by: ANA, note: 'x', ...values };
    const plan = await planAdd({ kind: kudosKind, values: said, scope: 'team' }, snapshot, facts);
    return 'problem' in plan
      ? plan.problem
      : plan.changes.map((change) => 'fields' in change && change.fields['commit']);
  };

  it('are for others, and for what is there; a commit is named in full', async () => {
    assert.equal(await problemOf(goalId(1), { to: { [ANA]: true } }), KUDOS_REFUSALS.self);
    assert.equal(await problemOf(goalId(2), { checkIn: 'c-0000000001' }), KUDOS_REFUSALS.checkIn);
    assert.equal(await problemOf(goalId(1), { commit: 'HEAD' }), KUDOS_REFUSALS.commit);
    assert.deepEqual(await problemOf(goalId(1), { commit: commit.commit.slice(0, 8) }), [commit.commit]);
  });

  it('grant the reward of a pact that names one and was kept', async () => {
    assert.equal(await problemOf(goalId(1), { grants: true }), KUDOS_REFUSALS.noReward);
    assert.equal(await problemOf(goalId(3), { grants: true }), KUDOS_REFUSALS.notKept);
    assert.deepEqual(await problemOf(goalId(2), { grants: true }), [undefined]);
    const rewards = [2, 3, 4].map((number) => rewardToGrant(snapshot.goals.get(goalId(number)), snapshot));
    assert.deepEqual(rewards, ['Cake', undefined, undefined]);
  });

  it('are meant for who committed or said it, else for the owner', () => {
    const node = snapshot.goals.get(goalId(1));
    const record = snapshot.records.get('c-0000000001');
    assert.ok(node && record);
    assert.deepEqual(
      [kudosReceiver(node, {}), kudosReceiver(node, { commit: commit.commit }), kudosReceiver(node, { record })],
      [ANA, BO, BO],
    );
  });
});

describe('balance of operations, delivery and growth (row 4)', () => {
  it('counts goals by their tag, or by that of the goal above', () => {
    const goals = [
      { title: 'Run', tags: ['ops'] },
      { title: 'Backup', parent: goalId(1), status: 'done' },
      { title: 'Alerts', parent: goalId(1), tags: ['delivery', 'growth'] },
      { title: 'Loose' },
      { title: 'Dropped', status: 'dropped', tags: ['ops'] },
    ] as const;
    assert.deepEqual(
      balanceOf(snapshotOf({ team: goals })).map(({ area, open, done }) => [area, open, done]),
      [
        ['ops', 0, 1],
        ['delivery', 1, 0],
        ['growth', 1, 0],
        ['other', 1, 0],
      ],
    );
  });

  it('is not shown while no goal is in an area', () => {
    assert.deepEqual(balanceOf(snapshotOf({ team: [{ title: 'Loose' }] })), []);
  });
});
