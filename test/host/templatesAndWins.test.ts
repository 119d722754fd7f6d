import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { formatDocument } from '../../src/core/document/formatDocument';
import { isObject, type JsonObject } from '../../src/core/document/json';
import { formatStamp } from '../../src/core/document/stamp';
import { BUILT_IN_TEMPLATES } from '../../src/core/growth/builtInTemplates';
import { documentOf, documentWith } from '../support/documents';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { goalWorkspace } from '../support/host/goalWorkspace';
import { SHARED_FILE } from '../support/team';

const GOAL = 'g-4kq7w2m9xd';
const KUDOS = 'k-4kq7w2m9xe';

describe('templates and wins', () => {
  let workspace: GoalWorkspace;

  before(() => {
    workspace = goalWorkspace();
  });

  beforeEach(async () => {
    const created = formatStamp({ millis: Date.now(), counter: 0, replica: 'demo' });
    const goal = { title: 'Ship *it*', kind: 'objective', status: 'open', owner: 'ana@example.com', created };
    const kudos = { goal: GOAL, by: 'ana@example.com', to: { 'bo@example.com': true }, note: 'Thanks [x](y)', created };
    await workspace.write(SHARED_FILE, formatDocument(documentWith({ [GOAL]: goal, [KUDOS]: kudos })));
    await workspace.run('refresh');
  });

  afterEach(() => workspace.reset());

  async function goals(): Promise<JsonObject[]> {
    const { records } = documentOf(await readFile(workspace.shared, 'utf8'));
    return [...records].flatMap(([id, record]) => (id.startsWith('g-') && isObject(record) ? [record] : []));
  }

  it('New From Template, Enter, Enter: what was shown stands below the goal, as one step (rows 5, 26, 36)', async () => {
    const [first] = BUILT_IN_TEMPLATES;
    assert.ok(first);
    await workspace.accept('newFromTemplate', GOAL);
    const top = (await goals()).filter(({ parent }) => parent === GOAL).map(({ title }) => title);
    assert.equal(top.length, 1);
    assert.ok(top.every((title) => typeof title === 'string' && first.outline.includes(title)));
    assert.ok((await goals()).length > 2);
    await workspace.run('undo');
    assert.equal((await goals()).filter(({ deleted }) => deleted !== true).length, 1);
  });

  it('New From Template gives goals to the people that its lines name (row 26)', async () => {
    const created = formatStamp({ millis: Date.now(), counter: 0, replica: 'demo' });
    const outline = '- Rehearse @bo\n- Call @zed';
    const records = {
      'j-4kq7w2m9xd': { title: 'Ours', outline, created },
      'p-4kq7w2m9xd': { name: 'Bo', email: 'bo@example.com', created },
    };
    await workspace.write(SHARED_FILE, formatDocument(documentWith(records)));
    await workspace.run('refresh');
    await workspace.accept('newFromTemplate');
    const made = (await goals()).map(({ title, owner, status }) => [title, owner, status]);
    assert.deepEqual(made.sort(), [
      ['Call @zed', 'ana@example.com', 'open'],
      ['Rehearse', 'p-4kq7w2m9xd', 'proposed'],
    ]);
  });

  it('Show Wins This Week lists kudos as they were said (rows 3 and 21)', async () => {
    await workspace.run('showWins');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^# Wins this week\n/);
    assert.match(text, /Kudos to bo\\@example\\\.com: Thanks \\\[x\\\]\\\(y\\\)/);
  });
});
