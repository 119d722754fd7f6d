import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { BurnUpPoint } from '../../../../src/core/reports/burnUp';
import type { FieldTexts } from '../../../../src/core/reports/recordReport';
import { TeamPanel } from '../../../../src/editor/teamPanel/teamPanel';
import type { TeamPanelDeps } from '../../../../src/editor/teamPanel/teamPanelDeps';
import { panelStandIn } from '../../../support/panelStandIn';
import { goalId } from '../../../support/teamSnapshot';

const POINTS = [{ at: 1_764_000_000_000, done: 1, total: 3 }];

/** A team panel of which the test itself ends what takes a while. */
function slowPanel() {
  const saves: ((problems: FieldTexts) => void)[] = [];
  const courses: { resolve: (points: readonly BurnUpPoint[]) => void; reject: (error: Error) => void }[] = [];
  const deps: TeamPanelDeps = {
    current: () => undefined,
    onDidChange: () => new vscode.Disposable(() => undefined),
    log: { info: () => undefined, error: () => undefined },
    saveForm: () => new Promise((resolve) => saves.push(resolve)),
    burnUp: () => new Promise((resolve, reject) => courses.push({ resolve, reject })),
    run: () => Promise.resolve(),
  };
  return { team: new TeamPanel(vscode.Uri.file('/extension'), deps), saves, courses };
}

/** Until all that is decided has been sent. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the answers of the team panel', () => {
  it('say which form they are for, in whatever order they come', async () => {
    const { team, saves } = slowPanel();
    const { panel, sent, say } = panelStandIn();
    team.adopt(panel);
    say({ type: 'saveRecord', kind: 'check-in', id: null, values: { note: 'half' }, request: 1 });
    say({ type: 'saveRecord', kind: 'review', id: 'r-4kq7w2m9xd', values: {}, request: 2 });
    saves[1]?.({ '': 'It was not saved.' });
    await settled();
    saves[0]?.({});
    await settled();
    assert.deepEqual(sent, [
      { type: 'form', kind: 'review', id: 'r-4kq7w2m9xd', request: 2, problems: { '': 'It was not saved.' } },
      { type: 'form', kind: 'check-in', id: null, request: 1, problems: {} },
    ]);
  });

  it('say which request for the course of a goal they are for', async () => {
    const { team, courses } = slowPanel();
    const { panel, sent, say } = panelStandIn();
    team.adopt(panel);
    say({ type: 'burnUp', id: goalId(1), request: 4 });
    say({ type: 'burnUp', id: goalId(1), request: 5 });
    courses[1]?.resolve(POINTS);
    await settled();
    courses[0]?.reject(new Error('git is gone'));
    await settled();
    assert.deepEqual(sent, [
      { type: 'burnUp', id: goalId(1), request: 5, points: POINTS },
      { type: 'burnUp', id: goalId(1), request: 4, points: null },
    ]);
  });

  it('go to the panel that asked, and to no other that was opened since', async () => {
    const { team, saves } = slowPanel();
    const [first, second] = [panelStandIn(), panelStandIn()];
    team.adopt(first.panel);
    first.say({ type: 'saveRecord', kind: 'check-in', id: null, values: {}, request: 1 });
    team.adopt(second.panel);
    saves[0]?.({});
    await settled();
    assert.deepEqual([first.sent, second.sent], [[], []]);
  });
});
