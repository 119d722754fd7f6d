import assert from 'node:assert/strict';
import { onThisBranch } from '../../../src/core/branches/onThisBranch';
import { carryOver } from '../../../src/core/branches/carryOver';
import type { LinkedCommit } from '../../../src/core/snapshot/linkedCommit';
import { documentWith } from '../../support/documents';
import type { GoalSketch } from '../../support/teamSnapshot';
import { branchFacts, commitOf, goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

const OPEN: readonly GoalSketch[] = [
  { title: 'Objective', kind: 'objective' },
  ...Array.from({ length: 4 }, (_, index) => ({ title: `Part ${index + 1}`, parent: goalId(1) })),
];
const withDone = (...numbers: readonly number[]): GoalSketch[] =>
  OPEN.map((goal, index) => (numbers.includes(index + 1) ? { ...goal, status: 'done' as const, daysAgo: 1 } : goal));
const closing = (id: string, state: LinkedCommit['state'], ref: string): LinkedCommit => ({
  ...commitOf(id),
  goals: [{ id, closes: true }],
  state,
  inHead: state !== 'branch',
  ref,
});

describe('branchView', () => {
  it('is not there while git was not asked', () => {
    assert.equal(snapshotOf({ team: OPEN }).branches, undefined);
  });

  it('shares a larger goal out into what is merged and what is done anywhere', () => {
    const branches = branchFacts(withDone(2), { 'feat/x': goalsFile(withDone(4)) });
    const snapshot = snapshotOf({ team: withDone(2, 3), branches });
    assert.equal(snapshot.goals.get(goalId(1))?.progress, 0.5);
    assert.deepEqual(snapshot.branches?.shares.get(goalId(1)), {
      merged: 0.25,
      reached: 0.75,
      mergedDone: 1,
      unmerged: 2,
    });
    assert.deepEqual(snapshot.branches.places.get(goalId(2)), { merged: true, elsewhere: [] });
    assert.deepEqual(snapshot.branches.places.get(goalId(3)), { merged: false, elsewhere: [] });
    assert.deepEqual(snapshot.branches.places.get(goalId(4))?.elsewhere, [
      { branch: 'feat/x', isIntegration: false, by: ['Bo'], done: true },
    ]);
  });

  it('does not take an older state of another branch for news', () => {
    const old = goalsFile(OPEN.map((goal) => ({ ...goal, status: 'done' as const, daysAgo: 9 })));
    const { branches } = snapshotOf({ team: OPEN, branches: branchFacts(OPEN, { 'feat/old': old }) });
    assert.deepEqual([...(branches?.places ?? [])], []);
  });

  it('says of a goal that is merged no more that a branch, squashed into it, has it done', () => {
    const commits = [closing(goalId(2), 'merged', 'main'), closing(goalId(2), 'branch', 'feat/x')];
    const placesOf = (shown: readonly LinkedCommit[]): unknown =>
      snapshotOf({ team: withDone(2), branches: branchFacts(OPEN), commits: shown }).branches?.places.get(goalId(2));
    assert.deepEqual(placesOf(commits), { merged: true, elsewhere: [] });
    assert.match(JSON.stringify(placesOf(commits.slice(1))), /feat\/x.*"done":true/);
  });

  it('counts a closing commit as merged until a revert takes it back', () => {
    const commit = closing(goalId(2), 'merged', 'main');
    const revert = { ...commitOf(), commit: 'f'.repeat(40), goals: [], reverts: [commit.commit] };
    const isMerged = (commits: readonly LinkedCommit[]): boolean | undefined =>
      snapshotOf({ team: withDone(2), branches: branchFacts(OPEN), commits }).branches?.places.get(goalId(2))?.merged;
    assert.equal(isMerged([commit]), true);
    assert.equal(isMerged([revert, commit]), false);
    assert.equal(isMerged([closing(goalId(2), 'here', 'work')]), false);
  });

  it('joins what the file and the commits of a branch say', () => {
    const branches = branchFacts(OPEN, { 'feat/x': goalsFile(withDone(2)) });
    const commits = [{ ...closing(goalId(2), 'branch', 'feat/x'), goals: [{ id: goalId(2), closes: false }] }];
    assert.deepEqual(snapshotOf({ team: OPEN, branches, commits }).branches?.places.get(goalId(2))?.elsewhere, [
      { branch: 'feat/x', isIntegration: false, by: ['Bo', 'Ana'], done: true },
    ]);
  });

  it('offers what only a branch has, and nothing that is deleted or archived here', () => {
    const there = goalsFile([{ title: 'New' }, { title: 'Deleted here' }, { title: 'Archived here' }], 21);
    const deleted = documentWith({
      ...recordsOf(goalsFile(OPEN)),
      [goalId(22)]: { title: 'Deleted here', deleted: true },
    });
    const snapshot = snapshotOf({
      team: { state: 'ok', text: '', document: deleted, problems: [] },
      branches: branchFacts(OPEN, { 'feat/x': there, 'feat/y': there }),
      archive: goalsFile([{ title: 'Archived here' }], 23),
    });
    const [only, ...more] = [...(snapshot.branches?.onlyElsewhere.values() ?? [])];
    assert.deepEqual(more, []);
    assert.equal(only?.goal.title, 'New');
    assert.deepEqual(
      only.branches.map(({ branch }) => branch),
      ['feat/x', 'feat/y'],
    );
  });

  it('keeps of a branch what it changed, with what stands above, and everything without a branch to compare with', () => {
    const team = withDone(3);
    const titles = (snapshot: ReturnType<typeof snapshotOf>): string[] =>
      [...snapshot.goals.values()].filter(onThisBranch(snapshot)).map(({ goal }) => goal.title);
    assert.deepEqual(titles(snapshotOf({ team, branches: branchFacts(OPEN) })), ['Objective', 'Part 2']);
    assert.deepEqual(
      titles(
        snapshotOf({ team: OPEN, branches: branchFacts(OPEN), commits: [commitOf(goalId(4))], active: goalId(5) }),
      ),
      ['Objective', 'Part 3', 'Part 4'],
    );
    assert.equal(titles(snapshotOf({ team })).length, team.length);
  });
});

describe('carryOver', () => {
  it('takes the goals above and the records about a goal along, and leaves what is known', () => {
    const there = documentWith({
      'g-000000000a': { title: 'Top' },
      'g-000000000b': { title: 'Middle', parent: 'g-000000000a' },
      'g-000000000c': { title: 'Leaf', parent: 'g-000000000b' },
      'g-000000000d': { title: 'Other' },
      'c-000000000e': { goal: 'g-000000000c', note: 'half done' },
      'c-000000000f': { goal: 'g-000000000d' },
    });
    const ids = carryOver(['g-000000000c', 'g-000000000d'], there, (id) => /[ad]$/.test(id)).map(({ id }) => id);
    assert.deepEqual(ids.sort(), ['c-000000000e', 'g-000000000b', 'g-000000000c']);
  });
});

function recordsOf(reading: ReturnType<typeof goalsFile>): Record<string, never> {
  return Object.fromEntries('document' in reading ? reading.document.records : []) as Record<string, never>;
}
