import assert from 'node:assert/strict';
import type { Change } from '../../../src/core/document/change';
import type { FileReading } from '../../../src/core/document/fileReading';
import type { JsonObject } from '../../../src/core/document/json';
import { confirmationKind } from '../../../src/core/model/confirmation';
import type { LinkedCommit } from '../../../src/core/snapshot/linkedCommit';
import type { Tick } from '../../../src/core/changes/kindRule';
import { planAdd, planEdit } from '../../../src/core/records/planRecord';
import { recordsOfKind } from '../../../src/core/snapshot/recordNode';
import type { Verification } from '../../../src/core/goals/verification';
import { CONFIRMATION_REFUSALS } from '../../../src/core/goals/confirmationRule';
import { verificationOf } from '../../../src/core/goals/verification';
import { commitOf, goalId, goalsFile, NOON, snapshotOf } from '../../support/teamSnapshot';

const HOUR = 60 * 60 * 1000;
const CLAIMED = NOON - 2 * 24 * HOUR;
const DONE = goalsFile([{ title: 'Ship', status: 'done', owner: 'ana@example.com', daysAgo: 2 }]);

function confirmed(by: string, at: number, more: JsonObject = {}): FileReading {
  assert.ok(DONE.state === 'ok');
  const record = { goal: goalId(1), by, claimed: new Date(at).toISOString(), ...more };
  const records = new Map([...DONE.document.records, ['y-0000000001', record] as const]);
  return { ...DONE, document: { ...DONE.document, records } };
}

function verified(team: FileReading, commits: readonly LinkedCommit[] = []): Verification | undefined {
  const snapshot = snapshotOf({ team, commits });
  const node = snapshot.goals.get(goalId(1));
  return node && verificationOf(node, snapshot);
}

describe('verificationOf', () => {
  it('says nothing of what is not done or personal', () => {
    assert.equal(verified(goalsFile([{ title: 'Ship' }])), undefined);
    const snapshot = snapshotOf({ personal: [{ title: 'Mine', status: 'done' }] });
    const node = snapshot.goals.get(goalId(9001));
    assert.ok(node);
    assert.equal(verificationOf(node, snapshot), undefined);
  });

  it('takes the word of somebody else for the present claim only', () => {
    assert.deepEqual(verified(DONE), { state: 'claimed' });
    assert.deepEqual(verified(confirmed('bo@example.com', CLAIMED)), { state: 'verified', person: 'bo@example.com' });
    assert.deepEqual(
      verified(confirmed('bo@example.com', CLAIMED - HOUR)),
      { state: 'claimed' },
      'of an earlier claim',
    );
    assert.deepEqual(verified(confirmed('bo@example.com', CLAIMED, { deleted: true })), { state: 'claimed' });
    assert.deepEqual(verified(confirmed('ana@example.com', CLAIMED)), { state: 'claimed' }, 'of the owner');
  });

  it('takes a closing commit that is merged, and not the word of its author', () => {
    const closing = (state: LinkedCommit['state'], email = 'ana@example.com'): LinkedCommit => ({
      ...commitOf(goalId(1)),
      date: CLAIMED - HOUR,
      author: { name: 'Cy', email },
      goals: [{ id: goalId(1), closes: true }],
      state,
    });
    assert.deepEqual(verified(DONE, [closing('here')]), { state: 'claimed' });
    assert.equal(verified(DONE, [closing('merged')])?.state, 'verified');
    assert.deepEqual(verified(confirmed('cy@example.com', CLAIMED), [closing('here', 'cy@example.com')]), {
      state: 'claimed',
    });
  });
});

describe('a co-author of the commit that closes a goal', () => {
  const closing: LinkedCommit = {
    ...commitOf(goalId(1)),
    date: CLAIMED - HOUR,
    author: { name: 'Cy', email: 'cy@example.com' },
    coAuthors: [{ name: 'Bo', email: 'bo@example.com' }],
    goals: [{ id: goalId(1), closes: true }],
    state: 'here',
  };

  it('is no other person: neither word counts, the word of a third one does', () => {
    const confirmedBy = (email: string): Verification | undefined => verified(confirmed(email, CLAIMED), [closing]);
    assert.deepEqual(confirmedBy('bo@example.com'), { state: 'claimed' });
    assert.deepEqual(confirmedBy('BO@example.com'), { state: 'claimed' });
    assert.deepEqual(confirmedBy('zoe@example.com'), { state: 'verified', person: 'zoe@example.com' });
  });

  it('of a commit that only works on the goal is one', () => {
    const working = { ...closing, goals: [{ id: goalId(1), closes: false }] };
    assert.deepEqual(verified(confirmed('bo@example.com', CLAIMED), [working]), {
      state: 'verified',
      person: 'bo@example.com',
    });
  });
});

describe('a new confirmation', () => {
  const random = { bytes: (count: number) => new Uint8Array(count) };
  const BY_ANA = { isFromHere: false, author: 'ana@example.com' };
  const DONE_FOR_BO = goalsFile([{ title: 'Ship', status: 'done', owner: 'bo@example.com', daysAgo: 2 }]);

  async function confirm(
    me: string,
    tick: Tick | undefined,
    team: FileReading = DONE,
    commits: readonly LinkedCommit[] = [],
  ): Promise<{ problem: string } | Change[]> {
    const snapshot = snapshotOf({ team, me, commits });
    const values = { goal: goalId(1), by: me };
    const facts = { random, tickOf: () => Promise.resolve(tick) };
    const plan = await planAdd({ kind: confirmationKind, values, scope: 'team' }, snapshot, facts);
    return 'problem' in plan ? plan : [...plan.changes];
  }

  it('names the claim it is about', async () => {
    const [change] = (await confirm('bo@example.com', BY_ANA)) as Change[];
    assert.ok(change?.type === 'add');
    assert.deepEqual(change.fields, {
      goal: goalId(1),
      by: 'bo@example.com',
      claimed: new Date(CLAIMED).toISOString(),
    });
  });

  it('is not made by who ticked or owns the goal, nor twice, nor of what is open', async () => {
    const own = { problem: CONFIRMATION_REFUSALS.own };
    assert.deepEqual(await confirm('ana@example.com', BY_ANA, DONE_FOR_BO), own);
    assert.deepEqual(await confirm('cy@example.com', { isFromHere: true, author: undefined }), own, 'not committed');
    assert.deepEqual(await confirm('ana@example.com', { isFromHere: false, author: 'bo@example.com' }), own, 'owner');
    const once = confirmed('bo@example.com', CLAIMED);
    assert.deepEqual(await confirm('bo@example.com', BY_ANA, once), { problem: CONFIRMATION_REFUSALS.confirmed });
    const helped = {
      ...commitOf(goalId(1)),
      date: CLAIMED - HOUR,
      coAuthors: [{ name: 'Bo', email: 'bo@example.com' }],
      goals: [{ id: goalId(1), closes: true }],
    };
    assert.deepEqual(await confirm('bo@example.com', BY_ANA, DONE, [helped]), own, 'a co-author of what closes it');
    const open = goalsFile([{ title: 'Ship' }]);
    assert.deepEqual(await confirm('bo@example.com', BY_ANA, open), { problem: CONFIRMATION_REFUSALS.notDone });
    assert.deepEqual(await confirm('bo@example.com', undefined), { problem: CONFIRMATION_REFUSALS.noGit });
  });

  it('does not move to another goal, where nobody asked who ticked', () => {
    const snapshot = snapshotOf({ team: confirmed('bo@example.com', CLAIMED), me: 'bo@example.com' });
    const [node] = recordsOfKind(confirmationKind, snapshot);
    assert.ok(node);
    assert.match(JSON.stringify(planEdit(node, { goal: goalId(2) }, snapshot)), /it stays with its goal/);
    assert.ok('changes' in planEdit(node, { goal: goalId(1), note: 'seen' }, snapshot));
  });
});
