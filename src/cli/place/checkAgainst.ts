import type { FileReading } from '../../core/document/fileReading';
import { documentIn } from '../../core/document/fileReading';
import type { GoalDocument } from '../../core/document/goalDocument';
import { emptyDocument } from '../../core/document/goalDocument';
import type { Problem } from '../../core/document/problem';
import { compareRevisions, missingRecords, withArchive } from '../../core/branches/compareRevisions';
import { compareRevision, fileAtRevision } from '../../git/files/fileAtRevision';
import type { Repository } from '../../git/run/repository';
import { isShallow } from '../../git/run/repositoryFacts';
import { describeUnreadable } from '../texts/describeUnreadable';
import { Failure } from '../terminal/failure';
import type { VerbPlace } from './verbPlace';
import { requireRepository } from './requireRepository';

export interface ComparedProblem extends Problem {
  /** Path of the file that has the problem. */
  readonly source: string;
  /** Commit that contained what is missing now. */
  readonly commit: string;
}

/**
 * Returns the losses since HEAD and a revision parted, or since the revision if HEAD contains it. It also names records that only
 * the revision has: they are not merged yet, or history was rewritten without them.
 * @throws Failure if the revision is not known here.
 */
export async function checkAgainst(revision: string, place: VerbPlace): Promise<ComparedProblem[]> {
  const repository = requireRepository(place);
  const { commit, bases } = await requireRevision(repository, revision);
  const readings = await Promise.all([place.shared.read(), place.archive.read()]);
  // An unreadable file is already a problem of its own, and its content is unknown.
  if (readings.some(({ state }) => state === 'broken')) return [];
  const now = joined(readings.map(documentOf));
  const sourceOf = ({ record = '' }: Problem): string => {
    const inArchive = readings[1].state === 'ok' && readings[1].document.records.has(record);
    return (inArchive ? place.archive : place.shared).path;
  };
  const before = await Promise.all(bases.map((base) => goalsAt(repository, base, place)));
  const found = before.flatMap(({ document, unreadable }, index): ComparedProblem[] => {
    const base = bases[index] ?? commit;
    const lost = compareRevisions(document, now, base.slice(0, 8));
    return [...unreadable, ...lost.map((problem) => ({ ...problem, source: sourceOf(problem), commit: base }))];
  });
  if (!bases.includes(commit)) {
    const there = await goalsAt(repository, commit, place);
    found.push(...there.unreadable);
    const known = new Set(before.flatMap(({ document }) => [...document.records.keys()]));
    for (const record of missingRecords(there.document, now).filter((id) => !known.has(id))) {
      const message = `${record} is at ${commit.slice(0, 8)} only: not merged yet, or dropped when history was rewritten.`;
      found.push({ code: 'unmerged-record', message, record, line: 1, column: 1, source: place.shared.path, commit });
    }
  }
  // After crossed merges, one loss shows up against each base.
  return [...new Map(found.map((problem) => [identityOf(problem), problem])).values()];
}

function identityOf({ code, record, path, message }: Problem): string {
  return code === 'unreadable-revision' ? message : `${code} ${record ?? ''} ${path ?? ''}`;
}

export async function requireRevision(
  repository: Repository,
  revision: string,
): Promise<{ commit: string; bases: readonly string[] }> {
  const compared = await compareRevision(repository, revision);
  if (compared.state === 'known') return compared;
  const what =
    compared.state === 'unknown'
      ? `${revision} is no commit here.`
      : `${revision} and HEAD have no common history here.`;
  const advice = isShallow(repository)
    ? ' This clone is shallow: fetch the rest (git fetch --unshallow; for actions/checkout fetch-depth: 0).'
    : '';
  throw new Failure(`${what}${advice}`);
}

export interface RevisionGoals {
  /** Shared file and archive combined, as far as they can be read. */
  readonly document: GoalDocument;
  /** Problems of files that cannot be read in full: records missing from the document may be in them. */
  readonly unreadable: readonly ComparedProblem[];
}

/** Returns the goals of the team at a commit; a file that the commit does not have yet counts as empty. */
export async function goalsAt(
  repository: Repository,
  commit: string,
  { shared, archive, root }: Pick<VerbPlace, 'shared' | 'archive' | 'root'>,
): Promise<RevisionGoals> {
  const paths = [shared.path, archive.path];
  const readings = await Promise.all(paths.map((path) => fileAtRevision(repository, commit, path)));
  const unreadable = readings.flatMap((reading, index): ComparedProblem[] => {
    const source = paths[index] ?? '';
    const problem = whyUnreadable(reading);
    if (!problem) return [];
    const message = `At ${commit.slice(0, 8)} it cannot be read, so nothing can be compared with that. ${describeUnreadable(source, problem, root)}`;
    return [{ code: 'unreadable-revision', message, source, commit }];
  });
  return { document: joined(readings.map(documentOf)), unreadable };
}

/** Problems that hide records: a newer format may have records unknown to us, and of two under one name we see one. */
const HIDING: ReadonlySet<Problem['code']> = new Set(['newer-version', 'duplicate-key']);

function whyUnreadable(reading: FileReading): Problem | undefined {
  if (reading.state === 'broken') return reading.problems[0];
  return reading.state === 'readOnly' ? reading.problems.find(({ code }) => HIDING.has(code)) : undefined;
}

export function joined([goals, archive]: readonly GoalDocument[]): GoalDocument {
  return withArchive(goals ?? emptyDocument(), archive ?? emptyDocument());
}

export function documentOf(reading: FileReading): GoalDocument {
  return documentIn(reading) ?? emptyDocument();
}
