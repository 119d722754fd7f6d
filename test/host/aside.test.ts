import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Json } from '../../src/core/document/json';
import { isObject } from '../../src/core/document/json';
import { calendarAt } from '../../src/core/snapshot/calendar';
import { readSpace } from '../../src/core/space/goalSpace';
import { formatDocument } from '../../src/core/document/formatDocument';
import { systemZone } from '../../src/store/nodePorts';
import { BASE, diverge, FIRST, MERGED, SECOND, SIDES } from '../support/divergedRepository';
import { documentOf } from '../support/documents';
import { goalWorkspace, type GoalWorkspace } from '../support/host/goalWorkspace';
import { openTestPlace } from '../support/host/openTestPlace';
import { SHARED_FILE } from '../support/team';
import { untilFile } from '../support/untilFile';

const BASE_TEXT = formatDocument(BASE);

describe("goal edits out of git's way, in the editor", () => {
  let workspace: GoalWorkspace;

  beforeEach(async () => {
    workspace = goalWorkspace();
    await workspace.reset();
    await diverge(workspace, { ...SIDES, ours: BASE_TEXT });
    await workspace.run('refresh');
  });

  afterEach(async () => {
    await setCleanTree(undefined);
    await workspace.reset();
  });

  const text = (): Promise<string> => readFile(workspace.shared, 'utf8');
  const tick = (id: string): Promise<void> => workspace.run('toggleDone', { id, done: true });
  const changes = (): Promise<string> => workspace.git('status', '--porcelain');

  async function setCleanTree(value: boolean | undefined): Promise<void> {
    await vscode.workspace.getConfiguration('microGoals').update('cleanTree', value, vscode.ConfigurationTarget.Global);
    await workspace.run('refresh');
  }

  it('sets ticks aside; a switch goes through, and they come back by themselves', async () => {
    await tick(FIRST);
    await assert.rejects(workspace.git('switch', '--quiet', 'theirs'));
    await workspace.run('parkChanges');
    assert.equal(await changes(), '');
    assert.equal(await text(), BASE_TEXT);
    await tick(SECOND);
    assert.equal(await changes(), '', 'what is ticked meanwhile lies beside the rest');
    await workspace.git('switch', '--quiet', 'theirs');
    const back = documentOf(await untilFile(workspace.shared, (now) => now.includes('"done"')));
    assert.deepEqual([field(back, FIRST, 'status'), field(back, SECOND, 'status')], ['done', 'done']);
    assert.equal(field(back, FIRST, 'due'), '2026-12-04', 'theirs is there, too');
    assert.ok(back.records.has('g-4kq7w2m9xg'));
  });

  it('shows what a removed worktree set aside as a row, and a click on it brings that back', async () => {
    const worktree = path.join(workspace.aside, 'worktree');
    await workspace.git('worktree', 'add', '--quiet', '--detach', worktree);
    const there = await openTestPlace(worktree);
    await there.aside?.save([{ type: 'set', id: FIRST, path: 'status', value: 'done' }]);
    await there.aside?.park();
    await workspace.git('worktree', 'remove', worktree);
    const place = await openTestPlace(workspace.path);
    const notices = async (): Promise<unknown> => {
      await readSpace(place.space, calendarAt(Date.now(), systemZone));
      await place.lateRead();
      const { notices: found } = await readSpace(place.space, calendarAt(Date.now(), systemZone));
      return found.map(({ code, name, count }) => [code, name, count]);
    };
    assert.deepEqual(await notices(), [['left-aside', 'worktree', 1]]);
    await workspace.run('takeLeftAside');
    assert.equal(field(documentOf(await text()), FIRST, 'status'), 'done');
    assert.deepEqual(await notices(), []);
  });

  it('brings back by a click the very text that was set aside', async () => {
    await tick(FIRST);
    const ticked = await text();
    await workspace.run('parkChanges');
    await workspace.run('shareChanges');
    assert.equal(await text(), ticked);
    assert.equal(existsSync(path.join(workspace.aside, 'overlay.json')), false);
  });

  it('a rebase goes through with ticks set aside', async () => {
    await workspace.commit('Something else');
    await tick(FIRST);
    await assert.rejects(workspace.git('rebase', 'theirs'));
    await workspace.run('parkChanges');
    await workspace.git('rebase', '--quiet', 'theirs');
    await untilFile(workspace.shared, (now) => now.includes('"done"'));
    assert.equal(await workspace.git('log', '-1', '--format=%s'), 'Something else');
  });

  it('with cleanTree no edit touches the file until it is shared', async () => {
    await setCleanTree(true);
    await tick(FIRST);
    assert.equal(await changes(), '');
    await workspace.git('merge', '--quiet', 'theirs');
    await workspace.run('refresh');
    assert.equal(await changes(), '');
    await workspace.run('shareChanges');
    const shared = documentOf(await text());
    assert.deepEqual([field(shared, FIRST, 'status'), field(shared, FIRST, 'due')], ['done', '2026-12-04']);
  });

  it('turning cleanTree off shares what it kept', async () => {
    await setCleanTree(true);
    await tick(FIRST);
    await setCleanTree(false);
    assert.equal(field(documentOf(await text()), FIRST, 'status'), 'done');
  });

  for (const [name, release] of Object.entries({
    save: 'workbench.action.files.save',
    revert: 'workbench.action.files.revert',
  })) {
    it(`a tick waits while the file has unsaved text, and is written with its ${name}`, async () => {
      const document = await vscode.workspace.openTextDocument(workspace.shared);
      await vscode.window.showTextDocument(document);
      const edit = new vscode.WorkspaceEdit();
      const at = document.getText().indexOf('Write the docs');
      edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 5)), 'Typed');
      await vscode.workspace.applyEdit(edit);
      await tick(FIRST);
      assert.equal(await text(), BASE_TEXT);
      await vscode.commands.executeCommand(release);
      const written = documentOf(await untilFile(workspace.shared, (now) => now.includes('"done"')));
      assert.equal(field(written, FIRST, 'status'), 'done');
      assert.equal(field(written, SECOND, 'title'), name === 'save' ? 'Typed the docs' : 'Write the docs');
    });
  }

  it('shares on a branch of its own exactly what was ticked, without touching files, index or HEAD', async () => {
    await tick(FIRST);
    const before = [await text(), await workspace.git('rev-parse', 'HEAD'), await changes()];
    await workspace.accept('shareNow');
    const made = (await workspace.git('for-each-ref', '--format=%(refname)', 'refs/heads')).split('\n');
    const [branch, ...more] = made.filter((name) => !/\/(main|theirs)$/.test(name));
    assert.ok(branch !== undefined && more.length === 0, made.join(' '));
    assert.deepEqual([await text(), await workspace.git('rev-parse', 'HEAD'), await changes()], before);
    assert.equal(await workspace.git('diff', '--name-only', 'main', branch), SHARED_FILE);
    assert.equal(field(documentOf(await workspace.git('show', `${branch}:${SHARED_FILE}`)), FIRST, 'status'), 'done');
    await workspace.git('update-ref', '-d', branch);
  });

  it('one consent installs hook and driver, which merge what git alone cannot; one takes both away', async () => {
    await workspace.accept('installHook');
    try {
      // In place of the plan, in another language.
      await workspace.run('showHookStatus');
      await untilShown(/^Commits here name the active goal\.\n.*\n\n- ✓ /);
      assert.notEqual(await workspace.git('config', 'merge.microgoals.driver'), '');
      assert.equal(existsSync(path.join(workspace.path, '.git/hooks/commit-msg')), true);
      await workspace.write(SHARED_FILE, SIDES.ours ?? '');
      await workspace.commit('Ours');
      await workspace.git('merge', '--quiet', 'theirs');
      assert.equal(await text(), formatDocument(MERGED));
      assert.equal(await changes(), '');
    } finally {
      await workspace.accept('uninstallHook');
    }
    await workspace.run('showHookStatus');
    await untilShown(/^Commits here do not name the active goal\.\n.*\n\n- ! /);
    await assert.rejects(workspace.git('config', '--get-regexp', '^merge\\.microgoals'));
    assert.equal(existsSync(path.join(workspace.path, '.git/hooks/commit-msg')), false);
  });

  it('work on a ticked goal ends with the commit that names it, not with the tick', async () => {
    const active = path.join(workspace.aside, 'active');
    await workspace.run('startGoal', FIRST);
    await tick(FIRST);
    assert.match(await readFile(active, 'utf8'), new RegExp(`^${FIRST}\n`));
    await workspace.commit(`Do it\n\nGoal: ${FIRST}`);
    await untilFile(active, (now) => now.startsWith('-\n'));
  });

  it('a tick in the status bar ends the work on its goal at once, and no other work', async () => {
    const active = path.join(workspace.aside, 'active');
    await workspace.run('startGoal', FIRST);
    await workspace.run('toggleDone', { id: SECOND, done: true, ending: true });
    assert.match(await readFile(active, 'utf8'), new RegExp(`^${FIRST}\n`));
    await workspace.run('toggleDone', { id: FIRST, done: true, ending: true });
    assert.match(await readFile(active, 'utf8'), /^-\n/);
  });
});

/** Resolves when the text in the editor at hand is like that. */
function untilShown(wanted: RegExp): Promise<void> {
  const isShown = (): boolean => wanted.test(vscode.window.activeTextEditor?.document.getText() ?? '');
  return new Promise((resolve) => {
    const watch = vscode.workspace.onDidChangeTextDocument(() => {
      if (!isShown()) return;
      watch.dispose();
      resolve();
    });
    if (!isShown()) return;
    watch.dispose();
    resolve();
  });
}

function field(document: ReturnType<typeof documentOf>, id: string, name: string): Json | undefined {
  const record = document.records.get(id);
  assert.ok(isObject(record), `${id} is gone`);
  return record[name];
}
