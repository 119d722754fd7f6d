import * as vscode from 'vscode';
import type { Log } from '../../core/ports/ports';
import type { CommandId } from '../contributions';

/** Function that registers a command whose failure becomes one sentence for the person and a full entry in the log. */
export type Register = (command: CommandId, handler: (...args: unknown[]) => unknown) => void;

export function createRegister(
  subscriptions: vscode.ExtensionContext['subscriptions'],
  report: (error: unknown) => void,
): Register {
  return (command, handler) => {
    const run = async (...args: unknown[]): Promise<void> => {
      try {
        await handler(...args);
      } catch (error) {
        report(error);
      }
    };
    subscriptions.push(vscode.commands.registerCommand(command, run));
  };
}

/** Mistake of the person, or a state they need to know of, as one constant sentence. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** Edits that could not be written and can be tried again. */
export interface UnsavedEdits {
  readonly unsaved: ReadonlySet<string>;
}

/** Returns a function that shows what went wrong. Its texts are constant: a notification runs links that it contains. */
export function createReport(log: Log, unsaved: UnsavedEdits): (error: unknown) => void {
  return (error) => {
    if (error instanceof PlainError) {
      void vscode.window.showInformationMessage(error.message);
      return;
    }
    log.error(error instanceof Error ? error.message : String(error), error);
    import('./showFailure')
      .then(({ showFailure }) => showFailure(error, unsaved.unsaved.size > 0))
      .catch((next: unknown) => {
        log.error('the failure could not be shown, or saving again failed', next);
      });
  };
}
