import assert from 'node:assert/strict';
import { okrReport } from '../../../src/core/reports/okrReport';
import type { JsonObject } from '../../../src/core/document/json';
import { cycleFactsFor } from '../../../src/core/okr/cycleFacts';
import { keptText } from '../../../src/core/okr/keptReport';
import { cyclesOf } from '../../../src/core/snapshot/cycles';
import { fillText } from '../../../src/core/text/fillText';
import { englishState } from '../../support/englishState';
import type { GoalSketch, RecordSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';
import { BREAKING, okrTeam } from '../../support/okrTeam';

describe('the report of objectives', () => {
  const team = okrTeam();
  const report = okrReport(team, fillText);

  it('has the charter on top, then the open cycles by their first day, closed ones, and what has no cycle', () => {
    assert.deepEqual(
      report.charter.map(({ type, title }) => [type, title]),
      [
        ['mission', 'Fast tools'],
        ['priority', 'Reliable'],
      ],
    );
    assert.deepEqual(
      report.cycles.map(({ cycle, objectives }) => [cycle?.title ?? null, objectives.map(({ title }) => title)]),
      [
        ['Q4', ['Start at once', 'A key result by itself', 'Docs']],
        ['Q1', []],
        ['Q3', ['Older one']],
        ['Q2', ['A key result by itself']],
        [null, ['Some day', BREAKING.shown]],
      ],
    );
  });

  it('says of each how far it is, how sure people are, and how it will come out and why (rows 29, 32)', () => {
    const [objective] = report.cycles[0]?.objectives ?? [];
    assert.ok(objective);
    const { ambition, serves, owner, outlook, keyResults } = objective;
    assert.deepEqual(
      [ambition, serves, owner, outlook],
      ['aspirational', 'Fast tools', 'Ana', { state: 'atRisk', text: 'at risk: 1 of 2 key results off track' }],
    );
    assert.deepEqual(
      keyResults.map(({ title, measure, confidence, outlook: said, ambition: own }) => [
        title,
        measure,
        confidence,
        said?.state,
        own,
      ]),
      [
        ['Start below 80 ms', '120 → 95 of 80 ms', 4, 'onTrack', null],
        ['No slow day', null, 1, 'offTrack', null],
      ],
    );
  });

  it('shows a score once it was given, or where the figures are at their end (row 36)', () => {
    const line = (cycle: number, index: number): unknown => {
      const found = report.cycles[cycle]?.objectives[index];
      return [found?.score, found?.isScoreGiven, found?.learned, found?.outlook];
    };
    assert.deepEqual(line(0, 0), [
      null,
      false,
      null,
      { state: 'atRisk', text: 'at risk: 1 of 2 key results off track' },
    ]);
    assert.deepEqual(line(0, 2), [null, false, null, null]);
    assert.deepEqual(line(2, 0), [0.4, true, 'Ask earlier', null]);
    assert.equal(report.cycles[3]?.objectives[0]?.carriedTo, 'Q4');
  });

  it('shows a closed cycle as it was kept, whatever changes, and as it is once it is open again', () => {
    const QUARTER = 'q-0000000001';
    const days = { title: 'Q4', from: '2026-10-01', to: '2026-12-31' };
    const goals = (title: string, more: JsonObject = {}): GoalSketch[] => [
      { title, kind: 'objective', more: { cycle: QUARTER, ...more } },
      { title: 'Start', kind: 'keyResult', parent: goalId(1), more: { unit: 'ms', start: 120, target: 80 } },
    ];
    const seen = (value: number, at: string) => ({ of: goalId(2), by: 'ana@example.com', value, at });
    const readings = { 'x-0000000001': seen(110, '2026-11-02'), 'x-0000000002': seen(100, '2026-11-16') };
    const before = snapshotOf({ team: goalsFile(goals('Fast'), 1, { [QUARTER]: days, ...readings }) });
    const [cycle] = cyclesOf(before);
    assert.ok(cycle);
    const kept = keptText(cycleFactsFor(cycle, before));
    const shown = (more: RecordSketch): unknown => {
      const records = { [QUARTER]: { ...days, ...more }, ...readings, 'x-0000000003': seen(80, '2026-11-17') };
      const snapshot = snapshotOf({ team: goalsFile(goals('Renamed', { score: 1 }), 1, records) });
      const [objective] = okrReport(snapshot, fillText).cycles[0]?.objectives ?? [];
      const [result] = objective?.keyResults ?? [];
      return [objective?.title, result?.measure, result?.readings?.readings.map(({ value }) => value), result?.isKept];
    };
    assert.deepEqual(shown({ closed: '2026-11-18', report: kept }), ['Fast', '120 → 100 of 80 ms', [110, 100], true]);
    assert.deepEqual(shown({}), ['Renamed', '120 → 80 of 80 ms', [110, 100, 80], false]);
  });

  it('names what serves nothing and what pulls different ways (rows 31, 33)', () => {
    assert.deepEqual(
      report.unaligned.map(({ id }) => id),
      [goalId(4), goalId(7), goalId(8)],
    );
    assert.deepEqual(
      report.conflicts.map(({ goal, to }) => [goal.title, to.title]),
      [['Some day', 'Start at once']],
    );
  });

  it('is empty for a team that has none of it, and passes the border to the page', () => {
    const nothing = okrReport(snapshotOf({ team: [{ title: 'A pact', kind: 'pact' }, { title: 'Loose' }] }), fillText);
    assert.deepEqual(nothing, Object.fromEntries(Object.keys(report).map((name) => [name, []])));
    const message = englishState(team);
    assert.deepEqual(JSON.parse(JSON.stringify(message)), message);
  });

  it('holds a long chain of key results', () => {
    const chain = Array.from({ length: 1000 }, (_, index) => ({
      title: `Step ${index}`,
      kind: 'keyResult' as const,
      ...(index === 0 ? {} : { parent: goalId(index) }),
    }));
    assert.equal(okrReport(snapshotOf({ team: chain }), fillText).cycles[0]?.objectives.length, 100);
  });
});
