import type { Refusal } from '../core/changes/refusal';
import { linkCommit, removeLink } from '../core/commits/linkActions';
import type { RecordedLink } from '../core/commits/recordedLinks';
import { recordedLinks } from '../core/commits/recordedLinks';
import { OBJECT_NAME } from '../core/snapshot/linkedCommit';
import type { LinkedGoal } from '../core/snapshot/linkedCommit';
import type { Scope } from '../core/snapshot/snapshot';
import { fileOf } from '../core/space/goalSpace';
import { oneLine } from '../core/text/safeText';
import type { CommitFact } from '../git/log/commitFacts';
import type { Repository } from '../git/run/repository';
import { systemRandom } from '../store/nodePorts';
import type { FileEdit } from './edits';
import { joinEdits } from './edits';
import type { Place } from './openPlace';

// Code that reads history is loaded with the first question.

/** Refusals in English; keys of the l10n bundle. */
export const LINK_REFUSALS = { unknown: 'There is no commit {0}.' } as const;

/** Goal as a link names it. */
export interface LinkTarget {
  readonly id: string;
  readonly scope: Scope;
}

/**
 * Plans to record links of commits to a goal: for a team goal in the shared file, for a personal one in the person's own.
 * @param revisions commits in any of git's spellings
 */
export async function planLinks(
  { id, scope }: LinkTarget,
  revisions: readonly string[],
  closes: boolean,
  { files }: Pick<Place, 'files'>,
  repository: Repository,
): Promise<{ readonly edits: readonly FileEdit[]; readonly commits: readonly PlannedLink[] } | Refusal> {
  const [{ commitName }, { isInHead }] = await Promise.all([
    import('../git/log/commitName'),
    import('../git/run/repositoryFacts'),
  ]);
  const file = fileOf({ files }, scope);
  const existing = recordedLinks([{ scope, path: file.path, reading: await file.read() }]);
  const names = await Promise.all(revisions.map((revision) => commitName(repository, revision)));
  const missing = names.indexOf(undefined);
  if (missing >= 0) return unknownCommit(revisions[missing] ?? '');
  const found = names.filter((name) => name !== undefined);
  const changes = found.flatMap((name) => linkCommit(id, name, closes, existing, systemRandom));
  const commits = found.map(async ({ commit }) => ({ commit, isHere: await isInHead(repository, commit) }));
  return { edits: [{ path: file.path, changes }], commits: await Promise.all(commits) };
}

/** Commit to be linked. */
export interface PlannedLink {
  /** Full name. */
  readonly commit: string;
  /** True if HEAD reaches it: only then does it complete a goal here. */
  readonly isHere: boolean;
}

/** Plans to remove recorded links. */
export function planUnlink(links: readonly RecordedLink[]): readonly FileEdit[] {
  return joinEdits(links.map(({ place }) => ({ path: place.source, changes: [removeLink(place.id)] })));
}

/** Returns commits with the same changes as commits of the goal that are not here, such as a squash that kept only the title. */
export async function offeredCommits(id: string, repository: Repository): Promise<readonly CommitFact[]> {
  const { CommitLinks } = await import('../git/log/commitLinks');
  return new CommitLinks(repository).sameChanges(id);
}

/**
 * Stops offering commits for a goal and asking about them.
 * @param revisions in any of git's spellings; the full name of a missing commit is taken as it is, since its object may be gone
 * @returns the refusal; undefined once the commits are dismissed
 */
export async function dismissCommits(
  id: string,
  revisions: readonly string[],
  repository: Repository,
): Promise<Refusal | undefined> {
  const [{ commitName }, { dismiss }] = await Promise.all([
    import('../git/log/commitName'),
    import('../git/log/dismissals'),
  ]);
  const nameOf = async (revision: string): Promise<string | undefined> =>
    OBJECT_NAME.test(revision) ? revision : (await commitName(repository, revision))?.commit;
  const names = await Promise.all(revisions.map(nameOf));
  const missing = names.indexOf(undefined);
  if (missing >= 0) return unknownCommit(revisions[missing] ?? '');
  await dismiss(
    repository,
    id,
    names.filter((name) => name !== undefined),
  );
  return undefined;
}

/** Stops asking about missing commits that completed a goal. It dismisses all of them; otherwise the one before would be next. */
export async function leaveGone(id: string, repository: Repository): Promise<void> {
  const { CommitLinks } = await import('../git/log/commitLinks');
  const isOfGoal = (goal: LinkedGoal): boolean => goal.closes && goal.id === id;
  const gone = (await new CommitLinks(repository).goneCommits()).filter(({ goals }) => goals.some(isOfGoal));
  await dismissCommits(
    id,
    gone.map(({ commit }) => commit),
    repository,
  );
}

function unknownCommit(revision: string): Refusal {
  return { problem: LINK_REFUSALS.unknown, about: [oneLine(revision, 80)] };
}
