import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GoalDocument } from '../../core/document/goalDocument';
import type { Json } from '../../core/document/json';
import { sameJson } from '../../core/document/json';
import { microgoalsFolder } from '../run/gitFolder';
import { writeWhole } from '../../store/atomicWrite';
import type { Repository } from '../run/repository';

/** Records of each version of the shared file that differ from the base, by blob. */
export type ChangedRecords = ReadonlyMap<string, ReadonlyMap<string, Json>>;

/** Records found in versions of the shared file. Disposable: without the cache, the versions are read again. */
export interface BranchCache {
  /** Blob of the version that the others were compared with; empty for none. */
  readonly base: string;
  readonly blobs: Map<string, ReadonlyMap<string, Json>>;
}

const VERSION = 1;

interface Stored {
  readonly version: number;
  readonly base: string;
  readonly blobs: readonly (readonly [string, readonly (readonly [string, Json])[]])[];
}

/** Reads the cache; empty if nothing is stored for that base. */
export async function readBranchCache(repository: Repository, base: string): Promise<BranchCache> {
  try {
    const stored = JSON.parse(await readFile(cacheFile(repository), 'utf8')) as Stored;
    if (stored.version !== VERSION || stored.base !== base) return { base, blobs: new Map() };
    return { base, blobs: new Map(stored.blobs.map(([blob, records]) => [blob, new Map(records)])) };
  } catch {
    return { base, blobs: new Map() };
  }
}

/** Writes the cache. A git directory that is not writable only makes the next reading slower. */
export async function writeBranchCache(repository: Repository, { base, blobs }: BranchCache): Promise<void> {
  const stored: Stored = {
    version: VERSION,
    base,
    blobs: Array.from(blobs, ([blob, records]) => [blob, [...records]]),
  };
  await writeWhole(cacheFile(repository), JSON.stringify(stored)).catch(() => undefined);
}

export function changedRecords(base: GoalDocument, { records }: GoalDocument): ReadonlyMap<string, Json> {
  return new Map([...records].filter(([id, record]) => !sameJson(record, base.records.get(id))));
}

function cacheFile({ commonDir }: Repository): string {
  return path.join(microgoalsFolder(commonDir), 'branches.json');
}
