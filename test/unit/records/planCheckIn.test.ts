import assert from 'node:assert/strict';
import { planCheckIn } from '../../../src/core/records/planCheckIn';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import type { GoalSketch, RecordSketch, SnapshotSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';
import { refusalIn } from '../../support/refusalIn';

const ANA = 'ana@example.com';

function team(
  goals: readonly GoalSketch[],
  records: Readonly<Record<string, RecordSketch>> = {},
  more: SnapshotSketch = {},
): Snapshot {
  return snapshotOf({ team: goalsFile(goals, 1, records), me: ANA, ...more });
}

const PACT: GoalSketch = { title: 'Faster builds', kind: 'pact', owner: ANA, daysAgo: 20 };

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
    });
  });

  it('refuses an empty one, a measure where none is, and nobody', async () => {
    assert.match(String(await plan(PACT, { note: ' ' })), /Note must not be empty/);
    assert.match(String(await plan(PACT, { note: 'x', value: 1 })), /has no measure/);
    assert.match(String(await plan(PACT, { note: 'x' }, { me: undefined })), /By must not be empty|git does not know/);
  });
});
