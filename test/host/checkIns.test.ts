import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type JsonObject } from '../../src/core/document/json';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { goalWorkspace } from '../support/host/goalWorkspace';

const GOAL = 'g-4kq7w2m9xd';
const PART = 'g-4kq7w2m9xe';
const BLOCKER = 'b-4kq7w2m9xf';
const CREATED = '20260101T090000000Z-0000-demo';

describe('check-ins', () => {
  let workspace: GoalWorkspace;

  before(() => {
    workspace = goalWorkspace();
  });

  beforeEach(async () => {
    const goal = {
      title: 'Ship it',
      kind: 'micro',
      status: 'open',
      owner: 'ana@example.com',
      cadence: 'weekly',
      created: CREATED,
    };
    const part = {
      title: 'Form',
      kind: 'micro',
      status: 'done',
      owner: 'ana@example.com',
      parent: GOAL,
      created: CREATED,
    };
    await workspace.fill({ [GOAL]: goal, [PART]: part });
    await workspace.commit(`Send the form\n\nGoal: ${GOAL}`);
    await workspace.run('refresh');
  });

  afterEach(() => workspace.reset());

  async function recordsOf(letter: string): Promise<JsonObject[]> {
    return [...(await workspace.records())].filter(([id]) => id.startsWith(letter)).map(([, record]) => record);
  }

  it('regular check-ins: the command and Enter post what the commits and ticks say of the goal that is due', async () => {
    await workspace.accept('checkIn');
    const [{ created, ...said } = {}] = await recordsOf('c-');
    assert.deepEqual(said, { goal: GOAL, by: 'ana@example.com', note: 'Done: Send the form, Form' });
    assert.equal(typeof created, 'string');
  });

  it('the same text goes to the clipboard as a stand-up note', async () => {
    await workspace.run('copyStandUp');
    assert.equal(await vscode.env.clipboard.readText(), '- Ship it: Done: Send the form, Form');
  });

  it('what waits is settled from its row: the longest due first, one Enter each', async () => {
    await workspace.accept('actOnWaiting');
    assert.equal((await recordsOf('c-')).length, 1);
  });

  it('obstacles: a blocker is cleared with Enter alone, and undo takes it back', async () => {
    const blocker = { goal: GOAL, note: 'no key', needs: 'ana@example.com', created: CREATED };
    await workspace.fill({ ...Object.fromEntries(await workspace.records()), [BLOCKER]: blocker });
    await workspace.accept('clearBlocker', BLOCKER);
    assert.equal((await recordsOf('b-'))[0]?.['resolution'], 'cleared');
    await workspace.run('undo');
    assert.equal((await recordsOf('b-'))[0]?.['resolution'], undefined);
  });
});
