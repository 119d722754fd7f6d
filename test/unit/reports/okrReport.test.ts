import assert from 'node:assert/strict';
import { okrReport } from '../../../src/core/reports/okrReport';
import { fillText } from '../../../src/core/text/fillText';
import { englishState } from '../../support/englishState';
import { goalId, snapshotOf } from '../../support/teamSnapshot';
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
