import assert from 'node:assert/strict';
import type { JsonObject } from '../../src/core/document/json';
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
    await workspace.fill(records);
  });

  afterEach(() => workspace.reset());

  async function record(id: string): Promise<JsonObject> {
    const found = (await workspace.records()).get(id);
    assert.ok(found);
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
});
