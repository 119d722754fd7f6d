import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CommitFact } from './commitFacts';
import { microgoalsFolder } from './gitFolder';
import { replaceFile } from './replaceFile';
import type { Repository } from './repository';

/** What is known of the commits that were reachable from some tips. Disposable: without it history is read again. */
export interface LinkCache {
  /** Whatever else decides what git says: another value makes the cache worthless. */
  readonly basis: string;
  readonly tips: readonly string[];
  /** Newest first. */
  readonly facts: readonly CommitFact[];
  /** Closing commits that were among the facts once and are reached by nothing now, newest first. */
  readonly gone: readonly CommitFact[];
  /** Tips that branches once had, the latest last. */
  readonly lost: readonly string[];
}

const VERSION = 2;

export async function readLinkCache(repository: Repository): Promise<LinkCache | undefined> {
  try {
    const cache = JSON.parse(await readFile(cacheFile(repository), 'utf8')) as LinkCache;
    if (cache.basis !== (await cacheBasis(repository))) return undefined;
    // JSON has no undefined: a first commit comes back without the member.
    return { ...cache, facts: cache.facts.map((fact) => ({ ...fact, parent: fact.parent })) };
  } catch {
    return undefined;
  }
}

/** A git directory that cannot be written to costs the next reading its time, nothing else. */
export async function writeLinkCache(repository: Repository, cache: Omit<LinkCache, 'basis'>): Promise<void> {
  const text = JSON.stringify({ basis: await cacheBasis(repository), ...cache });
  await replaceFile(cacheFile(repository), text).catch(() => undefined);
}

/** Deepening a shallow clone shows older commits below the same tips; `.mailmap` changes names. */
async function cacheBasis({ commonDir, root }: Repository): Promise<string> {
  const shallow = await readFile(path.join(commonDir, 'shallow'), 'utf8').catch(() => '');
  const mailmap = await stat(path.join(root, '.mailmap')).catch(() => undefined);
  return JSON.stringify([VERSION, shallow, mailmap?.mtimeMs ?? null, mailmap?.size ?? null]);
}

function cacheFile({ commonDir }: Repository): string {
  return path.join(microgoalsFolder(commonDir), 'links.json');
}
