import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { applyChange } from '../../src/core/document/change';
import { formatDocument } from '../../src/core/document/formatDocument';
import type { JsonObject } from '../../src/core/document/json';
import { readSpace } from '../../src/core/space/goalSpace';
import { calendarAt } from '../../src/core/snapshot/calendar';
import { systemZone } from '../../src/store/nodePorts';
import { onThisBranch } from '../../src/core/branches/onThisBranch';
import type { Snapshot } from '../../src/core/snapshot/snapshot';
import { goalBurnUp } from '../../src/editor/teamPanel/goalBurnUp';
import { disagreementTooltip } from '../../src/editor/tree/disagreementTooltip';
import type { TreeElement } from '../../src/editor/tree/element';
import { GoalTree } from '../../src/editor/tree/goalTree';
import { goalTooltip } from '../../src/editor/tree/goalTooltip';
import { treeItem } from '../../src/editor/tree/treeItem';
import { teamModel } from '../../src/editor/tree/treeModel';
import { disagreementAuthors } from '../../src/git/people/attributedDisagreements';
import { BASE, diverge, FIRST, SECOND, SIDES, sideStamper } from '../support/divergedRepository';
import { documentOf, documentWith, stampAt } from '../support/documents';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { goalWorkspace } from '../support/host/goalWorkspace';
import { openTestPlace } from '../support/host/openTestPlace';
import { SHARED_FILE } from '../support/team';
import { goalId, goalsFile, snapshotOf } from '../support/teamSnapshot';
import { untilFile } from '../support/untilFile';

const BEN = { name: 'Ben *bold* [x](command:y)', email: 'ben@example.com' };
const OPEN: JsonObject = { title: 'Ship it', kind: 'micro', status: 'open', created: stampAt(0, 'rows') };
/** Who ticked is found by the stamp: no other test of the window may use the same. */
const done = (minute: number): JsonObject => ({ ...OPEN, status: 'done', edits: { status: stampAt(minute, 'rows') } });

describe('what git says, in the rows of the team', () => {
  let workspace: GoalWorkspace;

  beforeEach(() => {
    workspace = goalWorkspace();
  });
  afterEach(() => workspace.reset());

  const write = (goals: Readonly<Record<string, JsonObject>>): Promise<string> =>
    workspace.write(SHARED_FILE, formatDocument(documentWith(goals)));
  const snapshotNow = async (): Promise<Snapshot> => {
    const place = await openTestPlace(workspace.path);
    return readSpace(place.space, calendarAt(Date.now(), systemZone));
  };

  it('shows only goals of this branch while that is chosen, and all of them again', async () => {
    await write({ [FIRST]: OPEN, [SECOND]: { ...OPEN, title: 'Other' } });
    await workspace.commit('Goals');
    await workspace.git('switch', '--quiet', '--create', 'feat');
    await workspace.commit(`Work\n\nGoal: ${SECOND}`);
    const snapshot = await snapshotNow();
    const changed = new vscode.EventEmitter<Snapshot>();
    const chosen = { only: false };
    const tree = new GoalTree({ snapshot, place: undefined, onDidChange: changed.event }, (shown, elements) =>
      teamModel(shown, elements, chosen.only ? onThisBranch(shown) : undefined),
    );
    const titles = (): unknown[] => tree.getChildren().map((row: TreeElement) => tree.getTreeItem(row).label);
    const drawn: unknown[] = [];
    const subscription = tree.onDidChangeTreeData(() => drawn.push(titles()));
    assert.deepEqual(titles(), ['Ship it', 'Other']);
    for (const only of [true, false]) {
      chosen.only = only;
      tree.rebuild();
    }
    assert.deepEqual(drawn, [['Other'], ['Ship it', 'Other']]);
    vscode.Disposable.from(subscription, tree, changed).dispose();
    await workspace.git('switch', '--quiet', 'main');
    await workspace.git('branch', '--delete', '--force', '--quiet', 'feat');
  });

  it('draws a row anew where its tooltip was looked at and says something else by now, and no other row', async () => {
    const assessed = (now: number): Snapshot => {
      const said = { goal: goalId(1), by: 'ana@example.com', now, wanted: 4 };
      return snapshotOf({ team: goalsFile([{ title: 'Design' }, { title: 'Other' }], 1, { 'a-0000000001': said }) });
    };
    const service = { snapshot: assessed(2), place: undefined };
    const changed = new vscode.EventEmitter<Snapshot>();
    const onDidChange = changed.event;
    const tree = new GoalTree(Object.assign(service, { onDidChange }), (shown, elements) => teamModel(shown, elements));
    const items = tree.getChildren().map((row) => ({ row, item: tree.getTreeItem(row) }));
    const drawn: unknown[] = [];
    const subscription = tree.onDidChangeTreeData((rows) => drawn.push(rows));
    const show = (now: number): void => {
      service.snapshot = assessed(now);
      changed.fire(service.snapshot);
    };
    show(3);
    assert.deepEqual(drawn, [], 'no tooltip was looked at');
    for (const { row, item } of items) await tree.resolveTreeItem(item, row);
    show(4);
    assert.deepEqual(drawn, [[items[0]?.row]]);
    vscode.Disposable.from(subscription, tree, changed).dispose();
  });

  it('says in the tooltip of a commit what its row has no room for, as text', async () => {
    await write({ [FIRST]: OPEN });
    await workspace.commit('Goals');
    const commit = await workspace.commit(`Ship *it*\n\nCloses-Goal: ${FIRST}`, BEN);
    const row: TreeElement = { type: 'commit', key: 'a', goal: FIRST, commit };
    const lines = async (): Promise<string> => {
      const snapshot = await snapshotNow();
      const changed = new vscode.EventEmitter<Snapshot>();
      const tree = new GoalTree({ snapshot, place: undefined, onDidChange: changed.event }, (shown, elements) =>
        teamModel(shown, elements),
      );
      const { tooltip } = await tree.resolveTreeItem(tree.getTreeItem(row), row);
      vscode.Disposable.from(tree, changed).dispose();
      assert.ok(tooltip instanceof vscode.MarkdownString && !tooltip.isTrusted);
      return tooltip.value.replaceAll('&nbsp;', ' ');
    };
    const before = await lines();
    assert.ok(before.includes('Ship \\*it\\*') && before.includes('Ben \\*bold\\*'), before);
    assert.match(before, new RegExp(`${commit.slice(0, 8)} · merged\n\nCompletes the goal\n`));
    await workspace.commit(`Revert\n\nThis reverts commit ${commit}.`);
    assert.match(await lines(), /Completes the goal\n\nTaken back by a revert/);
  });

  it('says claimed of what one person ticked, and verified once another one confirmed it', async () => {
    const words = async (): Promise<[unknown, string]> => {
      const snapshot = await snapshotNow();
      const node = snapshot.goals.get(FIRST);
      assert.ok(node);
      const { description } = treeItem({ type: 'goal', key: 'a', id: FIRST }, snapshot);
      return [description, goalTooltip(node, snapshot).value.replaceAll('&nbsp;', ' ')];
    };
    await write({ [FIRST]: OPEN });
    await workspace.commit('Goals');
    await write({ [FIRST]: done(3) });
    await workspace.commit('Ticked', BEN);
    await workspace.run('refresh');
    const [claimed, why] = await words();
    assert.equal(claimed, 'claimed');
    assert.match(why, /Claimed: no commit that closes it is merged/);
    await workspace.run('confirmGoal', FIRST);
    const [verified, by] = await words();
    assert.equal(verified, 'verified');
    assert.match(by, /Verified: confirmed by Ana/);
  });

  it('names in the tooltip of what is to settle who brought which value, as text', async () => {
    const title = (value: string, minute: number): string =>
      formatDocument(applyChange(BASE, { type: 'set', id: FIRST, path: 'title', value }, sideStamper(minute, 'rows')));
    await diverge(workspace, { ...SIDES, ours: title('Ours', 20), theirs: title('Theirs', 21) });
    await workspace.git('switch', '--quiet', 'theirs');
    await workspace.git('commit', '--quiet', '--amend', '--no-edit', `--author=${BEN.name} <${BEN.email}>`);
    await workspace.git('tag', '--force', 'at-theirs');
    await workspace.git('switch', '--quiet', 'main');
    await assert.rejects(workspace.git('merge', 'theirs'));
    await untilFile(workspace.shared, (now) => now === title('Theirs', 21));
    await workspace.run('refresh');
    const place = await openTestPlace(workspace.path);
    const snapshot = await readSpace(place.space, calendarAt(Date.now(), systemZone));
    const [found] = snapshot.disagreements;
    assert.ok(found && place.repository);
    const authors = await disagreementAuthors(place.repository, found.file, found);
    const tooltip = disagreementTooltip(found, snapshot, authors);
    const lines = tooltip.value.replaceAll('&nbsp;', ' ').replaceAll('\\', '');
    assert.match(lines, /In the file: Theirs \(Ben \*bold\* \[x\]\(command:y\)\)/);
    assert.match(lines, /Not in the file: Ours \(Ana\)/);
    assert.equal(tooltip.isTrusted, undefined, 'no link of a name runs a command');
    await workspace.git('merge', '--abort').catch(() => undefined);
  });

  it('draws how an objective came along from the versions of the file and the commits', async () => {
    const open = { ...OPEN, created: '20260101T090000000Z-0000-rows' };
    const parts = (first: JsonObject): Readonly<Record<string, JsonObject>> => ({
      'g-7777777777': { ...open, title: 'Objective', kind: 'objective' },
      [FIRST]: { ...first, parent: 'g-7777777777' },
      [SECOND]: { ...open, title: 'Other', parent: 'g-7777777777' },
    });
    await write(parts(open));
    await workspace.commit('Goals', BEN, '2026-01-01T10:00:00Z');
    await write(parts({ ...open, status: 'done', edits: { status: '20260102T100000000Z-0000-rows' } }));
    await workspace.commit('Ticked', BEN, '2026-01-02T10:00:00Z');
    await workspace.commit(`Other\n\nCloses-Goal: ${SECOND}`, BEN, '2026-01-03T10:00:00Z');
    const place = await openTestPlace(workspace.path);
    const snapshot = await readSpace(place.space, calendarAt(Date.now(), systemZone));
    const points = await goalBurnUp({ snapshot, place }, 'g-7777777777');
    const days = points.map(({ at, done: count, total }) => [new Date(at).toISOString().slice(0, 10), count, total]);
    assert.deepEqual(days.slice(0, 3), [
      ['2026-01-01', 0, 2],
      ['2026-01-02', 1, 2],
      ['2026-01-03', 2, 2],
    ]);
    assert.deepEqual(days.at(-1)?.slice(1), [2, 2], 'and it ends now');
    assert.deepEqual(await goalBurnUp({ snapshot, place }, 'g-9999999999'), []);
  });
});

describe('commits for a personal goal', () => {
  const PRIVATE = 'g-8kq7w2m9xf';
  const personal = path.join(process.env['MICROGOALS_DATA_DIR'] ?? '', 'everywhere.json');
  let workspace: GoalWorkspace;

  beforeEach(async () => {
    workspace = goalWorkspace();
    const goal = { ...OPEN, title: 'Ask for a raise' };
    await vscode.workspace.fs.writeFile(
      vscode.Uri.file(personal),
      new TextEncoder().encode(formatDocument(documentWith({ [PRIVATE]: goal }))),
    );
    await workspace.run('refresh');
  });
  afterEach(async () => {
    await workspace.run('stopGoal');
    await rm(personal, { force: true });
    await workspace.reset();
  });

  const commits = async (): Promise<(readonly [string, string])[]> => {
    await workspace.run('refresh');
    const { space } = await openTestPlace(workspace.path);
    const snapshot = await readSpace(space, calendarAt(Date.now(), systemZone));
    return (snapshot.goals.get(PRIVATE)?.commits ?? []).map(({ commit, subject }) => [commit, subject]);
  };

  it('stand below it, name it nowhere, and stay with it when they are amended and rebased', async () => {
    await workspace.run('startGoal', PRIVATE);
    await workspace.write('mine.txt', '1\n');
    const made = await workspace.commit('Quiet work');
    assert.deepEqual(await commits(), [[made, 'Quiet work']]);
    await workspace.run('stopGoal');
    await workspace.git('commit', '--quiet', '--amend', '--message', 'Said otherwise');
    const amended = await workspace.git('rev-parse', 'HEAD');
    assert.deepEqual(await commits(), [[amended, 'Said otherwise']]);
    await workspace.git('switch', '--quiet', '--create', 'other', 'HEAD~1');
    await workspace.write('other.txt', '1\n');
    await workspace.commit('Other');
    await workspace.git('switch', '--quiet', 'main');
    await workspace.git('rebase', '--quiet', 'other');
    const rebased = await workspace.git('rev-parse', 'HEAD');
    assert.notEqual(rebased, amended);
    assert.deepEqual(await commits(), [[rebased, 'Said otherwise']], 'by what it changes');
    assert.equal((await workspace.git('log', '-1', '--format=%B')).trimEnd(), 'Said otherwise');
    assert.doesNotMatch(await workspace.git('log', '--all', '--format=%B'), /Goal:|g-8kq7w2m9xf/);
    assert.equal(documentOf(await readFile(personal, 'utf8')).records.has(PRIVATE), true);
    await workspace.git('branch', '--delete', '--force', '--quiet', 'other');
  });
});
