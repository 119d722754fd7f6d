import * as vscode from 'vscode';
import type { GoalFileErrorCode } from '../core/document/fileReading';
import { GoalFileError } from '../core/document/fileReading';
import type { Log } from '../core/ports';
import { GitError } from '../git/gitError';
import type { CommandId } from './contributions';
import { COMMANDS } from './contributions';

const { t } = vscode.l10n;

/** Registers a command whose failure becomes one sentence for the person and a full entry in the log. */
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

/** A mistake of the person or a state they have to know of, in a constant sentence. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** What could not be written and can be tried again. */
export interface UnsavedEdits {
  readonly unsaved: ReadonlySet<string>;
}

/** Shows what went wrong. The texts are constant: a notification runs links that stand in it. */
export function createReport(log: Log, unsaved: UnsavedEdits): (error: unknown) => void {
  return (error) => {
    if (error instanceof PlainError) {
      void vscode.window.showInformationMessage(error.message);
      return;
    }
    log.error(error instanceof Error ? error.message : String(error), error);
    void showFailure(failureText(error), unsaved).catch((next: unknown) => {
      log.error('saving again failed', next);
    });
  };
}

async function showFailure(text: string, unsaved: UnsavedEdits): Promise<void> {
  const showLog = t('Show Log');
  const again = t('Save Again');
  const picked = await vscode.window.showErrorMessage(text, ...(unsaved.unsaved.size > 0 ? [again] : []), showLog);
  if (picked === showLog) await vscode.commands.executeCommand(COMMANDS.showLog);
  if (picked === again) await vscode.commands.executeCommand(COMMANDS.saveAgain);
}

function failureText(error: unknown): string {
  if (error instanceof GoalFileError) return goalFileText(error.code);
  if (error instanceof GitError) return t('git could not do this. The log has what it said.');
  return t('Something went wrong in Micro Goals. Your goals are as they were; the log has the details.');
}

/** What a person reads where a goals file could not be written: a constant sentence. */
export function goalFileText(code: GoalFileErrorCode): string {
  const texts: Record<GoalFileErrorCode, string> = {
    'not-a-file': t('Not saved: in the place of the goals file stands something that is no file.'),
    outside: t('Not saved: the goals file leads out of this folder.'),
    'read-only': t(
      'Not saved: the goals file can be shown, but writing it would lose something. The Problems view says what.',
    ),
    broken: t('Not saved: the goals file cannot be read. The Problems view says where the defect is.'),
    locked: t('Not saved: another program holds the goals file. Please try again.'),
    'no-space': t('Not saved: the disk is full. The goals file is as it was.'),
    denied: t('Not saved: the goals file may not be written here. It is as it was.'),
    io: t('Not saved: the disk reported an error. The goals file is as it was.'),
    busy: t('Not saved: other programs kept changing the goals file. Please try again.'),
    dirty: t('Not saved yet: the goals file has unsaved changes in an editor. It follows when you save them.'),
    unmerged: t('git is in the middle of a merge of the goals file. Please finish that first.'),
    staged: t('Goal changes are staged that differ from the file. Commit or unstage them first; nothing was changed.'),
    'cannot-park': t(
      'There is a goal change that cannot be set aside, such as a record taken out by hand, or no commit yet. Nothing was changed.',
    ),
    'record-gone': t('This goal is not in the file any more; nothing was changed.'),
    'no-folder': t('Team goals need an open folder.'),
    untrusted: t('In Restricted Mode nothing is written.'),
  };
  return texts[code];
}
