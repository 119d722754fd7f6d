import type { FileReading } from '../core/document/fileReading';
import { documentIn } from '../core/document/fileReading';
import type { GoalDocument } from '../core/document/goalDocument';
import { emptyDocument } from '../core/document/goalDocument';
import type { Problem } from '../core/document/problem';
import { compareRevisions, missingRecords, withArchive } from '../core/rules/compareRevisions';
import { compareRevision, fileAtRevision } from '../git/fileAtRevision';
import type { Repository } from '../git/repository';
import { isShallow } from '../git/repositoryFacts';
import { describeUnreadable } from './describeUnreadable';
import { Failure } from './failure';
import type { Place } from './openPlace';
import { requireRepository } from './requireRepository';
import type { Terminal } from './terminal';

export interface ComparedProblem extends Problem {
  /** Path of the file it is about. */
  readonly source: string;
  /** The commit that had what is missing now. */
  readonly commit: string;
}

/**
 * What was lost since HEAD and a revision parted, or since the revision where HEAD has it. Records that only the revision has
 * are named, too: they are not merged yet, or history was rewritten without them.
 * @throws Failure if the revision is not known here.
 */
export async function checkAgainst(revision: string, place: Place, terminal: Terminal): Promise<ComparedProblem[]> {
  const repository = requireRepository(place);
  const { commit, bases } = await requireRevision(repository, revision);
  const readings = await Promise.all([place.shared.read(), place.archive.read()]);
  // What cannot be read is a problem already, and says nothing of what is in it.
  if (readings.some(({ state }) => state === 'broken')) return [];
  const now = joined(readings.map(documentOf));
  const sourceOf = ({ record = '' }: Problem): string => {
    const inArchive = readings[1].state === 'ok' && readings[1].document.records.has(record);
    return (inArchive ? place.archive : place.shared).path;
  };
  const found: ComparedProblem[] = [];
  const before = await Promise.all(bases.map((base) => documentAt(repository, base, place, terminal)));
  before.forEach((document, index) => {
    const base = bases[index] ?? commit;
    for (const problem of compareRevisions(document, now, base.slice(0, 8))) {
      found.push({ ...problem, source: sourceOf(problem), commit: base });
    }
  });
  if (!bases.includes(commit)) {
    const there = await documentAt(repository, commit, place, terminal);
    const known = new Set(before.flatMap((document) => [...document.records.keys()]));
    for (const record of missingRecords(there, now).filter((id) => !known.has(id))) {
      const message = `${record} is at ${commit.slice(0, 8)} only: not merged yet, or dropped when history was rewritten.`;
      found.push({ code: 'unmerged-record', message, record, line: 1, column: 1, source: place.shared.path, commit });
    }
  }
  // After crossed merges one loss shows against each base.
  return [
    ...new Map(
      found.map((problem) => [`${problem.code} ${problem.record ?? ''} ${problem.path ?? ''}`, problem]),
    ).values(),
  ];
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

/** Shared file and archive of a commit as one; what cannot be read is told and counts as empty. */
export async function documentAt(
  repository: Repository,
  commit: string,
  { shared, archive, root }: Place,
  terminal: Terminal,
): Promise<GoalDocument> {
  const documents = [shared, archive].map(async ({ path }) => {
    const reading = await fileAtRevision(repository, commit, path);
    if (reading.state === 'broken') {
      terminal.warn(
        `${describeUnreadable(path, reading.problems[0], root)} So it is at ${commit.slice(0, 8)}; nothing can be compared with that.`,
      );
    }
    return documentOf(reading);
  });
  return joined(await Promise.all(documents));
}

export function joined([goals, archive]: readonly GoalDocument[]): GoalDocument {
  return withArchive(goals ?? emptyDocument(), archive ?? emptyDocument());
}

export function documentOf(reading: FileReading): GoalDocument {
  return documentIn(reading) ?? emptyDocument();
}
