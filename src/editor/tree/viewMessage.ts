import * as vscode from 'vscode';
import { archivableGoals, ARCHIVE_AFTER_DAYS, LARGE_FILE } from '../../core/goals/archiveGoals';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { visible } from '../../core/text/safeText';
import type { ViewId } from '../contributions';
import { VIEWS } from '../contributions';
import { readingsOf, sourcesOf } from './viewState';

const { t } = vscode.l10n;

/**
 * Returns a line above the rows for what the rows alone would hide. A view without rows gets none: the editor shows its welcome text only
 * if there is no message.
 */
export function viewMessage(
  view: ViewId,
  snapshot: Snapshot,
  { isEmpty, unwritable, unsaved }: { isEmpty: boolean; unwritable: ReadonlySet<string>; unsaved: ReadonlySet<string> },
): string {
  if (isEmpty) return '';
  if (!vscode.workspace.isTrusted) return t('Restricted Mode: goals are shown, not changed.');
  const sources = sourcesOf(view === VIEWS.team ? 'team' : 'personal', snapshot);
  if (sources.some(({ path }) => unsaved.has(path))) return t('Not saved: changes wait to be written.');
  const codes = new Set(sources.flatMap(({ path }) => (snapshot.problems.get(path) ?? []).map(({ code }) => code)));
  if (codes.has('newer-version')) return t('Read-only: the file was written by a newer version of Micro Goals.');
  if (sources.some(({ reading }) => reading.state === 'readOnly'))
    return t('Read-only: writing the file would lose something. The Problems view says what.');
  if (sources.some(({ reading }) => reading.state === 'broken'))
    return t('A file with goals cannot be read. The Problems view says where the defect is.');
  if (sources.some(({ path }) => unwritable.has(path))) return t('Read-only: the goals file may not be written here.');
  if (codes.has('invalid-field') || codes.has('missing-field'))
    return t('Some values cannot be used; they were kept. The Problems view says where.');
  if (codes.has('unknown-kind'))
    return t('Some records are of a kind that this version does not know; they were kept.');
  const [unknown] = view === VIEWS.team ? (snapshot.branches?.facts.unknown ?? []) : [];
  if (unknown !== undefined)
    return t('No branch is called "{0}" here: see the setting "Integration Branches".', visible(unknown));
  return view === VIEWS.team && mayArchive(snapshot)
    ? t('The goals file is large. "Archive Closed Goals" moves what was closed long ago to a file of its own.')
    : '';
}

function mayArchive(snapshot: Snapshot): boolean {
  const isLarge = readingsOf('team', snapshot).some(
    (reading) => reading.state === 'ok' && reading.text.length > LARGE_FILE,
  );
  return isLarge && archivableGoals(snapshot, ARCHIVE_AFTER_DAYS).length > 0;
}
