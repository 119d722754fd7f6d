import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Json } from '../../src/core/document/json';
import type { Answer } from '../support/host/answering';
import { answering, ESCAPE } from '../support/host/answering';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { goalWorkspace } from '../support/host/goalWorkspace';

const [OBJECTIVE, RESULT] = ['g-4kq7w2m9xa', 'g-4kq7w2m9xb'];
const [TIDY, OTHER] = ['g-4kq7w2m9xc', 'g-4kq7w2m9xd'];
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

  function textOf(record: Json | readonly Json[] | undefined): string {
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

  it('to serve an objective of others is asked, and an own one agrees with Enter', async () => {
    const relations = async (): Promise<string> =>
      textOf([...(await workspace.records())].flatMap(([id, record]) => (id.startsWith('e-') ? [record] : [])));
    const goal = { status: 'open', created: CREATED };
    await workspace.fill({
      [OBJECTIVE]: { ...goal, title: 'Fast', kind: 'objective', owner: 'bo@example.com' },
      [TIDY]: { ...goal, title: 'Tidy', kind: 'micro' },
    });
    await workspace.accept('alignGoal', TIDY);
    assert.match(await relations(), /"by":"ana@example.com".*"state":"asked".*"type":"serves"/);
    const asked = { goal: TIDY, by: 'bo@example.com', type: 'serves', to: OBJECTIVE, state: 'asked', created: CREATED };
    await workspace.fill({
      [OBJECTIVE]: { ...goal, title: 'Fast', kind: 'objective', owner: 'ana@example.com' },
      [TIDY]: { ...goal, title: 'Tidy', kind: 'micro' },
      'e-4kq7w2m9xa': asked,
    });
    await workspace.run('acceptRelation', 'e-4kq7w2m9xa');
    assert.match(await relations(), /"answeredBy":"ana@example.com".*"state":"accepted"/);
  });

  it('a dependency is entered with a type and a goal; one that closes a circle is refused, and the form stays', async () => {
    const goal = { status: 'open', kind: 'micro', created: CREATED };
    await workspace.fill({ [TIDY]: { ...goal, title: 'Tidy' }, [OTHER]: { ...goal, title: 'Other' } });
    const add = (on: string, ...answers: readonly Answer[]): ReturnType<typeof answering> =>
      answering(() => workspace.run('addRecord', on, 'relation'), ...answers);
    await add(TIDY, 'depends on', 'Other', 'Add');
    const made = [...(await workspace.records())].filter(([id]) => id.startsWith('e-'));
    assert.match(textOf(made.map(([, record]) => record)), new RegExp(`"to":"${OTHER}".*"type":"dependsOn"`));
    await add(OTHER, 'depends on', 'Tidy', 'Add', ESCAPE);
    assert.equal([...(await workspace.records())].filter(([id]) => id.startsWith('e-')).length, 1);
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
