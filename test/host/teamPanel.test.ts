import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { TeamPanel } from '../../src/editor/teamPanel/teamPanel';
import { VIEW_TYPE } from '../../src/editor/teamPanel/teamPanelDeps';
import { sampleTeam } from '../support/sampleTeam';

function panelTabs(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(VIEW_TYPE));
}

async function untilTabs(count: number): Promise<void> {
  while (panelTabs().length !== count) await nextOf(vscode.window.tabGroups.onDidChangeTabs);
}

function nextOf<T>(event: vscode.Event<T>): Promise<T> {
  return new Promise((resolve) => {
    const subscription = event((value) => {
      subscription.dispose();
      resolve(value);
    });
  });
}

describe('the team panel', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await untilTabs(0);
  });

  describe('by its command', () => {
    it('opens once, however often it is called, and again after it was closed', async () => {
      await vscode.commands.executeCommand('microGoals.showTeamProgress');
      await untilTabs(1);
      await vscode.commands.executeCommand('microGoals.showTeamProgress');
      assert.equal(panelTabs().length, 1);
      assert.equal(panelTabs()[0]?.label, 'Team progress');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await untilTabs(0);
      await vscode.commands.executeCommand('microGoals.showTeamProgress');
      await untilTabs(1);
    });
  });

  describe('with goals of its own', () => {
    let changed: vscode.EventEmitter<void>;
    let asked: vscode.EventEmitter<number>;
    let count: number;
    let panel: TeamPanel;

    beforeEach(() => {
      const extension = vscode.extensions.getExtension('micro-goals.micro-goals');
      assert.ok(extension);
      changed = new vscode.EventEmitter();
      asked = new vscode.EventEmitter();
      count = 0;
      panel = new TeamPanel(extension.extensionUri, {
        // The panel asks for the goals exactly when it sends them.
        current: () => {
          asked.fire(++count);
          return sampleTeam();
        },
        onDidChange: changed.event,
        log: { info: () => undefined, error: (message) => assert.fail(message) },
        saveForm: () => Promise.resolve({}),
        burnUp: () => Promise.resolve([]),
        run: () => Promise.resolve(),
      });
    });

    afterEach(() => {
      panel.dispose();
      changed.dispose();
      asked.dispose();
    });

    it('sends the goals when its page says that it is ready: script and content policy fit together', async () => {
      const first = nextOf(asked.event);
      panel.show();
      assert.equal(await first, 1);
    });

    it('sends one state for a burst of changes', async () => {
      const first = nextOf(asked.event);
      panel.show();
      await first;
      const second = nextOf(asked.event);
      for (let change = 0; change < 20; change++) changed.fire();
      await second;
      const third = nextOf(asked.event);
      changed.fire();
      assert.equal(await third, 3);
    });

    it('sends nothing while it is hidden, and the whole state when it is shown again', async () => {
      const webview = vscode.window.createWebviewPanel(VIEW_TYPE, 'Team progress', vscode.ViewColumn.One);
      const first = nextOf(asked.event);
      panel.adopt(webview);
      await first;
      const document = await vscode.workspace.openTextDocument({ content: 'in front' });
      await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
      while (webview.visible) await nextOf(webview.onDidChangeViewState);
      changed.fire();
      const second = nextOf(asked.event);
      panel.show();
      assert.equal(await second, 2);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('takes over a panel that the editor brings back, so that there is one', async () => {
      panel.show();
      await untilTabs(1);
      const restored = vscode.window.createWebviewPanel(VIEW_TYPE, 'Team progress', vscode.ViewColumn.One);
      panel.adopt(restored);
      const ready = nextOf(asked.event);
      await ready;
      await untilTabs(1);
      panel.dispose();
      await untilTabs(0);
    });
  });
});
