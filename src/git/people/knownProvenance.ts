import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Provenance } from '../../core/snapshot/provenance';
import { microgoalsFolder } from '../run/gitFolder';
import { isTransformed } from '../files/isTransformed';
import { writeWhole } from '../../store/atomicWrite';
import type { Repository } from '../run/repository';
import { headCommit } from '../run/repositoryFacts';
import { runGit } from '../run/runGit';
import type { Asked, ReadHistory } from './statementProvenance';
import { statementProvenance } from './statementProvenance';

/** Version of the stored format; raise it with every change. */
const VERSION = 5;

interface Kept {
  readonly key: string;
  readonly found: readonly (readonly [string, Provenance])[];
}

/** State of a clone that changes whenever the history of the files may have changed. */
interface Standing {
  readonly tips: readonly string[];
  /** Hash of everything that all later readings depend on. */
  readonly root: string;
  readonly key: string;
}

/**
 * Returns the same as `statementProvenance`, but stores its reading of the files' history in the git directory. Later it reads only
 * new commits, and nothing while no branch, tag or statement changes. @throws GitError
 */
export async function knownProvenance(repository: Repository, asked: Asked): Promise<ReadonlyMap<string, Provenance>> {
  if (asked.statements.length === 0) return new Map();
  const folder = microgoalsFolder(repository.commonDir);
  const [foundFile, walkFile] = [path.join(folder, 'provenance.json'), path.join(folder, 'statements.json')] as const;
  const standing = await standingOf(repository, asked);
  const kept = await readKept<Kept>(foundFile);
  if (kept?.key === standing.key) return new Map(kept.found);
  const earlier = await readKept<ReadHistory & { readonly root: string }>(walkFile);
  const isUsable = earlier?.root === standing.root && (await isAllReached(repository, earlier.tips, standing.tips));
  const { found, walk } = await statementProvenance(repository, asked, isUsable ? earlier : undefined);
  // If the git directory is not writable, the only cost is another reading.
  const read = { root: standing.root, tips: standing.tips, walk };
  await writeWhole(walkFile, JSON.stringify(read)).catch(() => undefined);
  await writeWhole(foundFile, JSON.stringify({ key: standing.key, found: [...found] })).catch(() => undefined);
  return found;
}

async function standingOf(repository: Repository, { files, statements, me }: Asked): Promise<Standing> {
  const form = '--format=%(objecttype) %(objectname) %(*objecttype) %(*objectname)';
  const [refs, head, names, cuts, isChanged] = await Promise.all([
    repository.git('for-each-ref', form, 'refs/heads', 'refs/remotes', 'refs/tags'),
    headCommit(repository),
    lstat(path.join(repository.root, '.mailmap')).catch(() => undefined),
    readFile(path.join(repository.commonDir, 'shallow'), 'utf8').catch(() => ''),
    isTransformed(repository, files),
  ]);
  const commits = Array.from(refs.matchAll(/\bcommit ([0-9a-f]+)/g), ([, commit = '']) => commit);
  const tips = [...new Set([...commits, ...(head === undefined ? [] : [head])])].sort();
  const root = hashOf([VERSION, cuts, files]);
  return { tips, root, key: hashOf([root, tips, head, me, isChanged, names?.mtimeMs, names?.size, statements]) };
}

function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Tells whether all commits that were read are still in the history of a branch or tag. */
async function isAllReached({ root }: Repository, read: readonly string[], tips: readonly string[]): Promise<boolean> {
  const input = [...read, ...tips.map((tip) => `^${tip}`)].map((line) => `${line}\n`).join('');
  const lost = runGit(root, ['rev-list', '--max-count=1', '--stdin'], { input });
  return lost.then(
    (output) => output === '',
    () => false,
  );
}

async function readKept<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
