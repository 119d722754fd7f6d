import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { JsonObject } from '../../src/core/document/json';
import { readSpace } from '../../src/core/goalSpace';
import { calendarAt } from '../../src/core/rules/calendar';
import type { Snapshot } from '../../src/core/rules/snapshot';
import { goalTooltip } from '../../src/editor/tree/goalTooltip';
import { treeItem } from '../../src/editor/tree/treeItem';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { goalWorkspace } from '../support/host/goalWorkspace';
import { openTestPlace } from '../support/host/openTestPlace';

const PACT = 'g-4kq7w2m9xd';
const PROMISE = 'g-4kq7w2m9xe';
const MADE_FOR_ME = 'g-4kq7w2m9xf';
const CREATED = '20260101T090000000Z-0000-demo';
const ANA = 'ana@example.com';
const BO = 'bo@example.com';

describe('pacts', () => {
  let workspace: GoalWorkspace;

  before(() => {
    workspace = goalWorkspace();
  });

  beforeEach(async () => {
    const pact = { title: 'Answer reviews', kind: 'pact', owner: ANA, why: 'Nobody waits', created: CREATED };
    const promise = { title: 'Look twice', kind: 'commitment', parent: PACT, owner: BO, created: CREATED };
    const made = { title: 'Fix it', kind: 'micro', status: 'proposed', owner: ANA, created: CREATED };
    await workspace.fill({ [PACT]: pact, [PROMISE]: promise, [MADE_FOR_ME]: made });
  });

  afterEach(() => workspace.reset());

  async function signatures(): Promise<JsonObject[]> {
    return [...(await workspace.records())].filter(([id]) => id.startsWith('s-')).map(([, record]) => record);
  }

  async function snapshotNow(): Promise<Snapshot> {
    return readSpace((await openTestPlace(workspace.path)).space, calendarAt(Date.now()));
  }

  async function row(id: string): Promise<vscode.TreeItem> {
    return treeItem({ type: 'goal', key: id, id }, await snapshotNow());
  }

  it('Sign Pact, Enter: the signature names the hash of the terms; once the terms change the row says lapsed, and Enter signs again (rows 11, 13, 19, 25, 46)', async () => {
    assert.match(String((await row(PACT)).description), /^0\/1 · draft/);
    await workspace.run('proposePact', PACT);
    const proposed = await row(PACT);
    assert.match(String(proposed.description), /signed 0 of 2/);
    assert.match(proposed.contextValue ?? '', /;openPact;sign;/);
    await workspace.accept('signPact');
    const terms = (await workspace.records()).get(PACT)?.['terms'];
    const [{ created, ...signed } = {}] = await signatures();
    assert.deepEqual(signed, { goal: PACT, by: ANA, terms, confidence: 4 });
    assert.ok(typeof created === 'string' && /^\d{8}T/.test(created));
    assert.match(String((await row(PACT)).description), /signed 1 of 2/);

    const all = Object.fromEntries(await workspace.records());
    await workspace.fill({ ...all, [PACT]: { ...all[PACT], why: 'Nobody waits a day' } });
    const lapsed = await row(PACT);
    assert.match(String(lapsed.description), /lapsed · signed 0 of 2/);
    await workspace.accept('signPact', PACT);
    const pact = (await snapshotNow()).pacts.get(PACT);
    assert.deepEqual((await signatures()).map((each) => each['terms']).sort(), [terms, pact?.terms.hash].sort());
    assert.match(String((await row(PACT)).description), /signed 1 of 2/);
  });

  it('a pact without its reason is not signed, and the tooltip names what is missing (row 22)', async () => {
    const pact = { title: 'Answer', kind: 'pact', status: 'proposed', owner: ANA, terms: 'x', created: CREATED };
    await workspace.fill({ [PACT]: pact });
    await workspace.run('signPact', PACT);
    assert.deepEqual(await signatures(), []);
    const snapshot = await snapshotNow();
    const node = snapshot.goals.get(PACT);
    assert.ok(node);
    const tooltip = goalTooltip(node, snapshot).value.replaceAll('&nbsp;', ' ');
    assert.match(tooltip, /Missing: Why, Measure, Target, Due, Commitments/);
  });

  it('Accept Goal opens a goal that others made for me; undo takes it back (row 35)', async () => {
    assert.match((await row(MADE_FOR_ME)).contextValue ?? '', /;proposedToMe;/);
    await workspace.run('acceptGoal');
    assert.equal((await workspace.records()).get(MADE_FOR_ME)?.['status'], 'open');
    await workspace.run('undo');
    assert.equal((await workspace.records()).get(MADE_FOR_ME)?.['status'], 'proposed');
  });

  it('Close Pact, Enter: it was kept', async () => {
    await workspace.run('proposePact', PACT);
    await workspace.accept('closePact', PACT);
    assert.equal((await workspace.records()).get(PACT)?.['status'], 'done');
  });
});
