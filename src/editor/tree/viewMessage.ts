import * as vscode from 'vscode';
import type { Scope, Snapshot, SourceReading } from '../../core/rules/snapshot';
import type { ViewId } from '../contributions';
import { VIEWS } from '../contributions';

const { t } = vscode.l10n;

export type ViewState = 'ok' | 'empty' | 'broken' | 'conflict' | 'untrusted' | 'noFolder' | 'noGit';

/** What a view has to say about one scope; each state but `ok` has its own welcome text in package.json. */
export function viewState(
  scope: Scope,
  snapshot: Snapshot,
  place: { folder: boolean; git: boolean; trusted: boolean },
): ViewState {
  const readings = sourcesOf(scope, snapshot).map((source) => source.reading);
  const roots = scope === 'team' ? snapshot.teamRoots : snapshot.personalRoots;
  if (scope === 'team' && !place.folder) return 'noFolder';
  const broken = readings.find((reading) => reading.state === 'broken');
  if (broken?.problems.some((problem) => problem.code === 'merge-markers')) return 'conflict';
  if (broken && roots.length === 0) return 'broken';
  if (roots.length > 0) return 'ok';
  if (!place.trusted) return 'untrusted';
  return scope === 'team' && !place.git ? 'noGit' : 'empty';
}

/** A line above the rows, for what the rows alone would hide. */
export function viewMessage(view: ViewId, snapshot: Snapshot): string {
  if (!vscode.workspace.isTrusted) return t('Restricted Mode: goals are shown, not changed.');
  const readings = sourcesOf(view === VIEWS.team ? 'team' : 'personal', snapshot).map((source) => source.reading);
  const readOnly = readings.find((reading) => reading.state === 'readOnly');
  if (readOnly?.problems.some((problem) => problem.code === 'newer-version')) {
    return t('Read-only: the file was written by a newer version of Micro Goals.');
  }
  return readOnly ? t('Read-only: writing the file would lose something. The Problems view says what.') : '';
}

function sourcesOf(scope: Scope, snapshot: Snapshot): readonly SourceReading[] {
  return snapshot.sources.filter((source) => source.scope === scope);
}
