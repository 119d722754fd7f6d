import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Snapshot } from '../../src/core/snapshot/snapshot';
import { parseQuickAdd } from '../../src/core/text/quickAdd';
import { goalAdvisor } from '../../src/editor/records/newGoalAdvice';
import { wholeTooltip } from '../../src/editor/tree/wholeTooltip';
import { answering } from '../support/host/answering';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { goalWorkspace } from '../support/host/goalWorkspace';
import { goalId, snapshotOf, TODAY } from '../support/teamSnapshot';

const MISSED = 'g-4kq7w2m9xd';
const BO = 'p-4kq7w2m9xh';
/** Only one test assesses it for the person alone: what is personal stays when the workspace begins anew. */
const SKILL = 'g-4kq7w2m9xh';
const CREATED = '20260101T090000000Z-0000-demo';

async function tooltipOf(id: string, snapshot: Snapshot): Promise<string> {
  const node = snapshot.goals.get(id);
  assert.ok(node);
  return (await wholeTooltip(node, snapshot)).value.replaceAll('&nbsp;', ' ');
}

describe('what helps people grow', () => {
  let workspace: GoalWorkspace;

  before(() => {
    workspace = goalWorkspace();
  });

  afterEach(() => workspace.reset());

  it('Search Lessons, Enter: the goal that taught it (row 34)', async () => {
    const learned = { status: 'missed', learned: 'Try the restore first' };
    await workspace.fill({ [MISSED]: { title: 'Migrate', kind: 'micro', ...learned, created: CREATED } });
    // The first row is the lesson, then the first thing that can be done with its goal: tick it.
    await workspace.accept('searchLessons');
    assert.equal((await workspace.records()).get(MISSED)?.['status'], 'done');
  });

  it('Set Status asks why a goal of the team is dropped (row 34)', async () => {
    await workspace.fill({ [MISSED]: { title: 'Migrate', kind: 'micro', status: 'open', created: CREATED } });
    await answering(() => workspace.run('setStatus', MISSED), 'dropped', 'Nobody needs it');
    const { status, reason } = (await workspace.records()).get(MISSED) ?? {};
    assert.deepEqual([status, reason], ['dropped', 'Nobody needs it']);
  });

  it('a self-assessment on a skill of the team may be for the person alone; the shared file keeps its bytes (row 27)', async () => {
    await workspace.fill({
      [SKILL]: { title: 'Draw', kind: 'micro', status: 'open', tags: { skill: true }, created: CREATED },
    });
    const bytes = await readFile(workspace.shared, 'utf8');
    await answering(() => workspace.run('addRecord', SKILL, 'assessment'), 'For me alone', '4', '2', 'Add');
    assert.equal(await readFile(workspace.shared, 'utf8'), bytes);
    await workspace.run('showSkills');
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /\*\*2, wanted 4\*\*/);
  });

  it('Show Skills is a page with the path and the assessments; Choose Mentor, Enter (rows 27 and 32)', async () => {
    const said = { goal: MISSED, by: 'ana@example.com', wanted: 4, created: CREATED };
    await workspace.fill({
      [MISSED]: { title: 'Lead a design', kind: 'micro', status: 'open', tags: { growth: true }, created: CREATED },
      'g-4kq7w2m9xe': { title: 'Draw', kind: 'micro', status: 'open', parent: MISSED, created: CREATED },
      'a-4kq7w2m9xf': { ...said, now: 2, note: 'I only watch' },
      'a-4kq7w2m9xg': { ...said, now: 3 },
      [BO]: { name: 'Bo', email: 'bo@example.com', created: CREATED },
    });
    await workspace.run('showSkills');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(
      text,
      /## Lead a design\n\n\*\*2 → 3, wanted 4\*\*\n\n- .*2 · I only watch\n- .*: 3\n\n1\. Draw · open/,
    );
    await workspace.accept('chooseMentor', MISSED);
    // The person at the keyboard is not among those to choose from.
    assert.equal((await workspace.records()).get(MISSED)?.['mentor'], BO);
  });

  it('a goal of the team that is written is advised on, and the lesson of one like it stands below (rows 7 and 34)', () => {
    const snapshot = snapshotOf({
      team: [{ title: 'Migrate the old database', status: 'missed', more: { learned: 'Try the restore first' } }],
    });
    const read = (text: string) => parseQuickAdd(text, { today: TODAY, people: [], goals: [] });
    const of = {
      id: undefined,
      kind: 'micro',
      owner: 'ana@example.com',
      parent: undefined,
      isMeasured: false,
    } as const;
    const team = goalAdvisor({ ...of, scope: 'team', children: 0 }, snapshot);
    assert.deepEqual(team(read('Login page')).hints, ['the title does not say what is to happen', 'no due day']);
    assert.deepEqual(team(read('Ship the login page !2d')), { hints: [], lesson: undefined });
    assert.equal(team(read('Migrate the customer database')).lesson?.learned, 'Try the restore first');
    assert.deepEqual(goalAdvisor({ ...of, scope: 'personal', children: 0 }, snapshot)(read('Things')).hints, []);
  });

  it('the tooltip has notes as Markdown, links to pages alone, and says faintly what could be clearer (rows 7 and 71)', async () => {
    const notes =
      '- see **[the plan](https://example.com/plan)**\n- [quit](command:workbench.action.quit) ![x](https://e.com/a.png)';
    const references = { 'https://example.com/12': true, '#12': true };
    const snapshot = snapshotOf({
      team: [{ title: 'Login page', owner: 'ana@example.com', notes, more: { why: 'It is slow', references } }],
    });
    const text = await tooltipOf(goalId(1), snapshot);
    assert.match(text, /Could be clearer: the title does not say what is to happen; no due day/);
    assert.match(text, /^Why.*: It is slow$/m);
    assert.match(text, /<https:\/\/example\.com\/12>/);
    assert.match(text, /^- see .*\]\(https:\/\/example\.com\/plan\)/m);
    assert.doesNotMatch(text, /(?<!\\)(?:\]\((?!https:)|!\[)/);
  });
});
