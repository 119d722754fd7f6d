import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { formatDocument } from '../../src/core/document/formatDocument';
import type { JsonObject } from '../../src/core/document/json';
import { isObject, member } from '../../src/core/document/json';
import { kindLetter } from '../../src/core/document/recordId';
import { readSpace } from '../../src/core/space/goalSpace';
import { calendarAt } from '../../src/core/snapshot/calendar';
import { systemZone } from '../../src/store/nodePorts';
import { onThisBranch } from '../../src/core/branches/onThisBranch';
import type { Snapshot } from '../../src/core/snapshot/snapshot';
import { branchGoalItem } from '../../src/editor/tree/branchGoalItem';
import type { TreeElement } from '../../src/editor/tree/element';
import { toggleRows } from '../../src/editor/tree/tickRows';
import { TreeElements } from '../../src/editor/tree/treeElements';
import { teamModel } from '../../src/editor/tree/treeModel';
import type { FileEdit } from '../../src/app/edits';
import { documentOf, documentWith, stampAt } from '../support/documents';
import { TEST_USER } from '../support/gitRepository';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { goalWorkspace } from '../support/host/goalWorkspace';
import { openTestPlace } from '../support/host/openTestPlace';
import { SHARED_FILE } from '../support/team';

const [HERE, THERE] = ['g-4kq7w2m9xd', 'g-7777777777'] as const;
const BO = { name: 'Bo', email: 'bo@example.com' };
const OPEN = { title: 'Ship it', kind: 'micro', status: 'open', created: stampAt(0) };
/** Who ticked is found by the stamp: no other test of the window may use the same. */
const done = (minute: number): JsonObject => ({ ...OPEN, status: 'done', edits: { status: stampAt(minute, 'tick') } });

describe('goals on branches', () => {
  let workspace: GoalWorkspace;

  beforeEach(() => {
    workspace = goalWorkspace();
  });
  afterEach(async () => {
    await workspace.reset();
    await workspace.git('branch', '--delete', '--force', '--quiet', 'feat').catch(() => undefined);
  });

  const write = (goals: Readonly<Record<string, JsonObject>>): Promise<string> =>
    workspace.write(SHARED_FILE, formatDocument(documentWith(goals)));
  const record = async (id: string): Promise<JsonObject | undefined> => {
    const found = documentOf(await readFile(workspace.shared, 'utf8')).records.get(id);
    return isObject(found) ? found : undefined;
  };

  describe('one that only another branch has', () => {
    beforeEach(async () => {
      await write({ [HERE]: OPEN });
      await workspace.commit('Goals');
      await workspace.git('switch', '--quiet', '--create', 'feat');
      await write({ [HERE]: OPEN, [THERE]: { ...OPEN, title: 'Try it' } });
      await workspace.commit('Another goal', BO);
      await workspace.git('switch', '--quiet', 'main');
      await workspace.run('refresh');
    });

    it('stands in a group of its own with its branch, and is carried over by its row', async () => {
      const snapshot = await snapshotWithBranches(workspace.path);
      const row = rowElsewhere(snapshot);
      const found = snapshot.branches?.onlyElsewhere.get(THERE);
      assert.ok(row.type === 'branchGoal' && row.id === THERE && found);
      const { label, description } = branchGoalItem(found, row.key);
      assert.deepEqual([label, description], ['Try it', 'feat by Bo']);
      await workspace.run('carryOver', row);
      assert.deepEqual(await record(THERE), { ...OPEN, title: 'Try it' });
      await workspace.run('undo');
      assert.equal(await record(THERE), undefined);
    });

    it('is ticked by the space bar on its row, and rows without a box are left alone', async () => {
      const place = await openTestPlace(workspace.path);
      const snapshot = await readSpace(place.space, calendarAt(Date.now(), systemZone));
      const written: FileEdit[] = [];
      const space = (...rows: TreeElement[]): Promise<void> =>
        toggleRows({ snapshot, place, apply: (edits) => Promise.resolve(void written.push(...edits)) }, rows);
      await space(
        { type: 'commit', key: 'a', goal: HERE, commit: 'c' },
        { type: 'record', key: 'b', id: 'c-7777777777' },
        { type: 'group', key: 'c', group: 'elsewhere' },
        { type: 'goal', key: 'd', id: 'g-9999999999' },
      );
      assert.equal(written.length, 0);
      await space(rowElsewhere(snapshot), { type: 'goal', key: 'e', id: HERE });
      const set = written.flatMap(({ changes }) => changes).filter((change) => change.type === 'set');
      const statuses = set.filter((change) => change.path === 'status').map(({ id, value }) => [id, value]);
      assert.deepEqual(statuses, [
        [THERE, 'done'],
        [HERE, 'done'],
      ]);
    });

    it('shows beside what this branch is about, and nothing else does', async () => {
      await workspace.git('switch', '--quiet', '--create', 'empty');
      const snapshot = await snapshotWithBranches(workspace.path);
      const only = teamModel(snapshot, new TreeElements(), onThisBranch(snapshot));
      assert.deepEqual(
        only.roots.map(({ key }) => key),
        [':elsewhere'],
      );
      await workspace.run('showThisBranch');
      await workspace.run('showAllBranches');
      await workspace.git('switch', '--quiet', 'main');
      await workspace.git('branch', '--delete', '--quiet', 'empty');
    });
  });

  it('measures by the branch that the setting names, and says where there is none', async () => {
    const settings = vscode.workspace.getConfiguration('microGoals');
    const facts = async (...names: string[]): Promise<string> => {
      await settings.update('integrationBranches', names.length > 0 ? names : undefined, true);
      const { branches } = await snapshotWithBranches(workspace.path);
      return [branches?.facts.integration?.branch, ...(branches?.facts.unknown ?? [])].join(' ');
    };
    await write({ [HERE]: OPEN });
    await workspace.commit('Goals');
    await workspace.git('branch', '--quiet', 'feat');
    assert.equal(await facts('feat'), 'feat');
    assert.equal(await facts('nowhere', 'feat'), 'feat nowhere');
    assert.equal(await facts(), 'main');
  });

  it('is confirmed where somebody else ticked it, and not where this person did', async () => {
    const confirmations = async (): Promise<JsonObject[]> => {
      const { records } = documentOf(await readFile(workspace.shared, 'utf8'));
      return [...records].flatMap(([id, said]) => (kindLetter(id) === 'y' && isObject(said) ? [said] : []));
    };
    await write({ [HERE]: OPEN, [THERE]: OPEN });
    await workspace.commit('Goals');
    await write({ [HERE]: done(1), [THERE]: OPEN });
    await workspace.commit('Ticked');
    await write({ [HERE]: done(1), [THERE]: done(2) });
    await workspace.commit('Ticked, too', BO);
    await workspace.run('refresh');
    await workspace.run('confirmGoal', HERE);
    assert.deepEqual(await confirmations(), []);
    await vscode.commands.executeCommand('notifications.clearAll');
    await workspace.run('confirmGoal', THERE);
    const [said, more] = await confirmations();
    assert.ok(said);
    assert.deepEqual([member(said, 'goal'), member(said, 'by'), more], [THERE, TEST_USER.email, undefined]);
    await workspace.run('confirmGoal', THERE);
    assert.equal((await confirmations()).length, 1, 'nobody confirms twice');
  });
});

/** What the window knows, from a place opened as it opens its own. */
async function snapshotWithBranches(folder: string): Promise<Snapshot> {
  const place = await openTestPlace(folder);
  return readSpace(place.space, calendarAt(Date.now(), systemZone));
}

/** The first row below *On other branches*. */
function rowElsewhere(snapshot: Snapshot): TreeElement {
  const model = teamModel(snapshot, new TreeElements());
  const group = model.roots.find((row) => row.type === 'group' && row.group === 'elsewhere');
  const [row] = group ? model.children(group) : [];
  assert.ok(row, 'the group has a row');
  return row;
}
