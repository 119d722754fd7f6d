import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { formatDocument } from '../../src/core/document/formatDocument';
import type { Json } from '../../src/core/document/json';
import { documentOf, documentWith } from '../support/documents';
import { accept } from '../support/host/answer';

const [OLD, PART, OPEN] = ['g-4kq7w2m9xd', 'g-4kq7w2m9xe', 'g-4kq7w2m9xf'] as const;

function goal(title: string, more: Record<string, Json> = {}): Json {
  return { title, kind: 'micro', status: 'open', ...more, created: '20240101T090000000Z-0000-demo' };
}

describe('commands on many goals', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const shared = path.join(folder, '.microgoals/goals.json');
  const archive = path.join(folder, '.microgoals/archive.json');
  const read = async (file: string): Promise<ReadonlyMap<string, Json>> =>
    documentOf(await readFile(file, 'utf8')).records;

  before(() => {
    assert.notEqual(folder, '');
  });

  beforeEach(async () => {
    const goals = { [OLD]: goal('Old', { status: 'done' }), [PART]: goal('Part', { status: 'done', parent: OLD }) };
    await mkdir(path.dirname(shared), { recursive: true });
    await writeFile(shared, formatDocument(documentWith({ ...goals, [OPEN]: goal('Open') })));
    await vscode.commands.executeCommand('microGoals.refresh');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(path.dirname(shared), { recursive: true, force: true });
    await vscode.commands.executeCommand('microGoals.refresh');
  });

  it('imports the selected checklist, and nothing twice', async () => {
    const content = '# Plan\n\n- [ ] Write notes !p1\n  - [x] Collect changes\n- [ ] Open\n';
    const document = await vscode.workspace.openTextDocument({ content, language: 'markdown' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(document.positionAt(0), document.positionAt(content.length));
    const before = await read(shared);
    await accept('importChecklist', 'team');
    const added = [...(await read(shared))].filter(([id]) => !before.has(id));
    const byTitle = new Map(added.map(([id, record]) => [(record as Record<string, Json>)['title'], { id, record }]));
    assert.deepEqual([...byTitle.keys()].sort(), ['Collect changes', 'Open', 'Plan', 'Write notes']);
    const part = byTitle.get('Collect changes')?.record as Record<string, Json>;
    assert.deepEqual([part['status'], part['parent']], ['done', byTitle.get('Write notes')?.id]);
  });

  it('archives what was closed long ago, and undo brings back the very bytes', async () => {
    const before = await readFile(shared, 'utf8');
    await accept('archiveGoals');
    assert.deepEqual([...(await read(shared)).keys()], [OPEN]);
    assert.deepEqual([...(await read(archive)).keys()].sort(), [OLD, PART]);
    await vscode.commands.executeCommand('microGoals.undo');
    assert.equal(await readFile(shared, 'utf8'), before);
    assert.equal((await read(archive)).size, 0);
  });
});
