import type { ProblemCode } from '../../core/document/problem';
import type { Scope, Snapshot, SourceReading } from '../../core/snapshot/snapshot';
import type { GitState } from '../../app/openPlace';

export type ViewState =
  | 'ok'
  | 'empty'
  | 'broken'
  | 'conflict'
  | 'notAFile'
  | 'lfsPointer'
  | 'unreadable'
  | 'untrusted'
  | 'noFolder'
  | 'noGit'
  | 'gitMissing'
  | 'gitRefused';

/** Returns the state of a view of one scope; each state except `ok` has its own welcome text in package.json. */
export function viewState(
  scope: Scope,
  snapshot: Snapshot,
  place: { folder: boolean; git: GitState; trusted: boolean },
): ViewState {
  const roots = scope === 'team' ? snapshot.teamRoots : snapshot.personalRoots;
  if (scope === 'team' && !place.folder) return 'noFolder';
  if (roots.length > 0) return 'ok';
  const broken = readingsOf(scope, snapshot).find((reading) => reading.state === 'broken');
  if (broken) return brokenState(broken.problems.map(({ code }) => code));
  if (!place.trusted) return 'untrusted';
  return scope === 'team' ? WITHOUT_GOALS[place.git] : 'empty';
}

const WITHOUT_GOALS: Readonly<Record<GitState, ViewState>> = {
  open: 'empty',
  none: 'noGit',
  'no-git': 'gitMissing',
  refused: 'gitRefused',
  untrusted: 'untrusted',
};

function brokenState(codes: readonly ProblemCode[]): ViewState {
  if (codes.includes('merge-markers')) return 'conflict';
  if (codes.includes('lfs-pointer')) return 'lfsPointer';
  if (codes.includes('not-a-file') || codes.includes('outside')) return 'notAFile';
  return codes.includes('denied') || codes.includes('io') ? 'unreadable' : 'broken';
}

export function readingsOf(scope: Scope, snapshot: Snapshot): readonly SourceReading['reading'][] {
  return sourcesOf(scope, snapshot).map(({ reading }) => reading);
}

export function sourcesOf(scope: Scope, snapshot: Snapshot): readonly SourceReading[] {
  return snapshot.sources.filter((source) => source.scope === scope);
}
