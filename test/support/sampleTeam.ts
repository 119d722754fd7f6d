import type { Snapshot } from '../../src/core/snapshot/snapshot';
import type { GoalSketch } from './teamSnapshot';
import { branchFacts, commitOf, goalId, goalsFile, snapshotOf } from './teamSnapshot';

const PEOPLE = { 'ana@example.com': 'Ana Ito', 'bo@example.com': 'Bo Larsen', 'cy@example.com': 'Cy Okafor' };
const [ana, bo, cy] = ['ana@example.com', 'bo@example.com', 'cy@example.com'] as const;

/** A team in the middle of its work: every section of the panel has something to show. */
const GOALS: readonly GoalSketch[] = [
  { title: 'A new user is productive on the first day', kind: 'objective', owner: ana, due: '2026-12-18' },
  { title: 'Setup takes less than ten minutes', kind: 'keyResult', parent: goalId(1), owner: bo, due: '2026-12-04' },
  { title: 'One command installs everything', parent: goalId(2), owner: bo, status: 'done', daysAgo: 2 },
  { title: 'Cache the packages between runs', parent: goalId(2), owner: bo, due: '2026-11-20' },
  { title: 'Fix the login test that fails on Fridays', parent: goalId(2), owner: ana, due: '2026-11-16' },
  { title: 'Every error names its remedy', kind: 'keyResult', parent: goalId(1), owner: cy },
  { title: 'List the twenty most common errors', parent: goalId(6), owner: cy, status: 'done', daysAgo: 1 },
  { title: 'Rewrite the message of a failed upload', parent: goalId(6), owner: cy, due: '2026-11-25' },
  { title: 'Link each message to its page of the handbook', parent: goalId(6), owner: ana },
  { title: 'Reviews are answered within a day', kind: 'pact', owner: cy, due: '2026-11-30' },
  { title: 'Agree on who reviews what', parent: goalId(10), status: 'done', owner: ana, daysAgo: 4 },
  { title: 'Draft the rota', parent: goalId(10), owner: cy, due: '2026-11-18' },
  { title: 'Pair once a week', kind: 'pact', status: 'proposed' },
  { title: 'Measure the start of the server', owner: ana, due: '2026-11-19' },
  { title: 'Remove the old importer' },
  { title: 'Ship release 3.2', kind: 'objective', status: 'done', owner: bo, daysAgo: 6 },
];

export function sampleTeam(): Snapshot {
  return snapshotOf({
    team: GOALS,
    people: PEOPLE,
    me: ana,
    active: goalId(14),
    commits: [commitOf(goalId(1), goalId(2)), commitOf(goalId(2)), commitOf(goalId(10))],
  });
}

/** The same team with work on branches: done here and not merged, done and in flight elsewhere, goals only others have. */
export function branchedTeam(): Snapshot {
  const merged = GOALS.map((goal, index) => (index === 6 ? { ...goal, status: 'open' as const } : goal));
  const there = GOALS.map((goal, index) => (index === 3 ? { ...goal, status: 'done' as const, daysAgo: 1 } : goal));
  const later = goalsFile(
    [{ title: 'Warm the cache before the office opens' }, { title: 'Say what a retry costs' }],
    31,
  );
  const commit = {
    ...commitOf(goalId(8)),
    state: 'branch' as const,
    inHead: false,
    ref: 'feat/upload',
    author: { name: 'Cy Okafor', email: cy },
  };
  return snapshotOf({
    team: GOALS,
    people: PEOPLE,
    me: ana,
    active: goalId(14),
    commits: [commitOf(goalId(1), goalId(2)), commitOf(goalId(2)), commitOf(goalId(10)), commit],
    branches: branchFacts(merged, { 'feat/cache': goalsFile(there), 'feat/retry': later }),
  });
}

/** Two thousand goals of forty people under sixty objectives: the size the panel must bear. */
export function largeTeam(): Snapshot {
  const owners = Array.from({ length: 40 }, (_, index) => `person${index}@example.com`);
  const goals = Array.from({ length: 2000 }, (_, index): GoalSketch => {
    const owner = owners[index % owners.length];
    if (index < 60) return { title: `Objective ${index}`, kind: 'objective', owner, due: '2026-12-18' };
    return {
      title: `Goal ${index} with a title of the usual length`,
      owner,
      parent: index % 4 === 0 ? undefined : goalId(1 + (index % 60)),
      status: index % 3 === 0 ? 'done' : 'open',
      due: index % 2 === 0 ? `2026-11-${String(10 + (index % 20))}` : undefined,
    };
  });
  return snapshotOf({ team: goals });
}
