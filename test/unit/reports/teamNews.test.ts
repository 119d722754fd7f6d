import assert from 'node:assert/strict';
import { applyChanges } from '../../../src/core/document/change';
import { setField, setStatus } from '../../../src/core/changes/goalActions';
import { teamNews } from '../../../src/core/reports/teamNews';
import { documentWith, stampAt, stamperAt } from '../../support/documents';
import { UTC } from '../../support/teamSnapshot';

const [GOAL, SAID, LINK] = ['g-aaaaaaaaaa', 'c-aaaaaaaaaa', 'l-aaaaaaaaaa'] as const;
const CHECK_IN = { goal: GOAL, by: 'bo@example.com', note: 'Half way', created: stampAt(3) };
const BEFORE = documentWith({ [GOAL]: { title: 'A goal', status: 'open', created: stampAt(0) } });
const SINCE = documentWith({ ...Object.fromEntries(BEFORE.records), [SAID]: CHECK_IN });

const told = (before: typeof BEFORE, now: typeof BEFORE): string[] =>
  teamNews(before, now, UTC).map(({ kind, type, title, goal, author, fields }) =>
    [kind.name, type, ...fields, goal, author, title].join(' '),
  );

describe('teamNews', () => {
  it('tells a reading with the unit of its goal or KPI, and its time where the person is', () => {
    const KPI = 'u-aaaaaaaaaa';
    const [day, time] = ['2026-11-23', '2026-11-27T23:30:00Z'];
    const before = documentWith({
      ...Object.fromEntries(BEFORE.records),
      [KPI]: { title: 'Error rate', unit: '%', created: stampAt(0) },
    });
    const now = documentWith({
      ...Object.fromEntries(before.records),
      'x-aaaaaaaaaa': { of: KPI, value: 0.04, at: day, created: stampAt(1) },
      'x-aaaaaaaaab': { of: KPI, value: 0.07, at: time, source: 'ci', created: stampAt(2) },
      'x-aaaaaaaaac': { of: GOAL, value: 3, at: day, created: stampAt(3) },
    });
    const ahead = { aheadAt: () => 60 * 60 * 1000 };
    assert.deepEqual(
      teamNews(before, now, ahead).map(({ about, title }) => `${about ?? ''}: ${title}`),
      ['A goal: 3 · 2026-11-23', 'Error rate: 0.07 % · 2026-11-28 00:30 · ci', 'Error rate: 0.04 % · 2026-11-23'],
    );
  });

  it('tells what was said of a goal, whose it is, and what becomes of it, among what became of goals', () => {
    assert.deepEqual(told(BEFORE, SINCE), [`check-in added ${GOAL} bo@example.com Half way`]);
    const dropped = applyChanges(SINCE, [setStatus(GOAL, 'dropped')], stamperAt(5));
    assert.deepEqual(told(BEFORE, dropped), [
      `goal dropped ${GOAL}  A goal`,
      `check-in added ${GOAL} bo@example.com Half way`,
    ]);
    const edited = applyChanges(SINCE, [setField(SAID, 'note', 'Done')], stamperAt(5));
    assert.deepEqual(told(SINCE, edited), [`check-in changed note ${GOAL} bo@example.com Done`]);
    assert.equal(teamNews(SINCE, edited, UTC)[0]?.stamp, stampAt(5));
    const deleted = applyChanges(SINCE, [setField(SAID, 'deleted', true)], stamperAt(5));
    assert.deepEqual(told(SINCE, deleted), [`check-in deleted ${GOAL} bo@example.com Half way`]);
    assert.deepEqual(told(deleted, SINCE), [`check-in added ${GOAL} bo@example.com Half way`]);
    assert.deepEqual(told(SINCE, BEFORE), [`check-in gone ${GOAL} bo@example.com Half way`]);
  });

  it('is silent about records that no view lists, of kinds it does not know, and that never were there', () => {
    const silent = {
      [LINK]: { goal: GOAL, commit: 'a'.repeat(40), created: stampAt(3) },
      'z-aaaaaaaaaa': { text: 'from a later version' },
      [SAID]: { ...CHECK_IN, deleted: true },
    };
    assert.deepEqual(told(BEFORE, documentWith({ ...Object.fromEntries(BEFORE.records), ...silent })), []);
    assert.deepEqual(told(SINCE, documentWith({ ...Object.fromEntries(SINCE.records), [SAID]: CHECK_IN })), []);
  });
});
