import assert from 'node:assert/strict';
import type { Snapshot } from '../../../../src/core/snapshot/snapshot';
import { DrawnRows } from '../../../../src/editor/tree/drawnRows';
import type { TreeElement } from '../../../../src/editor/tree/element';
import type { TreeModel } from '../../../../src/editor/tree/treeModel';
import { TreeElements } from '../../../../src/editor/tree/treeElements';
import { teamModel } from '../../../../src/editor/tree/treeModel';
import type { GoalSketch } from '../../../support/teamSnapshot';
import { commitOf, goalId, snapshotOf } from '../../../support/teamSnapshot';

const TEAM: readonly GoalSketch[] = [
  { title: 'Ship it', kind: 'pact' },
  { title: 'Write it', parent: goalId(1) },
  { title: 'Rest' },
];

/** A view that was drawn once, with the rows of that many levels unfolded. */
function drawnOnce(snapshot: Snapshot, levels = 3): (next: Snapshot) => string[] | 'all' {
  const elements = new TreeElements();
  const drawn = new DrawnRows();
  const rows = teamModel(snapshot, elements);
  const unfold = (row: TreeElement | undefined, level: number): void => {
    if (level === 0) return;
    const below = row ? rows.children(row) : rows.roots;
    drawn.unfolded(row, below);
    for (const each of below) {
      drawn.drawn(each, lookIn(snapshot)(each));
      unfold(each, level - 1);
    }
  };
  unfold(undefined, levels);
  return (next) => {
    const model: TreeModel = teamModel(next, elements);
    const changed = drawn.changed(model, lookIn(next));
    return changed === 'all' ? changed : changed.map(({ key }) => key);
  };
}

const lookIn =
  (snapshot: Snapshot) =>
  (row: TreeElement): string =>
    row.type === 'goal' ? (snapshot.goals.get(row.id)?.goal.title ?? '') : row.key;

describe('the rows to draw anew', () => {
  it('are none where nothing on the screen changed', () => {
    const changed = drawnOnce(snapshotOf({ team: TEAM }));
    assert.deepEqual(changed(snapshotOf({ team: TEAM, personal: [{ title: 'Mine' }] })), []);
  });

  it('are those that look different or have other rows below them', () => {
    const changed = drawnOnce(snapshotOf({ team: TEAM }));
    assert.deepEqual(changed(snapshotOf({ team: [...TEAM.slice(0, 2), { title: 'Have a rest' }] })), [`/${goalId(3)}`]);
    assert.deepEqual(changed(snapshotOf({ team: TEAM })), [`/${goalId(3)}`]);
    assert.deepEqual(changed(snapshotOf({ team: TEAM, commits: [commitOf(goalId(2))] })), [
      `/${goalId(1)}/${goalId(2)}`,
    ]);
  });

  it('are asked for once', () => {
    const changed = drawnOnce(snapshotOf({ team: TEAM }));
    const next = snapshotOf({ team: [...TEAM, { title: 'Test it', parent: goalId(1) }] });
    assert.deepEqual(changed(next), [`/${goalId(1)}`]);
    assert.deepEqual(changed(next), []);
    assert.deepEqual(changed(snapshotOf({ team: TEAM })), [`/${goalId(1)}`]);
  });

  it('are not those below one that is drawn anew itself, nor those folded away', () => {
    const renamed: GoalSketch[] = [
      { title: 'Ship all', kind: 'pact' },
      { title: 'Write all', parent: goalId(1) },
      { title: 'Rest' },
    ];
    assert.deepEqual(drawnOnce(snapshotOf({ team: TEAM }))(snapshotOf({ team: renamed })), [`/${goalId(1)}`]);
    const below = [TEAM[0] as GoalSketch, ...renamed.slice(1)];
    assert.deepEqual(drawnOnce(snapshotOf({ team: TEAM }), 1)(snapshotOf({ team: below })), []);
  });

  it('are all where the top of the tree changed, and none while the editor has still to ask for the top', () => {
    assert.equal(drawnOnce(snapshotOf({ team: TEAM }))(snapshotOf({ team: TEAM.slice(0, 2) })), 'all');
    assert.deepEqual(drawnOnce(snapshotOf({ team: TEAM }), 0)(snapshotOf({ team: TEAM })), []);
  });
});
