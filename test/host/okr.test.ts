import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Json } from '../../src/core/document/json';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { goalWorkspace } from '../support/host/goalWorkspace';

const [OBJECTIVE, RESULT] = ['g-4kq7w2m9xa', 'g-4kq7w2m9xb'];
const [NOW, NEXT] = ['q-4kq7w2m9xa', 'q-4kq7w2m9xb'];
const CREATED = '20200101T090000000Z-0000-demo';

describe('objectives and key results in the editor', () => {
  let workspace: GoalWorkspace;

  before(() => {
    workspace = goalWorkspace();
  });

  beforeEach(async () => {
    const goal = { status: 'open', created: CREATED };
    const records = {
      [NOW]: { title: 'Q4', from: '2020-10-01', to: '2020-12-31', created: CREATED },
      [NEXT]: { title: 'Q1', from: '2021-01-01', to: '2021-03-31', created: CREATED },
      [OBJECTIVE]: { ...goal, title: 'Fast', kind: 'objective', cycle: NOW },
      [RESULT]: { ...goal, title: 'Start', kind: 'keyResult', parent: OBJECTIVE, start: 120, target: 80 },
      'x-4kq7w2m9xa': { of: RESULT, by: 'ana@example.com', value: 95, created: CREATED },
    };
    await workspace.fill(records);
  });

  afterEach(() => workspace.reset());

  function textOf(record: Json | undefined): string {
    return JSON.stringify(record);
  }

  it('a measure takes Enter', async () => {
    await workspace.accept('updateMeasure', RESULT);
    const readings = [...(await workspace.records())].filter(([id]) => id.startsWith('x-'));
    assert.equal(readings.length, 2);
    assert.ok(readings.every(([, record]) => textOf(record).includes('"value":95')));
  });

  it('a key result opens with all its fields; an edit that changes nothing writes nothing', async () => {
    const text = await readFile(workspace.shared, 'utf8');
    await workspace.accept('editRecord', RESULT);
    assert.equal(await readFile(workspace.shared, 'utf8'), text);
  });

  it('a cycle closes with two keys for each goal and ends in the report; undo takes it back', async () => {
    await workspace.accept('closeCycle', NOW);
    const closed = await workspace.records();
    assert.match(textOf(closed.get(OBJECTIVE)), new RegExp(`"cycle":"${NEXT}".*"score":0.63`));
    assert.match(textOf(closed.get(NOW)), /"closed":"\d{4}-/);
    const report = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(report, /^# Q4\n[^]*## Fast\n\n- Score: 0\.63\n- Outcome: carried over to Q1/);
    await workspace.run('undo');
    assert.doesNotMatch(textOf((await workspace.records()).get(NOW)), /"closed":"\d{4}-/);
  });
});
