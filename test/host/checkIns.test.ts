import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { formatDocument } from '../../src/core/document/formatDocument';
import { isObject, type JsonObject } from '../../src/core/document/json';
import { documentWith, readText } from '../support/documents';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { goalWorkspace } from '../support/host/goalWorkspace';

const PACT = 'g-4kq7w2m9xd';
const PART = 'g-4kq7w2m9xe';
const BLOCKER = 'b-4kq7w2m9xf';
const CREATED = '20260101T090000000Z-0000-demo';

describe('check-ins', () => {
  let workspace: GoalWorkspace;

  before(() => {
    workspace = goalWorkspace();
  });

  beforeEach(async () => {
    const pact = {
      title: 'Ship it',
      kind: 'pact',
      status: 'open',
      owner: 'ana@example.com',
      target: 3,
      created: CREATED,
    };
    const part = {
      title: 'Form',
      kind: 'micro',
      status: 'done',
      owner: 'ana@example.com',
      parent: PACT,
      created: CREATED,
    };
    await mkdir(path.dirname(workspace.shared), { recursive: true });
    await writeFile(workspace.shared, formatDocument(documentWith({ [PACT]: pact, [PART]: part })));
    await workspace.commit(`Send the form\n\nGoal: ${PACT}`);
    await workspace.run('refresh');
  });

  afterEach(() => workspace.reset());

  async function records(letter: string): Promise<JsonObject[]> {
    const reading = readText(await readFile(workspace.shared, 'utf8'));
    assert.equal(reading.state, 'ok');
    return [...reading.document.records].flatMap(([id, record]) =>
      id.startsWith(letter) && isObject(record) ? [record] : [],
    );
  }

  it('regular check-ins: the command and Enter post what the commits and ticks say of the goal that is due', async () => {
    await workspace.accept('checkIn');
    const [{ created, ...said } = {}] = await records('c-');
    assert.deepEqual(said, { goal: PACT, by: 'ana@example.com', note: 'Done: Send the form, Form' });
    assert.equal(typeof created, 'string');
  });

  it('the same text goes to the clipboard as a stand-up note', async () => {
    await workspace.run('copyStandUp');
    assert.equal(await vscode.env.clipboard.readText(), '- Ship it: Done: Send the form, Form');
  });

  it('what waits is settled from its row: the longest due first, one Enter each', async () => {
    await workspace.accept('actOnWaiting');
    assert.equal((await records('c-')).length, 1);
  });

  it('obstacles: a blocker is cleared with Enter alone, and undo takes it back', async () => {
    const blocker = { goal: PACT, note: 'no key', needs: 'ana@example.com', created: CREATED };
    const text = await readFile(workspace.shared, 'utf8');
    const reading = readText(text);
    assert.equal(reading.state, 'ok');
    const all = Object.fromEntries(reading.document.records);
    await writeFile(workspace.shared, formatDocument(documentWith({ ...all, [BLOCKER]: blocker })));
    await workspace.run('refresh');
    await workspace.accept('clearBlocker', BLOCKER);
    assert.equal((await records('b-'))[0]?.['resolution'], 'cleared');
    await workspace.run('undo');
    assert.equal((await records('b-'))[0]?.['resolution'], undefined);
  });
});
