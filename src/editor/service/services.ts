import type * as vscode from 'vscode';
import type { Log } from '../../core/ports/ports';
import type { Register } from './commandBoundary';
import type { GoalService } from './goalService';

/** Services that every part of the extension is registered with. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  /** Subscriptions of the context: disposed of when the extension ends. */
  readonly subscriptions: vscode.ExtensionContext['subscriptions'];
  readonly service: GoalService;
  readonly register: Register;
  /** Function that tells the person of a failure in one sentence. */
  readonly report: (error: unknown) => void;
  readonly log: Log;
  readonly channel: vscode.LogOutputChannel;
}
