import assert from 'node:assert/strict';
import type { FileReading } from '../../../src/core/document/fileReading';
import type { JsonObject } from '../../../src/core/document/json';
import type { LinkedCommit } from '../../../src/core/model/linkedCommit';
import type { Verification } from '../../../src/core/rules/verification';
import { verificationOf } from '../../../src/core/rules/verification';
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
