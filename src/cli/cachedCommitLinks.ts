import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { LinkedCommit } from '../core/model/linkedCommit';
import type { CommitSource } from '../core/goalSources';
import type { CommitLinks } from '../git/commitLinks';
import { microgoalsFolder } from '../git/gitFolder';
import type { Repository } from '../git/repository';

/** Bump it when `LinkedCommit` or what decides it changes. */
const VERSION = 2;

interface Cache {
  readonly key: string;
  readonly commits: readonly LinkedCommit[];
  /** By the name in a record; null where nothing is left of it. */
  readonly recorded: Readonly<Record<string, LinkedCommit | null>>;
}

/**
 * The commits that name goals, and those that records name: as they were found last time, as long as HEAD and every branch stand
 * where they stood.
 */
export function cachedCommitLinks(repository: Repository): CommitSource {
  const file = path.join(microgoalsFolder(repository.gitDir), 'located.json');
  return {
    async linkedCommits() {
      const key = await keyOf(repository);
      const cached = await readCache(file, key);
      if (cached) return cached.commits;
      const commits = await (await linksOf(repository)).linkedCommits();
      await writeCache(file, key, { commits, recorded: {} });
      return commits;
    },
    async recorded(wanted) {
      const key = await keyOf(repository);
      const cached = await readCache(file, key);
      const known = new Map(Object.entries(cached?.recorded ?? {}));
      const unknown = wanted.filter(({ commit }) => !known.has(commit));
      if (unknown.length > 0) {
        const found = await (await linksOf(repository)).recorded(unknown);
        for (const { commit } of unknown) known.set(commit, found.get(commit) ?? null);
        if (cached) await writeCache(file, key, { ...cached, recorded: Object.fromEntries(known) });
      }
      return new Map([...known].filter((entry): entry is [string, LinkedCommit] => entry[1] !== null));
    },
  };
}

async function linksOf(repository: Repository): Promise<CommitLinks> {
  const { CommitLinks } = await import('../git/commitLinks');
  return new CommitLinks(repository);
}

/** A git directory that cannot be written to costs the next command its time, nothing else. */
async function writeCache(file: string, key: string | undefined, cache: Omit<Cache, 'key'>): Promise<void> {
  if (key === undefined) return;
  const { replaceFile } = await import('../git/replaceFile');
  await replaceFile(file, JSON.stringify({ key, ...cache } satisfies Cache)).catch(() => undefined);
}

/** Whatever decides what git says; undefined where HEAD is not kept in a file. */
async function keyOf(repository: Repository): Promise<string | undefined> {
  const { root, gitDir, commonDir } = repository;
  const refs = repository.git(
    'for-each-ref',
    '--format=%(objectname) %(refname) %(symref)',
    'refs/heads',
    'refs/remotes',
  );
  const [head, ...files] = await Promise.all([
    readFile(path.join(gitDir, 'HEAD'), 'utf8'),
    identityOf(path.join(commonDir, 'shallow')),
    identityOf(path.join(root, '.mailmap')),
  ]);
  return head.includes('.invalid') ? undefined : JSON.stringify([VERSION, head, ...files, await refs]);
}

async function identityOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return found ? `${found.mtimeMs} ${found.size}` : '';
}

/** Undefined where HEAD or a branch stood elsewhere; whatever else stands there counts as nothing. */
async function readCache(file: string, key: string | undefined): Promise<Cache | undefined> {
  try {
    const cache = JSON.parse(await readFile(file, 'utf8')) as Cache;
    return key !== undefined && cache.key === key ? cache : undefined;
  } catch {
    return undefined;
  }
}
