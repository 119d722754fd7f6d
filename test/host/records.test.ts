import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { type JsonObject } from '../../src/core/document/json';
import type { Answer } from '../support/host/answering';
import { answering, ESCAPE } from '../support/host/answering';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { goalWorkspace } from '../support/host/goalWorkspace';

/** Goal whose history is its own: no other test commits it. */
const OWN = 'g-0wnh1st0ry';
const GOAL = 'g-4kq7w2m9xd';
const SAID = 'c-4kq7w2m9xe';
const CREATED = '20260101T090000000Z-0000-demo';

describe('records of declared kinds', () => {
  let workspace: GoalWorkspace;

  before(() => {
    workspace = goalWorkspace();
  });

  beforeEach(async () => {
    const goal = { title: 'Ship it', kind: 'pact', status: 'open', created: CREATED };
    const said = { goal: GOAL, by: 'ana@example.com', note: 'form done', confidence: 2, created: CREATED };
    await workspace.fill({ [GOAL]: goal, [SAID]: said });
  });

  afterEach(() => workspace.reset());

  async function recordsOf(letter: string): Promise<JsonObject[]> {
    return [...(await workspace.records())].filter(([id]) => id.startsWith(letter)).map(([, record]) => record);
  }

  it('a meeting takes Enter, with the person, the day and the goal filled in; undo takes it back', async () => {
    await workspace.accept('addRecord', GOAL, 'meeting');
    const [{ created, when, ...held } = {}] = await recordsOf('n-');
    assert.deepEqual(held, { goal: GOAL, facilitator: 'ana@example.com' });
    assert.ok(typeof created === 'string' && /^\d{8}T/.test(created));
    assert.ok(typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when));
    await workspace.run('undo');
    assert.equal((await recordsOf('n-'))[0]?.['deleted'], true);
  });

  it('an edit that changes nothing writes nothing', async () => {
    const text = await readFile(workspace.shared, 'utf8');
    await workspace.accept('editRecord', SAID);
    assert.equal(await readFile(workspace.shared, 'utf8'), text);
  });

  it('what was typed stands in the form still where the file cannot be written', async () => {
    await writeFile(workspace.shared, '{');
    await workspace.run('refresh');
    const answers: readonly Answer[] = ['Next quarter', '2026-10-01', '2026-12-31', 'Add', 'Title', ESCAPE, ESCAPE];
    const asked = await answering(() => workspace.run('addRecord', undefined, 'cycle'), ...answers);
    assert.equal(asked.at(-2)?.value, 'Next quarter');
    assert.equal(await readFile(workspace.shared, 'utf8'), '{');
  });

  it('what was said is deleted by a mark and brought back by undo', async () => {
    await workspace.run('deleteRecord', SAID);
    assert.equal((await recordsOf('c-'))[0]?.['deleted'], true);
    await workspace.run('undo');
    assert.equal((await recordsOf('c-'))[0]?.['deleted'], false);
  });

  it('the activity of a goal lists each change with who made it, from the versions in git', async () => {
    const goal = { title: 'Ship it', kind: 'keyResult', status: 'open', target: 5, created: CREATED };
    const stamped = (target: number, minute: number): JsonObject => ({
      [OWN]: { ...goal, target, edits: { target: `20260102T09${minute}00000Z-0000-demo` } },
    });
    await workspace.fill({ [OWN]: goal });
    await workspace.commit('Planned');
    await workspace.fill(stamped(4, 10));
    await workspace.commit('Harder', { name: 'Bo', email: 'bo@example.com' });
    await workspace.fill(stamped(6, 20));
    await workspace.commit('Easier', { name: 'Cy', email: 'cy@example.com' });
    await workspace.fill(stamped(3, 30));
    await workspace.run('showActivity', OWN);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    const lines = text.split('\n').filter((line) => line.startsWith('- '));
    assert.deepEqual(
      lines.map((line) => line.replace(/^- .*? [AP]M · /, '')),
      ['Target: 6 → 3 · not committed yet', 'Target: 4 → 6 · Cy', 'Target: 5 → 4 · Bo', 'added · Ana'],
      text,
    );
  });

  it('Set Status, dropped: asks why, and the activity shows the reason', async () => {
    await workspace.fill({
      [OWN]: { title: 'Ship it', kind: 'keyResult', status: 'open', target: 5, created: CREATED },
    });
    await answering(() => workspace.run('setStatus', OWN), 'dropped', 'It was sold');
    const held = (await workspace.records()).get(OWN);
    assert.deepEqual([held?.['status'], held?.['reason']], ['dropped', 'It was sold']);
    await workspace.run('showActivity', OWN);
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /· Reason: It was sold/);
  });

  it('the activity of a goal tells what was said of it', async () => {
    await workspace.run('showActivity', GOAL);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^# Ship it\n/);
    assert.match(text, /Check-in: form done · 2\/5 · Ana\n/);
    assert.match(text, /### Check-in: form done/);
  });
});
