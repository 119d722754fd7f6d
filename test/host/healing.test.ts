import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Change } from '../../src/core/document/change';
import { applyChange, applyChanges } from '../../src/core/document/change';
import { formatDocument } from '../../src/core/document/formatDocument';
import { openDisagreements } from '../../src/core/snapshot/disagreements';
import {
  BASE,
  diverge,
  divergedRepository,
  FIRST,
  MERGED,
  OURS,
  SECOND,
  SIDES,
  sideStamper,
  THEIRS,
} from '../support/divergedRepository';
import { documentOf } from '../support/documents';
import { goalWorkspace, type GoalWorkspace } from '../support/host/goalWorkspace';
import { SHARED_FILE } from '../support/team';
import { untilFile } from '../support/untilFile';

const HEALED = formatDocument(MERGED);

/** What leaves the file unmerged where there is no driver, begun on `main` with our edits committed. */
const SITUATIONS: Readonly<
  Record<string, (git: GoalWorkspace['git'], write: () => Promise<unknown>) => Promise<unknown>>
> = {
  merge: (git) => git('merge', 'theirs'),
  'merge without a commit': (git) => git('merge', '--no-commit', '--no-ff', 'theirs'),
  'cherry-pick': (git) => git('cherry-pick', 'theirs'),
  rebase: (git) => git('rebase', 'theirs'),
  'stash pop': async (git, write) => {
    await git('reset', '--quiet', '--hard', 'at-base');
    await write();
    await git('stash');
    await git('reset', '--quiet', '--hard', 'at-theirs');
    await git('stash', 'pop');
  },
  'switch --merge': async (git, write) => {
    await git('reset', '--quiet', '--hard', 'at-base');
    await write();
    await git('switch', '--merge', 'theirs');
  },
};

describe('healing in the editor', () => {
  let workspace: GoalWorkspace;

  beforeEach(async () => {
    workspace = goalWorkspace();
    await workspace.reset();
  });

  afterEach(() => workspace.reset());

  const text = (): Promise<string> => readFile(workspace.shared, 'utf8');
  const unmerged = (): Promise<string> => workspace.git('ls-files', '--unmerged');
  const conflict = (doing: Promise<unknown>): Promise<void> =>
    doing.then(
      () => undefined,
      () => undefined,
    );

  for (const [name, begin] of Object.entries(SITUATIONS)) {
    it(`after a ${name} the file holds both sides, unasked, and nothing is staged`, async () => {
      await diverge(workspace);
      await conflict(
        begin(
          (...args) => workspace.git(...args),
          () => workspace.write(SHARED_FILE, formatDocument(OURS)),
        ),
      );
      assert.notEqual(await unmerged(), '');
      await untilFile(workspace.shared, (now) => now === HEALED);
      assert.notEqual(await unmerged(), '');
      await workspace.git('add', '--all');
      await workspace.run('refresh');
      assert.equal(await text(), HEALED);
    });
  }

  it('writes an edit that is made while git still waits', async () => {
    await diverge(workspace);
    await conflict(workspace.git('merge', 'theirs'));
    await untilFile(workspace.shared, (now) => now === HEALED);
    await workspace.run('refresh');
    await workspace.run('toggleDone', { id: FIRST, done: false });
    const [healed, edited] = [documentOf(HEALED), documentOf(await text())];
    assert.deepEqual([...edited.records.keys()], [...healed.records.keys()]);
    assert.notEqual(await text(), HEALED);
    await workspace.commit('Merge');
  });

  it('does not write under unsaved text; it heals when the text is let go of', async () => {
    await diverge(workspace);
    const document = await vscode.workspace.openTextDocument(workspace.shared);
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '\n');
    await vscode.workspace.applyEdit(edit);
    // Text that is reverted in the moment in which the editor hears of the change on disk stays unsaved.
    const heard = changeHeard(workspace.shared, '<<<<<<<');
    await conflict(workspace.git('merge', 'theirs'));
    await heard;
    const marked = await text();
    assert.ok(document.isDirty);
    await workspace.accept('resolve');
    assert.equal(await text(), marked);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await untilFile(workspace.shared, (now) => now === HEALED);
  });

  it('heals the archive, too', async () => {
    const archive = path.join(path.dirname(workspace.shared), 'archive.json');
    const commitArchive = async (text: string): Promise<void> => {
      await workspace.write('.microgoals/archive.json', text);
      await workspace.commit('Archive');
    };
    await workspace.git('switch', '--quiet', '--create', 'archived');
    await commitArchive(formatDocument(THEIRS));
    await workspace.git('switch', '--quiet', 'main');
    await commitArchive(formatDocument(OURS));
    await conflict(workspace.git('merge', 'archived'));
    await untilFile(archive, (now) => now === HEALED);
    await workspace.commit('Merge');
  });

  it('stages what it merged by one click, and nothing before', async () => {
    await diverge(workspace);
    await conflict(workspace.git('merge', 'theirs'));
    await untilFile(workspace.shared, (now) => now === HEALED);
    assert.notEqual(await unmerged(), '');
    await workspace.press('resolve');
    assert.equal(await unmerged(), '');
    assert.equal(await text(), HEALED);
    await workspace.commit('Merge');
  });

  it('asks before it joins what somebody changed since, and does so', async () => {
    await diverge(workspace);
    await conflict(workspace.git('merge', 'theirs'));
    await untilFile(workspace.shared, (now) => now === HEALED);
    await workspace.commit('Merge');
    const tick: Change = { type: 'set', id: SECOND, path: 'status', value: 'done' };
    await workspace.write(SHARED_FILE, formatDocument(applyChange(OURS, tick, sideStamper(50))));
    await workspace.run('refresh');
    await workspace.accept('resolve');
    assert.equal(await text(), formatDocument(applyChange(MERGED, tick, sideStamper(50))));
  });

  it('leaves alone what it cannot read, and shows the last version that can be', async () => {
    await diverge(workspace, { ...SIDES, theirs: '{ "version": 1, "records": [\n' });
    await conflict(workspace.git('merge', 'theirs'));
    const before = await text();
    await workspace.run('resolve');
    assert.equal(await text(), before);
    assert.equal(vscode.window.activeTextEditor?.document.getText(), SIDES.ours?.trimEnd());
    assert.notEqual(await unmerged(), '');
  });

  it('joins markers that were committed, on a click', async () => {
    const other = await divergedRepository();
    try {
      await conflict(other.git('merge', 'theirs'));
      await workspace.write(SHARED_FILE, await other.text());
    } finally {
      await other.remove();
    }
    await workspace.commit('Commit markers');
    await workspace.run('refresh');
    await workspace.run('resolve');
    const { records } = documentOf(await text());
    assert.deepEqual([...records.keys()].sort(), [...MERGED.records.keys()].sort());
  });

  it('joins the copy of a sync program, and removes it', async () => {
    await workspace.write(SHARED_FILE, formatDocument(OURS));
    const folder = path.dirname(workspace.shared);
    await writeFile(path.join(folder, "goals (Ana's conflicted copy).json"), formatDocument(THEIRS));
    await workspace.run('refresh');
    await workspace.accept('resolve');
    assert.equal(await text(), HEALED);
    assert.deepEqual(await readdir(folder), [path.basename(workspace.shared)]);
  });

  it('asks once about what both changed, and a choice settles it', async () => {
    const title = (value: string, minute: number): string =>
      formatDocument(applyChange(BASE, { type: 'set', id: FIRST, path: 'title', value }, sideStamper(minute)));
    await diverge(workspace, { ...SIDES, ours: title('Ours', 10), theirs: title('Theirs', 11) });
    await conflict(workspace.git('merge', 'theirs'));
    await untilFile(workspace.shared, (now) => now === title('Theirs', 11));
    await workspace.commit('Merge');
    const before = await text();
    await workspace.accept('resolve');
    const settled = await text();
    assert.match(settled, /"title": "Theirs"/);
    assert.notEqual(settled, before, 'the choice has a stamp of its own');
    await workspace.run('resolve');
    assert.equal(await text(), settled);
  });

  it('restores by one click a goal that one side deleted while the other edited it', async () => {
    const side = (changes: readonly Change[], minute: number): string =>
      formatDocument(applyChanges(BASE, changes, sideStamper(minute)));
    const [deleted, edit] = [
      { type: 'set', id: FIRST, path: 'deleted', value: true },
      { type: 'set', id: FIRST, path: 'due', value: '2026-12-04' },
    ] as const;
    await diverge(workspace, { ...SIDES, ours: side([deleted], 10), theirs: side([edit], 11) });
    await conflict(workspace.git('merge', 'theirs'));
    const healed = await untilFile(workspace.shared, (now) => !now.includes('<<<<<<<') && now.includes('"due"'));
    const [found] = openDisagreements([], workspace.shared, documentOf(healed));
    assert.ok(found, 'it is listed: the deletion won');
    await workspace.run('refresh');
    await workspace.run('restoreDeleted', { type: 'disagreement', key: 'row', id: found.key });
    assert.match(await text(), /"deleted": false/);
  });
});

/** Resolves when the editor's own watcher has told of a change of the file and the text stands in it: not of an earlier change. */
function changeHeard(file: string, text: string): Promise<void> {
  const pattern = new vscode.RelativePattern(path.dirname(file), path.basename(file));
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  return new Promise((resolve) => {
    const heard = (): void => {
      if (!readFileSync(file, 'utf8').includes(text)) return;
      watcher.dispose();
      resolve();
    };
    watcher.onDidChange(heard);
    watcher.onDidCreate(heard);
  });
}
