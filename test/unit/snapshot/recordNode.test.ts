import assert from 'node:assert/strict';
import { blockerKind } from '../../../src/core/model/blocker';
import { checkInKind } from '../../../src/core/model/checkIn';
import { objectiveKind } from '../../../src/core/model/objective';
import { isOf, recordsAt, recordsOfKind } from '../../../src/core/snapshot/recordNode';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

const ANA = 'ana@example.com';
const SNAPSHOT = snapshotOf({
  team: goalsFile([{ title: 'Ship', kind: 'objective' }, { title: 'Measure' }], 1, {
    'c-0000000001': { goal: goalId(1), by: ANA, note: 'Half done', confidence: 4, daysAgo: 1 },
    'c-0000000002': { goal: goalId(1), by: ANA, note: 'Begun', confidence: 'high', daysAgo: 2 },
    'c-0000000003': { goal: goalId(2), by: ANA, note: 'Found a way' },
    'b-0000000001': { goal: goalId(1), note: 'no key' },
  }),
});

describe('records of a kind', () => {
  it('are those of all goals or of one, the oldest first, with values of the types that the kind declares', () => {
    const values = recordsOfKind(checkInKind, SNAPSHOT).map((node) => node.values);
    const notes: (string | undefined)[] = values.map(({ note }) => note);
    assert.deepEqual(notes, ['Found a way', 'Begun', 'Half done']);
    // What does not fit reads as absent.
    const confidences: (number | undefined)[] = values.map(({ confidence }) => confidence);
    assert.deepEqual(confidences, [undefined, undefined, 4]);
    const ids = recordsAt(goalId(1), checkInKind, SNAPSHOT).map(({ id }) => id);
    assert.deepEqual(ids, ['c-0000000002', 'c-0000000001']);
    assert.deepEqual(recordsAt(goalId(3), checkInKind, SNAPSHOT), []);
  });

  it('may be goals', () => {
    const titles = recordsOfKind(objectiveKind, SNAPSHOT).map(({ values }): string | undefined => values.title);
    assert.deepEqual(titles, ['Ship']);
  });

  it('are told from records of other kinds', () => {
    const node = SNAPSHOT.records.get('b-0000000001');
    assert.equal(isOf(node, checkInKind), false);
    assert.equal(isOf(undefined, checkInKind), false);
    assert.ok(isOf(node, blockerKind));
    assert.equal(node.values.note, 'no key');
  });
});
