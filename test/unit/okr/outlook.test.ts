import assert from 'node:assert/strict';
import type { JsonObject } from '../../../src/core/document/json';
import { breachesOf } from '../../../src/core/okr/kpis';
import { measureText, outlookWord, reasonText } from '../../../src/core/okr/okrTexts';
import { outlookOf } from '../../../src/core/okr/outlook';
import { isSuccess, proposedScore } from '../../../src/core/okr/score';
import type { GoalNode, Snapshot } from '../../../src/core/snapshot/snapshot';
import { fillText } from '../../../src/core/text/fillText';
import type { GoalSketch, RecordSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

const QUARTER = 'q-0000000001';
const ANA = 'ana@example.com';
const KPI = 'u-0000000001';
/** On the day of the snapshots 49 of its 92 days are half gone or gone. */
const CYCLE: RecordSketch = { title: 'Q4', from: '2026-10-01', to: '2026-12-31' };
const MEASURE: JsonObject = { unit: 'ms', start: 120, target: 80 };

function told(value: number, more: JsonObject = {}): RecordSketch {
  return { of: goalId(2), by: ANA, value, ...more };
}

function sure(confidence: number, daysAgo: number): RecordSketch {
  return { goal: goalId(2), by: ANA, note: 'well', confidence, daysAgo };
}

/** @param daysAgo when the goals were made; before the cycle began unless told otherwise. */
function okr(
  others: Readonly<Record<string, RecordSketch>> = {},
  more: JsonObject = {},
  result: JsonObject = MEASURE,
  daysAgo = 60,
) {
  const team: GoalSketch[] = [
    { title: 'Fast', kind: 'objective', daysAgo, more: { cycle: QUARTER, ...more } },
    { title: 'Start below 80 ms', kind: 'keyResult', parent: goalId(1), daysAgo, more: result },
  ];
  return snapshotOf({ team: goalsFile(team, 1, { [QUARTER]: CYCLE, ...others }) });
}

function nodeOf(snapshot: Snapshot, number: number): GoalNode {
  const node = snapshot.goals.get(goalId(number));
  assert.ok(node);
  return node;
}

function said(snapshot: Snapshot, number: number): readonly string[] {
  const outlook = outlookOf(nodeOf(snapshot, number), snapshot);
  assert.ok(outlook);
  return [outlookWord(outlook.state, fillText), ...outlook.reasons.map((reason) => reasonText(reason, fillText))];
}

describe('the measure of a key result (row 28: quantifiable metrics)', () => {
  const shares: readonly (readonly [string, JsonObject, number, number])[] = [
    ['downwards', MEASURE, 95, 0.625],
    ['upwards', { start: 20, target: 40 }, 25, 0.25],
    ['the wrong way', MEASURE, 150, 0],
    ['beyond the target', MEASURE, 60, 1],
    ['of a level that is held', { start: 99.9, target: 99.9 }, 99.95, 1],
    ['of a level that is just held', { start: 5, target: 5 }, 5, 1],
    ['of a level that is lost', { start: 99.9, target: 99.9 }, 99.8, 0],
    ['of a level that lies below', { start: 5, target: 5, direction: 'down' }, 4, 1],
    ['of a level below that is lost', { start: 5, target: 5, direction: 'down' }, 6, 0],
    ['from 0 without a start', { target: 10 }, 5, 0.5],
    ['from 0 to something negative', { target: -10 }, -5, 0.5],
    ['to 0 from the first reading', { target: 0 }, 5, 0],
    ['downwards from the first reading', { target: 80, direction: 'down' }, 70, 1],
  ];
  for (const [name, measure, value, share] of shares) {
    it(`computes the progress ${name}`, () => {
      const snapshot = okr({ 'x-0000000001': told(value) }, {}, measure);
      assert.equal(nodeOf(snapshot, 2).progress, share);
      assert.equal(nodeOf(snapshot, 1).progress, share, 'rolled up to the objective');
    });
  }

  it('takes the latest value, whatever was said without one since, and says it in words', () => {
    const snapshot = okr({
      'x-0000000001': told(60, { daysAgo: 2 }),
      'x-0000000002': told(95, { daysAgo: 1 }),
      'c-0000000003': { goal: goalId(2), by: ANA, note: 'on it', daysAgo: 0 },
      'x-0000000004': told(81, { daysAgo: 0, deleted: true }),
    });
    const { measure, done, total } = nodeOf(snapshot, 2);
    assert.ok(measure);
    assert.equal(measureText(measure, fillText), '120 → 95 of 80 ms');
    assert.deepEqual([done, total], [0, 1]);
  });

  it('leaves a goal to its tick and its children until a value is told', () => {
    const { measure, progress } = nodeOf(okr(), 2);
    assert.ok(measure);
    assert.deepEqual([progress, measureText(measure, fillText)], [0, '120 → 80 ms, not measured yet']);
  });

  it('is all of it once the goal is done', () => {
    const team: GoalSketch[] = [{ title: 'Fast', kind: 'keyResult', status: 'done', more: MEASURE }];
    const file = goalsFile(team, 1, { 'x-0000000001': { of: goalId(1), by: ANA, value: 100 } });
    assert.equal(nodeOf(snapshotOf({ team: file }), 1).progress, 1);
  });
});

describe('the outlook (row 63: on track, at risk, off track)', () => {
  it('compares progress with the time of the cycle that is gone', () => {
    assert.deepEqual(said(okr({ 'x-0000000001': told(100) }), 2), ['on track', '50 % done, 52 % of the time gone']);
    assert.deepEqual(said(okr({ 'x-0000000001': told(108) }), 2), ['at risk', '30 % done, 52 % of the time gone']);
    assert.deepEqual(said(okr({ 'x-0000000001': told(116) }), 2), ['off track', '10 % done, 52 % of the time gone']);
  });

  it('takes the time of the cycle for a goal that was written down late in it, too', () => {
    const late = okr({ 'x-0000000001': told(100) }, {}, MEASURE, 0);
    for (const number of [1, 2])
      assert.deepEqual(said(late, number), ['on track', '50 % done, 52 % of the time gone'], String(number));
  });

  it('ends the time of a goal on its own day if that lies in the cycle', () => {
    const of = (due: string): readonly string[] => said(okr({ 'x-0000000001': told(108) }, {}, { ...MEASURE, due }), 2);
    assert.deepEqual(of('2026-11-30'), ['off track', '30 % done, 79 % of the time gone']);
    assert.deepEqual(of('2026-11-17'), ['off track', '30 % done, and the time is over']);
    for (const outside of ['2026-09-30', '2027-01-15'])
      assert.deepEqual(of(outside), ['at risk', '30 % done, 52 % of the time gone'], outside);
  });

  it('begins without a cycle with a reading that is older than the goal', () => {
    const team: GoalSketch[] = [{ title: 'Fast', kind: 'keyResult', due: '2026-12-17', daysAgo: 1, more: MEASURE }];
    const at = (day: string): Snapshot =>
      snapshotOf({ team: goalsFile(team, 1, { 'x-0000000001': { of: goalId(1), by: ANA, value: 100, at: day } }) });
    assert.deepEqual(said(at('2026-10-20'), 1), ['on track', '50 % done, 50 % of the time gone']);
    assert.deepEqual(said(at('2026-11-18'), 1), ['on track', '50 % done, 4 % of the time gone']);
  });

  it('asks less of an aspirational goal: seven tenths are a success', () => {
    const of = (value: number): Snapshot => okr({ 'x-0000000001': told(value) }, { ambition: 'aspirational' });
    assert.deepEqual(said(of(92), 2), ['on track', '70 % done']);
    assert.deepEqual(said(of(108), 2), ['on track', '30 % done, 52 % of the time gone']);
    assert.ok(isSuccess(0.7, nodeOf(of(92), 2), of(92)));
    assert.ok(!isSuccess(0.7, nodeOf(okr(), 2), okr()), 'a committed one is kept whole or not');
  });

  it('takes the time from its making to its day where there is no cycle, and says where there is none', () => {
    const team: GoalSketch[] = [
      { title: 'Fast', kind: 'objective', due: '2026-11-21', daysAgo: 26 },
      { title: 'Late', kind: 'objective', due: '2026-11-17', daysAgo: 26 },
      { title: 'Some day', kind: 'objective' },
      { title: 'Micro' },
    ];
    const snapshot = snapshotOf({ team });
    assert.deepEqual(said(snapshot, 1), ['off track', '0 % done, 88 % of the time gone']);
    assert.deepEqual(said(snapshot, 2), ['off track', '0 % done, and the time is over']);
    assert.deepEqual(said(snapshot, 3), ['on track', '0 % done, no time set']);
    assert.equal(outlookOf(nodeOf(snapshot, 4), snapshot), undefined);
  });

  it('hears the latest confidence and open blockers', () => {
    const measured = { 'x-0000000001': told(100) };
    const asked = okr({ ...measured, 'c-0000000001': sure(5, 2), 'c-0000000002': sure(2, 1) });
    assert.deepEqual(said(asked, 2), ['at risk', 'confidence 2 of 5']);
    const blocker: RecordSketch = { goal: goalId(2), note: 'no machine' };
    const blocked = { 'x-0000000001': told(100), 'b-0000000001': blocker };
    assert.deepEqual(said(okr(blocked), 2), ['at risk', 'open blockers: 1']);
    const cleared = { ...blocked, 'b-0000000001': { ...blocker, resolution: 'bought one' } };
    assert.equal(said(okr(cleared), 2)[0], 'on track');
  });

  it('tells of an objective how many of its key results are off track', () => {
    assert.deepEqual(said(okr({ 'x-0000000001': told(116) }), 1), [
      'off track',
      '1 of 1 key results off track',
      '10 % done, 52 % of the time gone',
    ]);
  });

  it('is at risk where the measure is worse than at the start, or a level is lost', () => {
    const begun: RecordSketch = { ...CYCLE, from: '2026-11-18' };
    const of = (value: number, measure: JsonObject): readonly string[] =>
      said(okr({ [QUARTER]: begun, 'x-0000000001': told(value) }, { ambition: 'aspirational' }, measure), 2);
    const worse = nodeOf(okr({ 'x-0000000001': told(140) }), 2);
    assert.equal(worse.progress, 0);
    assert.deepEqual(of(140, MEASURE), ['at risk', 'worse than at the start: 140 ms']);
    assert.deepEqual(of(99.8, { start: 99.9, target: 99.9, unit: '%' }), [
      'at risk',
      'not held: 99.8 %, at least 99.9 %',
    ]);
    assert.deepEqual(of(99.95, { start: 99.9, target: 99.9 })[0], 'on track');
  });

  it('a KPI out of its bounds flags the goals that it guards even at 100 % (row 28)', () => {
    const uptime: RecordSketch = { title: 'Uptime', unit: '%', floor: 99, goals: { [goalId(2)]: true } };
    const seen = (value: number, daysAgo: number): RecordSketch => ({ of: KPI, by: ANA, value, daysAgo });
    const reached = { 'x-0000000001': told(80), [KPI]: uptime };
    const broken = okr({ ...reached, 'x-0000000002': seen(98.2, 0) });
    assert.equal(nodeOf(broken, 2).progress, 1);
    assert.deepEqual(said(broken, 2), ['off track', 'out of bounds: Uptime is 98.2 %, at least 99 %']);
    const cost = { title: 'Cost', ceiling: 10, goals: { [goalId(1)]: true, [goalId(2)]: true } };
    const high = okr({ ...reached, [KPI]: cost, 'x-0000000002': seen(12, 0) });
    for (const number of [1, 2])
      assert.deepEqual(said(high, number).slice(0, 2), ['off track', 'out of bounds: Cost is 12, at most 10']);
    const mended = okr({ ...reached, 'x-0000000002': seen(98.2, 2), 'x-0000000003': seen(99, 1) });
    assert.deepEqual(breachesOf(goalId(2), mended), []);
    const unknown = okr(reached);
    assert.deepEqual(breachesOf(goalId(2), unknown), []);
  });
});

describe('the score that is proposed', () => {
  it('is the progress, of an objective the mean of its key results by weight', () => {
    const team: GoalSketch[] = [
      { title: 'Fast', kind: 'objective' },
      { title: 'A', kind: 'keyResult', parent: goalId(1), more: { start: 0, target: 3 } },
      { title: 'B', kind: 'keyResult', parent: goalId(1), weight: 3, status: 'missed', more: { score: 0.6 } },
      { title: 'C', kind: 'keyResult', parent: goalId(1), status: 'dropped' },
      { title: 'a part', parent: goalId(1) },
    ];
    const snapshot = snapshotOf({ team: goalsFile(team, 1, { 'x-0000000001': told(1) }) });
    assert.equal(proposedScore(nodeOf(snapshot, 2), snapshot), 0.33);
    assert.equal(proposedScore(nodeOf(snapshot, 1), snapshot), 0.53);
    assert.equal(proposedScore(nodeOf(snapshot, 1), snapshot, new Map([[goalId(2), 1]])), 0.7);
  });
});
