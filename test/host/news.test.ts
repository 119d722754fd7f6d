import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { formatDocument } from '../../src/core/document/formatDocument';
import type { JsonObject } from '../../src/core/document/json';
import { readSpace } from '../../src/core/space/goalSpace';
import { calendarAt } from '../../src/core/snapshot/calendar';
import { systemZone } from '../../src/store/nodePorts';
import { newsPick, readNews } from '../../src/editor/commands/newsPicks';
import type { WindowPlace } from '../../src/editor/service/windowPlace';
import { formatStamp } from '../../src/core/document/stamp';
import { documentWith } from '../support/documents';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { goalWorkspace } from '../support/host/goalWorkspace';
import { openTestPlace } from '../support/host/openTestPlace';
import { SHARED_FILE } from '../support/team';
import { temporaryFolder } from '../support/temporaryFolder';

const [SHIP, OLD, NEW, SAID] = ['g-4kq7w2m9xd', 'g-7777777777', 'g-4kq7w2m9xe', 'c-4kq7w2m9xe'] as const;
const ARCHIVE = path.join(path.dirname(SHARED_FILE), 'archive.json');
const BO = { name: 'Bo', email: 'bo@example.com' };
/** Who committed a stamp is looked for around its time: minute `minute` of the last hour. */
const START = Date.now() - 60 * 60_000;
const stamp = (minute: number): string => formatStamp({ millis: START + minute * 60_000, counter: 0, replica: 'news' });

const OPEN = { title: 'Ship it', kind: 'micro', status: 'open', created: stamp(0) };
const CLOSED = { ...OPEN, title: 'Old one', status: 'done' };

describe('what changed since I last looked', () => {
  let workspace: GoalWorkspace;

  beforeEach(() => {
    workspace = goalWorkspace();
  });
  afterEach(() => workspace.reset());

  const write = (goals: Readonly<Record<string, JsonObject>>, file = SHARED_FILE): Promise<string> =>
    workspace.write(file, formatDocument(documentWith(goals)));

  /** Each entry as the person reads it, without icon and time. */
  async function told(place: WindowPlace): Promise<string[]> {
    const snapshot = await readSpace(place.space, calendarAt(Date.now(), systemZone));
    const { news } = await readNews(place, { ...snapshot, me: 'ana@example.com' });
    return news.map((each) => {
      return newsPick(each, snapshot).label.replace(/^\$\([a-z-]+\) /, '');
    });
  }

  it('says what became of goals, by whom, and nothing of one that went to the archive; then it was seen', async () => {
    await write({ [SHIP]: OPEN, [OLD]: CLOSED });
    await workspace.commit('Goals');
    await workspace.run('refresh');
    await workspace.run('showNews');
    await write({
      [SHIP]: { ...OPEN, status: 'dropped', due: '2026-12-24', edits: { status: stamp(4) } },
      [NEW]: { ...OPEN, title: 'New one', created: stamp(3) },
      [SAID]: { goal: NEW, by: 'cy@example.com', note: 'Begun', created: stamp(5) },
    });
    await write({ [OLD]: CLOSED }, ARCHIVE);
    await workspace.commit('Changed', BO);
    await workspace.run('refresh');
    const lines = await told(await openTestPlace(workspace.path));
    assert.match(
      lines.join('\n'),
      /^Bo checked in on "New one": Begun\nBo dropped "Ship it": Due: .*Dec 24.*\nBo added "New one"$/,
    );
    // Enter takes the first, which is about a goal, and then the first thing that can be done with it: tick it.
    await workspace.accept('showNews');
    assert.match(await readFile(workspace.shared, 'utf8'), /"status": "done"/);
    const since = await told(await openTestPlace(workspace.path));
    assert.match(since.join('\n'), /^\S+ finished "New one"$/, 'the rest was seen');
  });

  it('leads to the record of a goal that is in no view any more', async () => {
    await write({ [SHIP]: OPEN });
    await workspace.run('refresh');
    await workspace.run('showNews');
    await write({ [SHIP]: { ...OPEN, deleted: true, edits: { deleted: stamp(4) } } });
    await workspace.run('refresh');
    await workspace.accept('showNews');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, workspace.shared);
    assert.match(editor.document.lineAt(editor.selection.active).text, new RegExp(`^\\s*"${SHIP}": {$`));
  });

  it('works without git, and keeps what was seen in the memory of the editor', async () => {
    const folder = await temporaryFolder('no-git');
    try {
      await vscode.workspace.fs.createDirectory(vscode.Uri.file(path.join(folder.path, '.microgoals')));
      const file = vscode.Uri.file(path.join(folder.path, SHARED_FILE));
      const save = (goals: Readonly<Record<string, JsonObject>>): Thenable<void> =>
        vscode.workspace.fs.writeFile(file, new TextEncoder().encode(formatDocument(documentWith(goals))));
      await save({ [SHIP]: OPEN });
      const place = await openTestPlace(folder.path);
      assert.equal(place.repository, undefined);
      const { before, now } = await readNews(place, await readSpace(place.space, calendarAt(Date.now(), systemZone)));
      assert.equal(before, undefined, 'nobody has looked');
      await place.looked.write(now);
      assert.deepEqual(await told(place), []);
      await save({ [SHIP]: OPEN, [SAID]: { goal: SHIP, by: BO.email, note: 'Begun', created: stamp(5) } });
      assert.deepEqual(await told(place), ['bo@example.com checked in on "Ship it": Begun']);
    } finally {
      await folder.remove();
    }
  });
});
