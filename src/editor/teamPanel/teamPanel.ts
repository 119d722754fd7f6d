import * as vscode from 'vscode';
import type { HostMessage, PanelMessage, PanelMessageOf } from '../../protocol/panelMessages';
import { readPanelMessage } from '../../protocol/panelMessages';
import { PANEL_TEXTS } from '../../protocol/panelTexts';
import { stateMessage } from '../../protocol/stateMessage';
import { COMMANDS } from '../contributions';
import { declaredWord } from '../texts/declaredWord';
import type { TeamPanelDeps } from './teamPanelDeps';
import { VIEW_TYPE } from './teamPanelDeps';
import { panelRoots, teamPanelHtml } from './teamPanelHtml';

/** Milliseconds within which changes are drawn together: a checkout or a merge makes many. */
const BURST = 30;

/** Message of a page that asks for something to be done. */
type Act = Exclude<PanelMessage, { type: 'ready' }>;

/** Team panel, of which at most one is open. */
export class TeamPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  /** True while the page listens; the page is made anew each time after it was hidden, and then reports that it is ready. */
  private isReady = false;
  private pending: ReturnType<typeof setTimeout> | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly deps: TeamPanelDeps,
  ) {
    this.subscription = deps.onDidChange(() => {
      this.sendSoon();
    });
  }

  /** Opens the panel, or brings it to the front if it is open already. */
  show(): void {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    const title = declaredWord(PANEL_TEXTS.title);
    this.adopt(vscode.window.createWebviewPanel(VIEW_TYPE, title, vscode.ViewColumn.Active));
  }

  /** Takes over a panel that is new or that the editor restored. */
  adopt(panel: vscode.WebviewPanel): void {
    this.panel?.dispose();
    this.panel = panel;
    panel.webview.options = { enableScripts: true, localResourceRoots: panelRoots(this.extension) };
    panel.webview.onDidReceiveMessage((data: unknown) => {
      this.receive(data, panel);
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.isReady = false;
    });
    panel.onDidDispose(() => {
      if (this.panel !== panel) return;
      this.panel = undefined;
      this.isReady = false;
    });
    panel.webview.html = teamPanelHtml(panel.webview, this.extension);
  }

  dispose(): void {
    this.subscription.dispose();
    clearTimeout(this.pending);
    this.panel?.dispose();
  }

  private receive(data: unknown, panel: vscode.WebviewPanel): void {
    const message = readPanelMessage(data);
    if (!message) {
      this.deps.log.error('The team panel sent a message that is not known; it was dropped.');
      return;
    }
    if (message.type === 'ready') {
      this.isReady = true;
      this.send();
    } else void this.act(message, panel);
  }

  private async act(message: Act, panel: vscode.WebviewPanel): Promise<void> {
    try {
      await this.runCommand(message, panel);
    } catch (error) {
      // The command has told the person already; this only prevents an unhandled rejection.
      this.deps.log.error(`The team panel could not do "${message.type}".`, error);
    }
    // Resets a box whose tick failed to what the file says.
    if (message.type === 'tick') this.sendSoon();
  }

  private runCommand(message: Act, panel: vscode.WebviewPanel): Thenable<unknown> {
    const { run } = this.deps;
    switch (message.type) {
      case 'openGoal':
        return run(COMMANDS.openGoal, message.id);
      case 'tick':
        return run(COMMANDS.toggleDone, { id: message.id, done: message.done });
      case 'carryOver':
        return run(COMMANDS.carryOver, message.id);
      case 'alignGoal':
        return run(COMMANDS.alignGoal, message.id);
      case 'answerRelation':
        return run(message.isAccepted ? COMMANDS.acceptRelation : COMMANDS.declineRelation, message.id);
      case 'saveRecord':
        return this.saveForm(message, panel);
      case 'burnUp':
        return this.sendBurnUp(message, panel);
      case 'addGoal':
        return run(COMMANDS.addTeamGoal);
      case 'openFile':
        return run(COMMANDS.openSharedFile);
    }
  }

  /** Answers in any case, even if git fails: the page waits for it. */
  private async sendBurnUp({ id, request }: PanelMessageOf<'burnUp'>, panel: vscode.WebviewPanel): Promise<void> {
    const points = await this.deps.burnUp(id).catch((error: unknown) => {
      this.deps.log.error('The history of a goal could not be read.', error);
      return null;
    });
    await this.answer({ type: 'burnUp', id, request, points }, panel);
  }

  private async saveForm(form: PanelMessageOf<'saveRecord'>, panel: vscode.WebviewPanel): Promise<void> {
    const { kind, id, request } = form;
    await this.answer({ type: 'form', kind, id, request, problems: await this.deps.saveForm(form) }, panel);
  }

  /** Answers only the panel that asked: a new one counts its requests from the start. */
  private async answer(message: HostMessage, panel: vscode.WebviewPanel): Promise<void> {
    if (panel === this.panel) await panel.webview.postMessage(message);
  }

  private sendSoon(): void {
    if (!this.isReady) return;
    this.pending ??= setTimeout(() => {
      this.pending = undefined;
      this.send();
    }, BURST);
  }

  private send(): void {
    const snapshot = this.deps.current();
    if (!this.panel?.visible || !this.isReady || !snapshot) return;
    void this.panel.webview.postMessage(stateMessage(snapshot, declaredWord, vscode.env.language));
  }
}
