import * as vscode from 'vscode';
import type { HostMessage, PanelMessage } from '../../src/protocol/panelMessages';

export interface PanelStandIn {
  readonly panel: vscode.WebviewPanel;
  /** What the host sent to it, the oldest first. */
  readonly sent: readonly HostMessage[];
  /** Plays the page. */
  readonly say: (message: PanelMessage) => void;
}

const unheard = (): vscode.Disposable => new vscode.Disposable(() => undefined);

/** Makes a panel without an editor or a page, which keeps what it is sent. */
export function panelStandIn(): PanelStandIn {
  const sent: HostMessage[] = [];
  const listeners: ((message: unknown) => void)[] = [];
  const webview = {
    options: {},
    html: '',
    cspSource: '',
    asWebviewUri: (uri: unknown) => uri,
    onDidReceiveMessage: (listener: (message: unknown) => void) => {
      listeners.push(listener);
      return unheard();
    },
    postMessage: (message: HostMessage) => {
      sent.push(message);
      return Promise.resolve(true);
    },
  };
  const panel = {
    webview,
    visible: true,
    onDidChangeViewState: unheard,
    onDidDispose: unheard,
    dispose: () => undefined,
  };
  return {
    panel: panel as unknown as vscode.WebviewPanel,
    sent,
    say(message) {
      for (const listener of listeners) listener(message);
    },
  };
}
