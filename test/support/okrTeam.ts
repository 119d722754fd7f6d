import type { Snapshot } from '../../src/core/snapshot/snapshot';
import { goalId, goalsFile, snapshotOf } from './teamSnapshot';

const ANA = 'ana@example.com';

/** A title that tries to break out of a page, and how it is shown. */
export const BREAKING = {
  title: '<img src=x onerror=alert(1)>\n\u202eand back',
  shown: '<img src=x onerror=alert(1)> \\u202eand back',
};

/** A team with a charter and cycles: one that runs, one to come, two that are closed. */
export function okrTeam(): Snapshot {
  const file = goalsFile(
    [
      {
        title: 'Start at once',
        kind: 'objective',
        owner: ANA,
        more: { cycle: 'q-0000000004', ambition: 'aspirational', serves: 'h-0000000002' },
      },
      {
        title: 'Start below 80 ms',
        kind: 'keyResult',
        parent: goalId(1),
        more: { unit: 'ms', start: 120, target: 80 },
      },
      { title: 'No slow day', kind: 'keyResult', parent: goalId(1), more: { confidence: 1 } },
      { title: 'A key result by itself', kind: 'keyResult', more: { cycle: 'q-0000000004' } },
      { title: 'Docs', kind: 'objective', status: 'dropped', more: { cycle: 'q-0000000004' } },
      {
        title: 'Older one',
        kind: 'objective',
        status: 'missed',
        more: { cycle: 'q-0000000003', score: 0.4, learned: 'Ask earlier' },
      },
      { title: 'Some day', kind: 'objective' },
      { title: BREAKING.title, kind: 'objective' },
    ],
    1,
    {
      'h-0000000001': { title: 'Reliable', type: 'priority' },
      'h-0000000002': { title: 'Fast tools', type: 'mission' },
      'q-0000000001': { title: 'Q1', from: '2027-01-01', to: '2027-03-31' },
      'q-0000000002': {
        title: 'Q2',
        from: '2026-04-01',
        to: '2026-06-30',
        closed: '2026-07-01',
        carried: { [goalId(4)]: true },
      },
      'q-0000000003': { title: 'Q3', from: '2026-07-01', to: '2026-09-30', closed: '2026-10-01' },
      'q-0000000004': { title: 'Q4', from: '2026-10-01', to: '2026-12-31' },
      'e-0000000001': {
        goal: goalId(8),
        by: 'bo@example.com',
        type: 'serves',
        to: goalId(1),
        note: 'By half',
        state: 'asked',
      },
      'e-0000000002': { goal: goalId(7), by: ANA, type: 'conflictsWith', to: goalId(1) },
      'e-0000000003': { goal: goalId(7), by: ANA, type: 'dependsOn', to: goalId(4) },
      'e-0000000004': { goal: goalId(4), by: ANA, type: 'dependsOn', to: goalId(7) },
      'c-0000000001': { goal: goalId(2), by: ANA, note: 'measured', confidence: 4 },
      'x-0000000001': { of: goalId(2), by: ANA, value: 95 },
    },
  );
  return snapshotOf({ team: file, me: ANA, people: { [ANA]: 'Ana' } });
}
