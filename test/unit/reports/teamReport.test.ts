import assert from 'node:assert/strict';
import { teamReport } from '../../../src/core/reports/teamReport';
import { readText } from '../../support/documents';
import { englishState } from '../../support/englishState';
import { largeTeam, sampleTeam } from '../../support/sampleTeam';
import { commitOf, goalId, snapshotOf } from '../../support/teamSnapshot';

const titles = (lines: readonly { readonly title: string }[]): string[] => lines.map(({ title }) => title);

describe('teamReport', () => {
  describe('the shared file', () => {
    it('is absent where there is none', () => {
      assert.deepEqual(teamReport(snapshotOf({})).file, { state: 'absent' });
    });

    it('says where a broken one is broken', () => {
      const { file } = teamReport(snapshotOf({ team: readText('{\n  "version": 1,\n  "records": {,}\n}\n') }));
      assert.equal(file.state, 'broken');
      assert.ok('problem' in file);
      assert.equal(file.problem.line, 3);
      assert.equal(file.problem.column, 15);
      assert.match(file.problem.message, /not valid JSON/);
    });

    it('says why it is read-only, and shows its goals', () => {
      const record = '"g-0000000001": { "title": "Later", "created": "20261118T000000000Z-0000-aaaa" }';
      const report = teamReport(snapshotOf({ team: readText(`{ "version": 2, "records": { ${record} } }`) }));
      assert.equal(report.file.state, 'readOnly');
      assert.ok('problem' in report.file);
      assert.match(report.file.problem.message, /version 2/);
      assert.equal(report.totals.goals, 1);
    });
  });

  it('holds nothing of a personal goal', () => {
    const report = teamReport(
      snapshotOf({
        team: [{ title: 'Shared', owner: 'ana@example.com' }],
        personal: [
          { title: 'Ask for a raise', owner: 'secret@example.com', due: '2026-11-19' },
          { title: 'A secret objective', kind: 'objective' },
          { title: 'A secret success', status: 'done' },
          { title: 'Serves the team in secret', parent: goalId(1) },
        ],
        active: goalId(9001),
        me: 'secret@example.com',
      }),
    );
    assert.doesNotMatch(JSON.stringify(report), /raise|secret|g-0000009/i);
    assert.deepEqual(report.totals, { goals: 1, done: 0, total: 1, merged: 0, unmerged: 0, overdue: 0 });
  });

  describe('larger goals', () => {
    it('stand in the order of the tree, with depth and roll-up, the closed ones last', () => {
      const { larger } = teamReport(sampleTeam());
      assert.deepEqual(
        larger.map(({ title, depth, done, total }) => [title, depth, `${done}/${total}`]),
        [
          ['A new user is productive on the first day', 0, '2/6'],
          ['Setup takes less than ten minutes', 1, '1/3'],
          ['Every error names its remedy', 1, '1/3'],
          ['Reviews are answered within a day', 0, '1/2'],
          ['Pair once a week', 0, '0/1'],
          ['Ship release 3.2', 0, '1/1'],
        ],
      );
    });

    it('name owner, day, children and commits', () => {
      const [objective, keyResult] = teamReport(sampleTeam()).larger;
      assert.deepEqual(objective?.owner, { name: 'Ana Ito', isMe: true });
      assert.equal(objective.due, '2026-12-18');
      assert.equal(objective.children, 2);
      assert.equal(keyResult?.commits, 2);
    });

    it('leave out what was dropped, and all below it', () => {
      const { larger } = teamReport(
        snapshotOf({
          team: [
            { title: 'Dropped', kind: 'objective', status: 'dropped' },
            { title: 'Below', kind: 'keyResult', parent: goalId(1) },
          ],
        }),
      );
      assert.deepEqual(larger, []);
    });
  });

  describe('who works on what', () => {
    it('lists people by name, whatever they have to do, and goals without an owner last', () => {
      const { people } = teamReport(sampleTeam());
      assert.deepEqual(
        people.map(({ person }) => person?.name ?? null),
        ['Ana Ito', 'Bo Larsen', 'Cy Okafor', null],
      );
    });

    it('sorts names without regard to case and accents', () => {
      const owners = ['zoe', 'Émil', 'anna', 'Bert'];
      const { people } = teamReport(snapshotOf({ team: owners.map((owner) => ({ title: owner, owner })) }));
      assert.deepEqual(
        people.map(({ person }) => person?.name),
        ['anna', 'bert', 'émil', 'zoe'],
      );
    });

    it('puts the active goal first, then by day; closed goals are not there', () => {
      const ana = teamReport(sampleTeam()).people[0];
      assert.deepEqual(titles(ana?.goals ?? []), [
        'Measure the start of the server',
        'Fix the login test that fails on Fridays',
        'A new user is productive on the first day',
        'Link each message to its page of the handbook',
      ]);
      assert.equal(ana?.goals[0]?.active, true);
    });
  });

  describe('due soon', () => {
    const due = (day: string, status: 'open' | 'done' | 'paused' = 'open') => ({ title: day, due: day, status });

    it('takes what is late and the next 14 days, by day', () => {
      const { dueSoon, totals } = teamReport(
        snapshotOf({
          team: ['2026-12-03', '2026-12-02', '2026-11-18', '2026-11-17', '2025-01-01'].map((day) => due(day)),
        }),
      );
      assert.deepEqual(titles(dueSoon), ['2025-01-01', '2026-11-17', '2026-11-18', '2026-12-02']);
      assert.deepEqual(
        dueSoon.map(({ overdue }) => overdue),
        [true, true, false, false],
      );
      assert.equal(totals.overdue, 2);
    });

    it('takes open goals only', () => {
      const { dueSoon, totals } = teamReport(
        snapshotOf({ team: [due('2026-11-17', 'done'), due('2026-11-17', 'paused')] }),
      );
      assert.deepEqual(dueSoon, []);
      assert.equal(totals.overdue, 0);
    });
  });

  it('calls a micro goal unaligned when no larger goal stands above it at any height', () => {
    const { unaligned } = teamReport(
      snapshotOf({
        team: [
          { title: 'Pact', kind: 'pact' },
          { title: 'Part', parent: goalId(1) },
          { title: 'Part of a part', parent: goalId(2) },
          { title: 'Alone' },
          { title: 'Below one alone', parent: goalId(4) },
          { title: 'Alone and done', status: 'done' },
        ],
      }),
    );
    assert.deepEqual(titles(unaligned), ['Alone', 'Below one alone']);
  });

  it('keeps what was done in the last seven days, latest first', () => {
    const done = (title: string, daysAgo: number) => ({ title, daysAgo, status: 'done' as const });
    const { doneLately } = teamReport(snapshotOf({ team: [done('six', 6), done('eight', 8), done('one', 1)] }));
    assert.deepEqual(titles(doneLately), ['one', 'six']);
  });

  it('shows characters that hide or reorder as escapes, on one line', () => {
    const { unaligned, people } = teamReport(
      snapshotOf({ team: [{ title: 'pay\u202egpj.exe\n\u200bnow', owner: 'a\u2066b@example.com' }] }),
    );
    assert.deepEqual(titles(unaligned), ['pay\\u202egpj.exe \\u200bnow']);
    assert.equal(people[0]?.person?.name, 'a\\u2066b@example.com');
  });

  it('counts the commits of a goal and of no person', () => {
    const report = teamReport(
      snapshotOf({
        team: [{ title: 'One', owner: 'ana@example.com' }],
        commits: [commitOf(goalId(1)), commitOf(goalId(1), goalId(2))],
      }),
    );
    assert.equal(report.unaligned[0]?.commits, 2);
    assert.deepEqual(Object.keys(report.people[0] ?? {}), ['person', 'goals']);
  });

  it('survives a chain of thousands of goals', () => {
    const chain = Array.from({ length: 3000 }, (_, index) => ({
      title: `Link ${index}`,
      parent: index === 0 ? undefined : goalId(index),
    }));
    assert.equal(teamReport(snapshotOf({ team: chain })).unaligned.length, 3000);
  });

  it('passes through the panel channel unchanged', () => {
    for (const snapshot of [snapshotOf({}), sampleTeam(), largeTeam()]) {
      const message = englishState(snapshot);
      assert.deepEqual(JSON.parse(JSON.stringify(message)), message);
    }
  });
});
