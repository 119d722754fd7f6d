import { DAY } from '../../core/ports/ports';
import type { Json, JsonObject } from '../../core/document/json';
import { isObject, member } from '../../core/document/json';
import { createdAt } from '../../core/model/recordTimes';
import { recordsInText } from '../../core/document/recordsInText';
import { parseStamp } from '../../core/document/stamp';
import type { CommitPerson, CommittedChange, RecordHistory } from '../../core/reports/goalActivity';
import { editsOf, registerChanges } from '../../core/reports/registerChanges';
import type { FileChange, FileSet } from '../files/fileChanges';
import { fileChanges } from '../files/fileChanges';
import type { Repository } from '../run/repository';

/** Most bytes of versions that are read, latest first; that takes some seconds. What older versions brought stays unknown. */
const MOST_BYTES = 256 * 1024 * 1024;

type Records = ReadonlyMap<string, JsonObject>;

/**
 * Returns what the committed versions of the files on all branches tell of some records, with one reading of history. Nothing is fetched:
 * a version that a partial clone lacks is left out, and said.
 * @param files absolute paths of the shared file and the archive. @param records the records as they are now. @throws GitError
 */
export async function recordHistory(
  repository: Repository,
  files: readonly string[],
  records: Records,
): Promise<RecordHistory> {
  const reader = new HistoryReader();
  const limits = { since: beginningOf(records.values()), mostBytes: MOST_BYTES };
  for await (const change of fileChanges(repository, files, wantedRecords([...records.keys()]), limits)) {
    reader.add(change);
  }
  return reader;
}

/** Collects what one commit after the other brings. */
class HistoryReader implements RecordHistory {
  readonly created = new Map<string, { by: CommitPerson; record: JsonObject }>();
  readonly changes: CommittedChange[] = [];
  readonly stamps = new Set<string>();
  extent: RecordHistory['extent'] = 'whole';
  /** Edits seen: a rebase or a cherry-pick commits the same edit once more. */
  readonly #seen = new Set<string>();

  add(change: FileChange<Records>): void {
    const parents = change.before.map(recordsIn);
    const isKnown = !change.isCut && change.before.every(isReadable);
    if (!isKnown || !isReadable(change.now)) this.extent = 'partial';
    for (const [id, record] of recordsIn(change.now)) {
      const before = parents.map((records) => records.get(id)).filter((each) => each !== undefined);
      if (isKnown || before.length > 0) this.#addRecord(id, before, record, change);
      for (const [path, stamp] of editsOf(record)) this.stamps.add(`${id}/${path} ${stamp}`);
    }
  }

  #addRecord(
    id: string,
    before: readonly JsonObject[],
    record: JsonObject,
    { author, commit, time }: FileChange<Records>,
  ): void {
    if (before.length === 0 && !this.created.has(id)) this.created.set(id, { by: author, record });
    for (const change of registerChanges(before, record)) {
      const key = JSON.stringify([id, change.field, change.value, change.stamp ?? commit]);
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      const at = parseStamp(change.stamp)?.millis ?? time;
      this.changes.push({ ...change, record: id, at, by: author, commit });
    }
  }
}

function recordsIn({ versions }: FileSet<Records>): Records {
  // A goal that is being archived may stand in both files; the shared one comes first.
  return new Map(versions.toReversed().flatMap((each) => (typeof each === 'string' ? [] : [...each.content])));
}

function isReadable({ versions }: FileSet<Records>): boolean {
  return versions.every((version) => version !== 'missing' && version !== 'unreadable');
}

function wantedRecords(ids: readonly string[]): (text: string) => Records | undefined {
  return (text) => {
    if (!ids.some((id) => text.includes(`"${id}"`))) return new Map();
    const records = recordsInText(text);
    return records && new Map(ids.flatMap((id) => readable(id, member(records, id))));
  };
}

/** Returns the record, unless it is nested so deep that nothing can walk through it. */
function readable(id: string, record: Json | undefined): [string, JsonObject][] {
  try {
    JSON.stringify(record);
  } catch {
    return [];
  }
  return isObject(record) ? [[id, record]] : [];
}

/** Returns the earliest time of a commit with one of the records, in seconds since 1970; clocks differ, so it allows one more day. */
function beginningOf(records: Iterable<JsonObject>): number | undefined {
  const times = [...records].map((record) => createdAt(record) ?? -Infinity);
  const first = times.reduce((earliest, each) => Math.min(earliest, each), Infinity);
  return Number.isFinite(first) ? Math.floor((first - DAY) / 1000) : undefined;
}
