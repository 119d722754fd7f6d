import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { formatDocument } from '../../src/core/document/formatDocument';
import type { JsonObject } from '../../src/core/document/json';
import { isObject } from '../../src/core/document/json';
import { documentWith, readText } from '../support/documents';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { goalWorkspace } from '../support/host/goalWorkspace';

const GOAL = 'g-4kq7w2m9xd';
const SUGGESTION = 'f-4kq7w2m9xe';
const COMMENT = 'f-4kq7w2m9xf';
const CREATED = '20260101T090000000Z-0000-demo';

describe('feedback and kudos', () => {
  let workspace: GoalWorkspace;

  before(() => {
    workspace = goalWorkspace();
  });

  beforeEach(async () => {
    const said = { goal: GOAL, by: 'bo@example.com', created: CREATED };
    const records = {
      [GOAL]: { title: 'Ship it', kind: 'micro', status: 'open', owner: 'ana@example.com', created: CREATED },
      [SUGGESTION]: { ...said, type: 'suggestion', note: 'Say it shorter', field: 'title', value: 'Ship' },
      [COMMENT]: { ...said, note: 'Which one?' },
    };
    await mkdir(path.dirname(workspace.shared), { recursive: true });
    await writeFile(workspace.shared, formatDocument(documentWith(records)));
    await workspace.run('refresh');
  });

  afterEach(() => workspace.reset());

  async function record(id: string): Promise<JsonObject> {
    const reading = readText(await readFile(workspace.shared, 'utf8'));
    assert.equal(reading.state, 'ok');
    const found = reading.document.records.get(id);
    assert.ok(isObject(found));
    return found;
  }

  it('Accept Suggestion makes the edit of the goal, and undo takes both back (row 20)', async () => {
    await workspace.run('acceptFeedback', SUGGESTION);
    assert.deepEqual([(await record(SUGGESTION))['state'], (await record(GOAL))['title']], ['accepted', 'Ship']);
    await workspace.run('undo');
    assert.deepEqual([(await record(SUGGESTION))['state'], (await record(GOAL))['title']], [undefined, 'Ship it']);
  });

  it('Resolve settles a thread without a word (row 29)', async () => {
    await workspace.run('resolveFeedback', COMMENT);
    const { state, answeredBy } = await record(COMMENT);
    assert.deepEqual([state, answeredBy], ['resolved', 'ana@example.com']);
  });

  it('the commands are all there', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    for (const name of ['giveFeedback', 'declineFeedback', 'replyToFeedback'])
      assert.ok(known.has(`microGoals.${name}`));
  });
});
