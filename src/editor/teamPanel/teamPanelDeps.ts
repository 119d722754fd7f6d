import type * as vscode from 'vscode';
import type { Log } from '../../core/ports';
import type { Snapshot } from '../../core/rules/snapshot';

/** What the panel needs of the rest of the extension. */
export interface TeamPanelDeps {
  /** undefined until the goals were read for the first time. */
  readonly current: () => Snapshot | undefined;
  readonly onDidChange: vscode.Event<unknown>;
  readonly log: Log;
  readonly run: (command: string, ...args: unknown[]) => Thenable<unknown>;
}
