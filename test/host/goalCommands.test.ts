import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { isObject, type Json } from '../../src/core/document/json';
import { formatDocument } from '../../src/core/document/formatDocument';
import { documentWith, readText } from '../support/documents';
import { gitRepository } from '../support/gitRepository';
import { openTestPlace } from '../support/host/openTestPlace';
import { untilFile } from '../support/untilFile';
import { answering } from '../support/host/answering';
import { ourDiagnostics } from '../support/host/ourDiagnostics';

const FIRST = 'g-4kq7w2m9xd';
const SECOND = 'g-4kq7w2m9xe';
const PRIVATE = 'g-8kq7w2m9xf';
const CREATED = '20260101T090000000Z-0000-demo';

function goal(title: string, more: Record<string, Json> = {}): Json {
  return { title, kind: 'micro', status: 'open', ...more, created: CREATED };
}

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`microGoals.${command}`, ...args);
}

describe('commands on goals', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const data = process.env['MICROGOALS_DATA_DIR'] ?? '';
  const shared = path.join(folder, '.microgoals/goals.json');
  const personal = path.join(data, 'everywhere.json');
  const repository = gitRepository(folder);

  before(() => {
    assert.notEqual(folder, '');
    assert.notEqual(data, '');
  });

  beforeEach(async () => {
    const team = { [FIRST]: goal('Ship it', { order: 'a0' }), [SECOND]: goal('Sleep well', { order: 'a1' }) };
    await mkdir(path.dirname(shared), { recursive: true });
    await mkdir(data, { recursive: true });
    await writeFile(shared, formatDocument(documentWith(team)));
    await writeFile(personal, formatDocument(documentWith({ [PRIVATE]: goal('Ask for a raise') })));
    await repository.git('add', '--all');
    await run('refresh');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(path.dirname(shared), { recursive: true, force: true });
    await rm(personal, { force: true });
    await run('refresh');
  });

  async function record(file: string, id: string): Promise<Readonly<Record<string, Json | undefined>>> {
    const reading = readText(await readFile(file, 'utf8'));
    assert.equal(reading.state, 'ok');
    const found = reading.document.records.get(id);
    assert.ok(isObject(found), `${id} is not in ${file}`);
    return found;
  }

  /** Lines added and removed since the last `git add`. */
  async function changedLines(): Promise<string> {
    return (await repository.git('diff', '--numstat')).replace(/\s+\.microgoals.*/, '').replace('\t', '+');
  }

  it('a first tick adds the block of edits, a later one changes two lines', async () => {
    await run('toggleDone', FIRST);
    assert.equal((await record(shared, FIRST))['status'], 'done');
    assert.equal(await changedLines(), '4+1');
    await repository.git('add', '--all');
    await run('toggleDone', FIRST);
    assert.equal((await record(shared, FIRST))['status'], 'open');
    assert.equal(await changedLines(), '2+2');
  });

  it('a caller that says which is not turned around by a second call', async () => {
    await run('toggleDone', { id: FIRST, done: true });
    const text = await readFile(shared, 'utf8');
    await run('toggleDone', { id: FIRST, done: true });
    assert.equal(await readFile(shared, 'utf8'), text);
  });

  it('undo and redo go through the last changes', async () => {
    await run('toggleDone', FIRST);
    await run('pinGoal', SECOND);
    await run('undo');
    assert.notEqual((await record(shared, SECOND))['pinned'], true);
    await run('undo');
    assert.equal((await record(shared, FIRST))['status'], 'open');
    await run('redo');
    assert.equal((await record(shared, FIRST))['status'], 'done');
    await run('redo');
    assert.equal((await record(shared, SECOND))['pinned'], true);
  });

  it('Help with Goal adds the person, and Stop Helping takes them away (row 8)', async () => {
    await run('helpWithGoal', SECOND);
    assert.deepEqual((await record(shared, SECOND))['helpers'], { 'ana@example.com': true });
    await run('stopHelping', SECOND);
    assert.deepEqual((await record(shared, SECOND))['helpers'] ?? {}, {});
  });

  it('moves a goal among its siblings', async () => {
    await run('moveUp', SECOND);
    const [first, second] = [await record(shared, FIRST), await record(shared, SECOND)];
    assert.ok(text(second['order']) < text(first['order']));
  });

  it('shares a personal goal under the same id; nothing of it is in the shared file before', async () => {
    await run('toggleDone', PRIVATE);
    assert.doesNotMatch(await readFile(shared, 'utf8'), /raise|g-8kq7w2m9xf/);
    await run('shareGoal', PRIVATE);
    assert.equal((await record(shared, PRIVATE))['title'], 'Ask for a raise');
    assert.equal((await record(shared, PRIVATE))['owner'], 'ana@example.com');
    assert.equal((await record(personal, PRIVATE))['deleted'], true);
    await run('undo');
    assert.equal((await record(shared, PRIVATE))['deleted'], true);
    assert.equal((await record(personal, PRIVATE))['deleted'], false);
  });

  it('deletes a goal by a mark, so that undo brings it back', async () => {
    await run('deleteGoal', FIRST);
    assert.equal((await record(shared, FIRST))['deleted'], true);
    await run('undo');
    assert.equal((await record(shared, FIRST))['deleted'], false);
  });

  it('starts a personal goal where the hook does not look, one of the team where it does', async () => {
    const active = path.join(folder, '.git/microgoals/active');
    await run('startGoal', PRIVATE);
    assert.equal(await readFile(active, 'utf8'), '-\nrefs/heads/main\n');
    await run('startGoal', FIRST);
    assert.equal(await readFile(active, 'utf8'), `${FIRST}\nrefs/heads/main\n`);
    await run('stopGoal');
    assert.equal(await readFile(active, 'utf8'), '-\nrefs/heads/main\n');
  });

  it('lets commits name the goal that is worked on from when it is shared until that is undone', async () => {
    const active = path.join(folder, '.git/microgoals/active');
    await run('startGoal', PRIVATE);
    await run('shareGoal', PRIVATE);
    await untilFile(active, (text) => text === `${PRIVATE}\nrefs/heads/main\n`);
    await run('undo');
    await untilFile(active, (text) => text === '-\nrefs/heads/main\n');
    await run('stopGoal');
  });

  it('works on a goal that was started on a new branch there alone: back on main what was chosen there holds', async () => {
    const choice = path.join(folder, '.git/microgoals/active');
    const activeHere = async (): Promise<string | undefined> => (await openTestPlace(folder)).space.active();
    const branch = `${FIRST}-ship-it`;
    for (const before of [undefined, SECOND]) {
      await rm(choice, { force: true });
      if (before !== undefined) await run('startGoal', before);
      await run('startOnBranch', FIRST);
      assert.equal(await repository.git('symbolic-ref', '--short', 'HEAD'), branch);
      assert.equal(await activeHere(), FIRST);
      await repository.git('switch', '--quiet', 'main');
      await repository.git('branch', '--quiet', '--delete', '--force', branch);
      assert.equal(await activeHere(), before);
    }
    // A choice of which no branch is known would hold on the new one, too.
    await writeFile(choice, `${SECOND}\n`);
    await run('startOnBranch', FIRST);
    assert.equal(await activeHere(), FIRST);
    await repository.git('switch', '--quiet', 'main');
    await repository.git('branch', '--quiet', '--delete', '--force', branch);
    await rm(choice, { force: true });
  });

  it('Still true? is answered by keep, pause or drop; a goal of others or touched lately is left alone', async () => {
    await run('dropGoal', FIRST);
    assert.equal((await record(shared, FIRST))['status'], 'open');
    const mine = { owner: 'ana@example.com' };
    const team = { [FIRST]: goal('Ship it', mine), [SECOND]: goal('Sleep well', mine) };
    await writeFile(shared, formatDocument(documentWith(team)));
    await run('refresh');
    await run('pauseGoal', FIRST);
    assert.equal((await record(shared, FIRST))['status'], 'paused');
    await run('dropGoal', FIRST);
    assert.equal((await record(shared, FIRST))['status'], 'paused');
    await run('keepGoal', SECOND);
    await run('dropGoal', SECOND);
    assert.equal((await record(shared, SECOND))['status'], 'open');
    await answering(async () => {
      await run('dropGoal', PRIVATE);
    }, 'No time');
    const { status, reason } = await record(personal, PRIVATE);
    assert.deepEqual([status, reason], ['dropped', 'No time']);
  });

  it('opens notes as a document that is saved into the goal', async () => {
    await run('editNotes', FIRST);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'microgoals-notes');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'See *the* plan.\n');
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    const saved = savedOnce(document.uri);
    // The first save is refused while the editor's own Markdown extension starts; the editor then saves by itself.
    await document.save();
    await saved;
    assert.equal((await record(shared, FIRST))['notes'], 'See *the* plan.\n');
  });

  it('shows a defect as a diagnostic at its place, until it is mended', async () => {
    const uri = vscode.Uri.file(shared);
    await writeFile(shared, '{\n  "version": 1,\n  "records": {,}\n}\n');
    await run('refresh');
    const found = await ourDiagnostics(uri, (all) => all.length > 0);
    assert.deepEqual(
      found.map(({ range, code }) => [range.start.line, range.start.character, code]),
      [[2, 14, 'syntax']],
    );
    await writeFile(shared, formatDocument(documentWith({ [FIRST]: goal('Ship it') })));
    await run('refresh');
    await ourDiagnostics(uri, (all) => all.length === 0);
  });
});

function text(value: Json | undefined): string {
  assert.equal(typeof value, 'string');
  return value as string;
}

function savedOnce(uri: vscode.Uri): Promise<void> {
  return new Promise((resolve) => {
    const subscription = vscode.workspace.onDidSaveTextDocument((document) => {
      if (document.uri.toString() !== uri.toString()) return;
      subscription.dispose();
      resolve();
    });
  });
}
