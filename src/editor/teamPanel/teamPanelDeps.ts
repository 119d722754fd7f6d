import type * as vscode from 'vscode';
import type { FilledForm } from '../../protocol/panelMessages';
import type { Log } from '../../core/ports/ports';
import type { BurnUpPoint } from '../../core/reports/burnUp';
import type { FieldTexts } from '../../core/reports/recordReport';
import type { Snapshot } from '../../core/snapshot/snapshot';

export const VIEW_TYPE = 'microGoals.teamPanel';

/** Services that the panel needs from the rest of the extension. */
export interface TeamPanelDeps {
  /** Returns the current snapshot; undefined until the goals were first read. */
  readonly current: () => Snapshot | undefined;
  readonly onDidChange: vscode.Event<unknown>;
  readonly log: Log;
  /** Writes the values of a form. @returns the problems by field; empty if it was saved */
  readonly saveForm: (form: FilledForm) => Promise<FieldTexts>;
  /** Returns the progress of the goal with that id, oldest first. Rejects if git fails. */
  readonly burnUp: (id: string) => Promise<readonly BurnUpPoint[]>;
  readonly run: (command: string, ...args: unknown[]) => Thenable<unknown>;
}
