import type * as vscode from 'vscode';
import type { Log } from '../../core/ports/ports';
import type { Register } from '../service/commandBoundary';
import type { GoalService } from '../service/goalService';
import type { ReadOnlyTexts } from '../texts/readOnlyTexts';
import type { GoalViews } from '../tree/goalViews';

/** What commands work with. */
export interface CommandDeps {
  readonly service: GoalService;
  readonly views: GoalViews;
  readonly texts: ReadOnlyTexts;
  readonly register: Register;
  readonly subscriptions: vscode.ExtensionContext['subscriptions'];
  readonly log: Log;
}
