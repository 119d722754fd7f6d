import type * as vscode from 'vscode';
import type { FilledForm } from '../../protocol/panelMessages';
import type { Log } from '../../core/ports/ports';
import type { BurnUpPoint } from '../../core/reports/burnUp';
import type { FieldTexts } from '../../core/reports/recordReport';
import type { Snapshot } from '../../core/snapshot/snapshot';

export const VIEW_TYPE = 'microGoals.teamPanel';

/** What the panel needs of the rest of the extension. */
export interface TeamPanelDeps {
  /** undefined until the goals were read for the first time. */
  readonly current: () => Snapshot | undefined;
  readonly onDidChange: vscode.Event<unknown>;
  readonly log: Log;
  /** Writes what a form says. @returns the problems by field; none: it is saved. */
  readonly saveForm: (form: FilledForm) => Promise<FieldTexts>;
  /** How the goal with that id came along, the oldest first. Rejects where git will not tell. */
  readonly burnUp: (id: string) => Promise<readonly BurnUpPoint[]>;
  readonly run: (command: string, ...args: unknown[]) => Thenable<unknown>;
}
