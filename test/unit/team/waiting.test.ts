import assert from 'node:assert/strict';
import { waitingOnMe } from '../../../src/core/team/waiting';
import { goalId, snapshotOf } from '../../support/teamSnapshot';

const ANA = 'ana@example.com';

describe('what waits for a person', () => {
  it('is a goal of the team that others made for them', () => {
    const team = [
      { title: 'Mine to accept', status: 'proposed', owner: ANA },
      { title: 'Proposed to another', status: 'proposed', owner: 'bo@example.com' },
      { title: 'Accepted', status: 'open', owner: ANA },
    ] as const;
    const waiting = waitingOnMe(snapshotOf({ team, me: ANA }));
    assert.deepEqual(
      waiting.map(({ what, goal }) => [what, goal]),
      [['accept', goalId(1)]],
    );
  });

  it('is nothing where nobody knows who that is', () => {
    const snapshot = snapshotOf({ team: [{ title: 'Whose?', status: 'proposed', owner: ANA }] });
    assert.deepEqual(waitingOnMe({ ...snapshot, me: undefined }), []);
  });
});
