import type * as vscode from 'vscode';
import type { Log } from '../../core/ports/ports';
import type { Register } from './commandBoundary';
import type { GoalService } from './goalService';

/** What every part of the extension stands on; each is registered with it. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  /** Of the context: what ends with the extension. */
  readonly subscriptions: vscode.ExtensionContext['subscriptions'];
  readonly service: GoalService;
  readonly register: Register;
  /** Tells the person of a failure, in one sentence. */
  readonly report: (error: unknown) => void;
  readonly log: Log;
  /** Where the log is shown. */
  readonly channel: vscode.LogOutputChannel;
}
