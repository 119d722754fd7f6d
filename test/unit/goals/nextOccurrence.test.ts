import assert from 'node:assert/strict';
import { applyChange } from '../../../src/core/document/change';
import type { Json, JsonObject } from '../../../src/core/document/json';
import { isObject } from '../../../src/core/document/json';
import { fieldText } from '../../../src/core/model/readFieldText';
import { nextOccurrence } from '../../../src/core/goals/nextOccurrence';
import { systemHash } from '../../../src/store/nodePorts';
import { documentWith, stamperAt } from '../../support/documents';
import { goalId } from '../../support/teamSnapshot';

/** A Wednesday. */
const TODAY = '2026-11-18';

describe('a goal that repeats', () => {
  const GOAL: JsonObject = { title: 'Tidy the inbox', status: 'done', due: TODAY, owner: 'ana@example.com', score: 1 };
  const next = (fields: JsonObject, today = TODAY): Json | undefined => {
    const [change] = nextOccurrence(
      goalId(1),
      documentWith({ [goalId(1)]: { ...GOAL, ...fields } }),
      today,
      systemHash,
    );
    return change?.type === 'add' ? change.fields : undefined;
  };
  const dueOf = (fields: JsonObject, today?: string): Json | undefined => {
    const fresh = next(fields, today);
    return isObject(fresh) ? fresh['due'] : undefined;
  };

  for (const [repeat, due, today, expected] of [
    ['daily', TODAY, TODAY, '2026-11-19'],
    ['weekdays', '2026-11-20', '2026-11-20', '2026-11-23'],
    ['weekdays', '2026-11-14', TODAY, '2026-11-19'],
    ['weekly', TODAY, TODAY, '2026-11-25'],
    ['weekly', '2026-10-05', TODAY, '2026-11-23'],
    ['fortnightly', TODAY, TODAY, '2026-12-02'],
    ['monthly', '2026-01-31', '2026-02-10', '2026-02-28'],
    ['quarterly', TODAY, TODAY, '2027-02-18'],
    ['monthly', '2026-01-31', '2026-03-05', '2026-03-31'],
  ] as const)
    it(`${repeat}: due ${due}, ticked ${today}, is due again ${expected}`, () => {
      assert.equal(dueOf({ repeat, due }, today), expected);
    });

  /** Ticks a series on each of its days. */
  const daysOf = (repeat: string, due: string, count: number, fields: JsonObject = {}): string[] => {
    const days: string[] = [];
    let last: JsonObject = { ...fields, repeat };
    let day = due;
    for (let tick = 0; tick < count; tick += 1) {
      const fresh = next({ ...last, due: day }, day);
      assert.ok(isObject(fresh));
      last = fresh;
      day = fieldText(last['due']);
      days.push(day);
    }
    return days;
  };

  for (const [repeat, due, expected] of [
    ['monthly', '2027-01-31', ['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']],
    ['monthly', '2028-01-30', ['2028-02-29', '2028-03-30', '2028-04-30']],
    ['monthly', '2027-01-29', ['2027-02-28', '2027-03-29']],
    ['monthly', '2027-02-28', ['2027-03-28']],
    ['quarterly', '2027-08-31', ['2027-11-30', '2028-02-29', '2028-05-31']],
    ['quarterly', '2027-11-30', ['2028-02-29', '2028-05-30']],
  ] as const)
    it(`${repeat} from ${due} keeps its day of the month`, () => {
      assert.deepEqual(daysOf(repeat, due, expected.length), expected);
    });

  it('keeps the day to which somebody moves it, and any value that a hand wrote is harmless', () => {
    assert.deepEqual(daysOf('monthly', '2027-04-29', 2, { dueDay: 31 }), ['2027-05-29', '2027-06-29']);
    for (const dueDay of ['31', 0, 99, 30.5, null])
      assert.deepEqual(daysOf('monthly', '2027-02-28', 1, { dueDay }), ['2027-03-28'], String(dueDay));
  });

  it('begins anew with what it says, and without what belonged to the one that is done', () => {
    assert.deepEqual(next({ repeat: 'weekly' }), {
      title: 'Tidy the inbox',
      owner: 'ana@example.com',
      repeat: 'weekly',
      status: 'open',
      due: '2026-11-25',
    });
    assert.equal(next({}), undefined);
    assert.equal(next({ repeat: 'sometimes' }), undefined);
  });

  it('is one goal for two people who tick it at once, and comes back where its first tick was undone', () => {
    const before = documentWith({ [goalId(1)]: { ...GOAL, repeat: 'weekly' } });
    const [change] = nextOccurrence(goalId(1), before, TODAY, systemHash);
    assert.ok(change);
    assert.deepEqual(nextOccurrence(goalId(1), before, '2026-11-19', systemHash)[0]?.id, change.id);
    const after = applyChange(before, change, stamperAt(1));
    assert.deepEqual(nextOccurrence(goalId(1), after, TODAY, systemHash), []);
    const undone = applyChange(after, { type: 'set', id: change.id, path: 'deleted', value: true }, stamperAt(2));
    assert.deepEqual(nextOccurrence(goalId(1), undone, TODAY, systemHash), [
      { type: 'set', id: change.id, path: 'deleted', value: false },
    ]);
  });
});
