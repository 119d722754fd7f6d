import assert from 'node:assert/strict';
import type { JsonObject } from '../../../src/core/document/json';
import { brokenGuards } from '../../../src/core/okr/guards';
import { measureText, outlookWord, reasonText } from '../../../src/core/okr/okrTexts';
import { outlookOf } from '../../../src/core/okr/outlook';
import { isSuccess, proposedScore } from '../../../src/core/okr/score';
import type { GoalNode, Snapshot } from '../../../src/core/snapshot/snapshot';
import { fillText } from '../../../src/core/text/fillText';
import type { GoalSketch, RecordSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

const QUARTER = 'q-0000000001';
const ANA = 'ana@example.com';
/** On the day of the snapshots 49 of its 92 days are half gone or gone. */
const CYCLE: RecordSketch = { title: 'Q4', from: '2026-10-01', to: '2026-12-31' };
const MEASURE: JsonObject = { unit: 'ms', start: 120, target: 80 };

function told(value: number, more: JsonObject = {}): RecordSketch {
  return { goal: goalId(2), by: ANA, note: 'measured', value, ...more };
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
    ['with nowhere to go, kept', { start: 5, target: 5 }, 5, 1],
    ['with nowhere to go, lost', { start: 5, target: 5 }, 6, 0],
  ];
  for (const [name, measure, value, share] of shares) {
    it(`computes the progress ${name}`, () => {
      const snapshot = okr({ 'c-0000000001': told(value) }, {}, measure);
      assert.equal(nodeOf(snapshot, 2).progress, share);
      assert.equal(nodeOf(snapshot, 1).progress, share, 'rolled up to the objective');
    });
  }

  it('takes the latest value, whatever was said without one since, and says it in words', () => {
    const snapshot = okr({
      'c-0000000001': told(60, { daysAgo: 2 }),
      'c-0000000002': told(95, { daysAgo: 1 }),
      'c-0000000003': { goal: goalId(2), by: ANA, note: 'on it', daysAgo: 0 },
      'c-0000000004': told(81, { daysAgo: 0, deleted: true }),
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
    const file = goalsFile(team, 1, { 'c-0000000001': { goal: goalId(1), by: ANA, note: 'm', value: 100 } });
    assert.equal(nodeOf(snapshotOf({ team: file }), 1).progress, 1);
  });
});

describe('the outlook (row 63: on track, at risk, off track)', () => {
  it('compares progress with the time of the cycle that is gone', () => {
    assert.deepEqual(said(okr({ 'c-0000000001': told(100) }), 2), ['on track', '50 % done, 52 % of the time gone']);
    assert.deepEqual(said(okr({ 'c-0000000001': told(108) }), 2), ['at risk', '30 % done, 52 % of the time gone']);
    assert.deepEqual(said(okr({ 'c-0000000001': told(116) }), 2), ['off track', '10 % done, 52 % of the time gone']);
  });

  it('counts the time of what is added late from the day it was added', () => {
    assert.equal(said(okr(), 1)[0], 'off track');
    assert.deepEqual(said(okr({}, {}, MEASURE, 0), 1), ['on track', '0 % done, 1 % of the time gone']);
  });

  it('asks less of an aspirational goal: seven tenths are a success', () => {
    const of = (value: number): Snapshot => okr({ 'c-0000000001': told(value) }, { ambition: 'aspirational' });
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
    const sure = told(100, { confidence: 5, daysAgo: 2 });
    const unsure = told(100, { confidence: 2, daysAgo: 1 });
    assert.deepEqual(said(okr({ 'c-0000000001': sure, 'c-0000000002': unsure }), 2), ['at risk', 'confidence 2 of 5']);
    const blocker: RecordSketch = { goal: goalId(2), note: 'no machine' };
    const blocked = { 'c-0000000001': told(100), 'b-0000000001': blocker };
    assert.deepEqual(said(okr(blocked), 2), ['at risk', 'open blockers: 1']);
    const cleared = { ...blocked, 'b-0000000001': { ...blocker, resolution: 'bought one' } };
    assert.equal(said(okr(cleared), 2)[0], 'on track');
  });

  it('tells of an objective how many of its key results are off track', () => {
    assert.deepEqual(said(okr({ 'c-0000000001': told(116) }), 1), [
      'off track',
      '1 of 1 key results off track',
      '10 % done, 52 % of the time gone',
    ]);
  });

  it('a broken guard flags the goal even at 100 % (row 28: guards)', () => {
    const guard: RecordSketch = { goal: goalId(2), title: 'Uptime', unit: '%', floor: 99, now: 98.2 };
    const broken = okr({ 'c-0000000001': told(80), 'u-0000000001': guard });
    assert.equal(nodeOf(broken, 2).progress, 1);
    assert.deepEqual(said(broken, 2), ['off track', 'guard broken: Uptime is 98.2 %, at least 99 %']);
    const ceiling: RecordSketch = { goal: goalId(2), title: 'Cost', ceiling: 10, now: 12 };
    const high = okr({ 'c-0000000001': told(80), 'u-0000000001': ceiling });
    assert.deepEqual(said(high, 2), ['off track', 'guard broken: Cost is 12, at most 10']);
    const kept = okr({
      'u-0000000001': { ...guard, now: 99 },
      'u-0000000002': { goal: goalId(2), title: 'x', floor: 1 },
    });
    assert.deepEqual(brokenGuards(goalId(2), kept), []);
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
    const snapshot = snapshotOf({ team: goalsFile(team, 1, { 'c-0000000001': told(1) }) });
    assert.equal(proposedScore(nodeOf(snapshot, 2), snapshot), 0.33);
    assert.equal(proposedScore(nodeOf(snapshot, 1), snapshot), 0.53);
    assert.equal(proposedScore(nodeOf(snapshot, 1), snapshot, new Map([[goalId(2), 1]])), 0.7);
  });
});
