import assert from 'node:assert/strict';
import { GOAL_STATUSES } from '../../../src/core/model/goal';
import { isClosed, isClosedStatus, isOverdue } from '../../../src/core/snapshot/goalStanding';
import { snapshotOf } from '../../support/teamSnapshot';

describe('the standing of a goal', () => {
  const snapshot = snapshotOf({ team: GOAL_STATUSES.map((status) => ({ title: status, status, due: '2026-11-01' })) });
  const statuses = (is: (node: Parameters<typeof isClosed>[0]) => boolean): string[] =>
    [...snapshot.goals.values()].filter(is).map(({ goal }) => goal.status);

  it('is closed once it is reached, missed or given up', () => {
    assert.deepEqual(statuses(isClosed).sort(), ['done', 'dropped', 'missed']);
    assert.deepEqual([isClosedStatus('done'), isClosedStatus('open'), isClosedStatus(undefined)], [true, false, false]);
  });

  it('is overdue only while somebody is meant to reach it, and not on its day', () => {
    assert.deepEqual(
      statuses((node) => isOverdue(node, snapshot.calendar)),
      ['open'],
    );
    const today = snapshotOf({ team: [{ title: 'Today', due: snapshot.calendar.today }, { title: 'Someday' }] });
    assert.deepEqual(
      [...today.goals.values()].filter((node) => isOverdue(node, today.calendar)),
      [],
    );
  });
});
