import assert from 'node:assert/strict';
import { reviewKind } from '../../../src/core/model/review';
import { recordBeginning } from '../../../src/core/records/recordBeginning';
import { reviewsAhead } from '../../../src/core/followUp/reviewsDue';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { waitingOnMe } from '../../../src/core/team/waiting';
import { goalId, goalsFile, snapshotOf, TODAY } from '../../support/teamSnapshot';

const ANA = 'ana@example.com';

function reviewed(status: 'open' | 'done' = 'open'): Snapshot {
  const records = {
    'i-0000000001': { goal: goalId(1), by: ANA, to: '2026-10-01', next: '2026-11-01', daysAgo: 40 },
    'i-0000000002': { goal: goalId(1), by: ANA, to: '2026-11-01', next: '2026-11-16', daysAgo: 17 },
    'i-0000000003': { by: ANA, to: '2026-11-01', next: '2026-12-01', daysAgo: 17 },
  };
  return snapshotOf({ team: goalsFile([{ title: 'Ship', status, daysAgo: 60 }], 1, records), me: ANA });
}

describe('regular reviews', () => {
  it('the latest review of a goal names the day of the next one; when it has come, it waits', () => {
    assert.deepEqual(
      reviewsAhead(reviewed()).map(({ goal, due }) => [goal, due]),
      [
        [goalId(1), '2026-11-16'],
        [undefined, '2026-12-01'],
      ],
    );
    assert.deepEqual(
      waitingOnMe(reviewed()).map(({ what, goal }) => [what, goal]),
      [['review', goalId(1)]],
    );
    assert.equal(reviewsAhead(reviewed('done')).length, 1, 'a closed goal is looked back on no more');
  });

  it('its rhythm goes on where the latest names no day: by the cadence of its goal, else after as long as the last time', () => {
    const again = (cadence: string | undefined, named: string | undefined): unknown => {
      const more = cadence === undefined ? {} : { cadence };
      const goals = [{ title: 'Ship', daysAgo: 60, more }];
      const records = {
        'i-0000000001': {
          goal: goalId(1),
          to: '2026-10-01',
          daysAgo: 40,
          ...(named === undefined ? {} : { next: named }),
        },
        'i-0000000002': { goal: goalId(1), to: '2026-11-01', daysAgo: 17 },
      };
      return reviewsAhead(snapshotOf({ team: goalsFile(goals, 1, records), me: ANA })).map(({ due }) => due);
    };
    assert.deepEqual(again('monthly', undefined), ['2026-12-01']);
    assert.deepEqual(again('weekly', '2026-10-31'), ['2026-11-08']);
    assert.deepEqual(again(undefined, '2026-10-31'), ['2026-12-01']);
    assert.deepEqual(again('never', undefined), []);
    assert.deepEqual(again(undefined, undefined), []);
  });

  it('a new one begins with the days since the last one', () => {
    const { from, to, by } = recordBeginning(reviewKind, goalId(1), reviewed());
    assert.deepEqual([from, to, by], ['2026-11-02', TODAY, ANA]);
    const first = snapshotOf({ team: [{ title: 'Ship', daysAgo: 3 }], me: ANA });
    assert.equal(recordBeginning(reviewKind, goalId(1), first)['from'], '2026-11-15');
    assert.equal(recordBeginning(reviewKind, undefined, first)['from'], undefined);
  });
});
