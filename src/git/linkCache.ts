import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CommitFact } from './commitFacts';
import { fileIdentity } from './fileIdentity';
import { microgoalsFolder } from './gitFolder';
import { readGitSettings } from './gitSettings';
import { outputOrNothing } from './outputOrNothing';
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

const VERSION = 3;

/** @param basis as `linkBasis` has it now. */
export async function readLinkCache(repository: Repository, basis: string): Promise<LinkCache | undefined> {
  try {
    const cache = JSON.parse(await readFile(cacheFile(repository), 'utf8')) as LinkCache;
    if (cache.basis !== basis) return undefined;
    // JSON has no undefined: a first commit comes back without the member.
    return { ...cache, facts: cache.facts.map((fact) => ({ ...fact, parent: fact.parent })) };
  } catch {
    return undefined;
  }
}

/** A git directory that cannot be written to costs the next reading its time, nothing else. */
export async function writeLinkCache(repository: Repository, cache: LinkCache): Promise<void> {
  await replaceFile(cacheFile(repository), JSON.stringify(cache)).catch(() => undefined);
}

/** Deepening a shallow clone shows older commits below the same tips; `.mailmap` and what stands for it change names. */
export async function linkBasis(repository: Repository): Promise<string> {
  const { commonDir, root } = repository;
  const [shallow, { mailmapFile, mailmapBlob }] = await Promise.all([
    readFile(path.join(commonDir, 'shallow'), 'utf8').catch(() => ''),
    readGitSettings(repository),
  ]);
  const files = [path.join(root, '.mailmap'), ...(mailmapFile === undefined ? [] : [mailmapFile])];
  const name = ['--verify', '--quiet', '--end-of-options', mailmapBlob ?? ''];
  const blob = mailmapBlob === undefined ? undefined : await outputOrNothing(repository.git('rev-parse', ...name));
  return JSON.stringify([VERSION, shallow, ...(await Promise.all(files.map(fileIdentity))), mailmapFile, blob]);
}

function cacheFile({ commonDir }: Repository): string {
  return path.join(microgoalsFolder(commonDir), 'links.json');
}
