import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { JsonObject } from '../../src/core/document/json';
import { isObject } from '../../src/core/document/json';
import { kindLetter } from '../../src/core/document/recordId';
import { formatDocument } from '../../src/core/document/formatDocument';
import { documentWith, readText } from '../support/documents';
import { dismiss } from '../../src/git/log/dismissals';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { answering } from '../support/host/answering';
import { goalWorkspace } from '../support/host/goalWorkspace';
import { SHARED_FILE } from '../support/team';

const FIRST = 'g-4kq7w2m9xd';
const CREATED = '20260101T090000000Z-0000-demo';

describe('commits that are linked later', () => {
  let workspace: GoalWorkspace;

  beforeEach(async () => {
    workspace = goalWorkspace();
    const goals = { [FIRST]: { title: 'Ship it', kind: 'micro', status: 'open', created: CREATED } };
    await workspace.write(SHARED_FILE, formatDocument(documentWith(goals)));
    await workspace.run('refresh');
  });
  afterEach(() => workspace.reset());

  /** What records of links the shared file holds. */
  async function links(): Promise<JsonObject[]> {
    const reading = readText(await readFile(workspace.shared, 'utf8'));
    assert.equal(reading.state, 'ok');
    const records = [...reading.document.records].filter(([id]) => kindLetter(id) === 'l');
    return records.map(([, record]) => record).filter((record) => isObject(record));
  }

  it('link the newest commit to a goal, and take the link back', async () => {
    await workspace.write('a.txt', 'a\n');
    const commit = await workspace.commit('Work');
    await workspace.run('refresh');
    await workspace.accept('linkCommit', FIRST);
    const [link] = await links();
    assert.deepEqual([link?.['goal'], link?.['commit'], link?.['closes']], [FIRST, commit, undefined]);
    assert.match(JSON.stringify(link?.['patch']), /^"[0-9a-f]{40}"$/);
    await workspace.run('unlinkCommit', { type: 'commit', key: 'x', goal: FIRST, commit });
    assert.equal((await links())[0]?.['deleted'], true);
    await workspace.run('undo');
    assert.equal((await links())[0]?.['deleted'], false);
  });

  it('lead from a file to the goals whose commits changed it', async () => {
    const file = await workspace.write('a.txt', 'a\n');
    await workspace.commit(`Work\n\nGoal: ${FIRST}`);
    await workspace.run('refresh');
    // Enter takes the goal, and then the first thing that can be done with it: tick it.
    await workspace.accept('goalsOfFile', vscode.Uri.file(file));
    assert.match(await readFile(workspace.shared, 'utf8'), /"status": "done"/);
  });

  it('from the palette choose the commit, then the goal', async () => {
    await workspace.write('a.txt', 'a\n');
    const commit = await workspace.commit('Work');
    await workspace.run('refresh');
    await workspace.accept('linkCommit');
    assert.deepEqual(
      (await links()).map((link) => [link['goal'], link['commit']]),
      [[FIRST, commit]],
    );
  });

  it('ask nothing of a goal for which that was dismissed', async () => {
    await workspace.write('a.txt', 'a\n');
    const gone = await workspace.commit(`Work\n\nCloses-Goal: ${FIRST}`);
    await workspace.run('refresh');
    await workspace.git('commit', '--quiet', '--amend', '--message', 'Title only');
    await dismiss({ commonDir: path.join(workspace.path, '.git') }, FIRST, [gone]);
    await workspace.run('refresh');
    const text = await readFile(workspace.shared, 'utf8');
    await workspace.accept('settleGone', FIRST);
    assert.equal(await readFile(workspace.shared, 'utf8'), text);
  });

  it('ask what holds where the commit that completed a goal is gone', async () => {
    const rows = async (): Promise<string | undefined> => {
      await workspace.run('refresh');
      await workspace.accept('settleGone', FIRST);
      const reading = readText(await readFile(workspace.shared, 'utf8'));
      const goal = reading.state === 'ok' ? reading.document.records.get(FIRST) : undefined;
      return isObject(goal) ? JSON.stringify([goal['status'], (await links()).length]) : undefined;
    };
    await workspace.write('a.txt', 'a\n');
    await workspace.commit(`Work\n\nCloses-Goal: ${FIRST}`);
    assert.equal(await rows(), '["open",0]', 'there is nothing to ask yet');
    await workspace.git('commit', '--quiet', '--amend', '--message', 'Title only');
    assert.equal(await rows(), '["open",1]', 'the commit that changes the same comes first');
    await workspace.run('undo');
    await workspace.write('a.txt', 'b\n');
    await workspace.git('commit', '--quiet', '--all', '--amend', '--message', 'Something else');
    assert.equal(await rows(), '["done",1]', 'else the goal is kept done');
  });

  it('the answer to leave it as it is writes nothing, and is kept: nothing is asked again, nor of an earlier one', async () => {
    await workspace.write('a.txt', 'a\n');
    for (const message of ['Work', 'Other work']) {
      await workspace.commit(`${message}\n\nCloses-Goal: ${FIRST}`);
      await workspace.run('refresh');
      if (message === 'Work') await workspace.git('reset', '--quiet', '--soft', 'HEAD~1');
    }
    await workspace.git('commit', '--quiet', '--amend', '--message', 'Title only');
    await workspace.run('refresh');
    const text = await readFile(workspace.shared, 'utf8');
    const [asked] = await answering(() => workspace.run('settleGone', FIRST), 'Leave it as it is');
    assert.match(asked?.prompt ?? '', /was completed by a commit that is gone/);
    assert.deepEqual(
      asked?.rows.map((label) => label.replace(/^\S+ /, '')),
      ['Title only', 'Keep it done', 'Reopen it', 'Leave it as it is, do not ask again'],
    );
    assert.deepEqual(await answering(() => workspace.run('settleGone', FIRST)), []);
    assert.equal(await readFile(workspace.shared, 'utf8'), text);
  });
});
