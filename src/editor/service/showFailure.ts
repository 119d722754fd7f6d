import * as vscode from 'vscode';
import type { GoalFileErrorCode } from '../../core/document/fileReading';
import { GoalFileError } from '../../core/document/fileReading';
import { GitError } from '../../git/run/gitError';
import { COMMANDS } from '../contributions';

const { t } = vscode.l10n;

/**
 * Says in one sentence what went wrong and does what the person then picks. Rejects if that fails.
 * @param canSaveAgain true if there are edits that could not be written
 */
export async function showFailure(error: unknown, canSaveAgain: boolean): Promise<void> {
  const showLog = t('Show Log');
  const again = t('Save Again');
  const rest = canSaveAgain ? [again, showLog] : [showLog];
  const picked = await vscode.window.showErrorMessage(failureText(error), ...rest);
  if (picked === showLog) await vscode.commands.executeCommand(COMMANDS.showLog);
  if (picked === again) await vscode.commands.executeCommand(COMMANDS.saveAgain);
}

function failureText(error: unknown): string {
  if (error instanceof GoalFileError) return goalFileText(error.code);
  if (error instanceof GitError) return t('git could not do this. The log has what it said.');
  return t('Something went wrong in Micro Goals. Your goals are as they were; the log has the details.');
}

/** Returns the constant sentence for a goals file that could not be written. */
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
