import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { LinkedCommit } from '../core/model/linkedCommit';
import type { CommitSource } from '../core/goalSources';
import { microgoalsFolder } from '../git/gitFolder';
import type { Repository } from '../git/repository';

/** Bump it when `LinkedCommit` or what decides it changes. */
const VERSION = 1;

interface Cache {
  readonly key: string;
  readonly commits: readonly LinkedCommit[];
}

/** The commits that name goals: as they were found last time, as long as HEAD and every branch stand where they stood. */
export function cachedCommitLinks(repository: Repository): CommitSource {
  return {
    async named(names) {
      const { CommitLinks } = await import('../git/commitLinks');
      return new CommitLinks(repository).named(names);
    },
    async linkedCommits() {
      const key = await keyOf(repository);
      const file = path.join(microgoalsFolder(repository.gitDir), 'located.json');
      const cached = await readCache(file);
      if (key !== undefined && cached?.key === key) return cached.commits;
      const [{ CommitLinks }, { replaceFile }] = await Promise.all([
        import('../git/commitLinks'),
        import('../git/replaceFile'),
      ]);
      const commits = await new CommitLinks(repository).linkedCommits();
      const cache = key === undefined ? undefined : JSON.stringify({ key, commits } satisfies Cache);
      // A git directory that cannot be written to costs the next command its time, nothing else.
      if (cache !== undefined) await replaceFile(file, cache).catch(() => undefined);
      return commits;
    },
  };
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

/** Whatever else stands there counts as nothing. */
async function readCache(file: string): Promise<Cache | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Cache;
  } catch {
    return undefined;
  }
}
