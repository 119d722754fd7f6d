import type { PanelMessage } from '../protocol/panelMessages';

/** Functions that the editor gives the page, once. */
export interface VsCodeApi {
  postMessage(message: PanelMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare global {
  function acquireVsCodeApi(): VsCodeApi;
}
