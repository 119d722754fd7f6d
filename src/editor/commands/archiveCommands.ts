import * as vscode from 'vscode';
import type { FileReading } from '../../core/document/fileReading';
import { GoalFileError } from '../../core/document/fileReading';
import type { GoalDocument } from '../../core/document/goalDocument';
import { emptyDocument } from '../../core/document/goalDocument';
import { fileOf } from '../../core/space/goalSpace';
import { ARCHIVE_AFTER_DAYS, planArchive } from '../../core/goals/archiveGoals';
import { escapeIcons, visible } from '../../core/text/safeText';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import type { CommandDeps } from './deps';
import { currentSnapshot } from './targets';

const { t } = vscode.l10n;

export function registerArchiveCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.archiveGoals, () => archiveGoals(deps));
}

/** Moves team goals that were closed long ago to the archive, after the person has seen the list; undo brings them back. */
async function archiveGoals(deps: CommandDeps): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const space = deps.service.place?.space;
  const archive = space?.archive;
  if (!space || !archive) throw new PlainError(t('Team goals need an open folder.'));
  const goals = fileOf(space, 'team');
  const files = { goals: documentOf(await goals.read()), archive: documentOf(await archive.read()) };
  const plan = planArchive(snapshot, files, ARCHIVE_AFTER_DAYS);
  if (plan.steps.length === 0)
    throw new PlainError(t('No goal was closed {0} days ago or earlier.', ARCHIVE_AFTER_DAYS));
  const yes = { label: `$(archive) ${t('Archive {0} goals', plan.archived.length)}`, isYes: true };
  const rows = plan.archived.map((id) => ({
    label: escapeIcons(visible(snapshot.goals.get(id)?.goal.title ?? id)),
    isYes: false,
  }));
  const separator = { label: t('closed long ago'), kind: vscode.QuickPickItemKind.Separator, isYes: false };
  const picked = await vscode.window.showQuickPick([yes, separator, ...rows], {
    placeHolder: t('They move to .microgoals/archive.json; commit both files'),
  });
  if (!picked?.isYes) return;
  const edits = plan.steps.map(({ file, changes }) => ({ path: (file === 'archive' ? archive : goals).path, changes }));
  await deps.service.apply(edits);
}

function documentOf(reading: FileReading): GoalDocument {
  if (reading.state === 'absent') return emptyDocument();
  if (reading.state === 'ok') return reading.document;
  throw new GoalFileError(
    reading.state === 'broken' ? 'broken' : 'read-only',
    'The archive or the goals cannot be read.',
  );
}
