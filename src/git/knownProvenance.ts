import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Provenance } from '../core/rules/provenance';
import type { Statement } from '../core/rules/statements';
import { microgoalsFolder } from './gitFolder';
import { replaceFile } from './replaceFile';
import type { Repository } from './repository';
import { headCommit, isShallow } from './repositoryFacts';
import { statementProvenance } from './statementProvenance';

type Found = ReadonlyMap<string, Provenance>;

/**
 * As `statementProvenance`, which reads the whole history of the files; the result is kept in the git directory until a branch, a
 * tag or a statement changes. @throws GitError
 */
export async function knownProvenance(
  repository: Repository,
  files: readonly string[],
  statements: readonly Statement[],
): Promise<Found> {
  if (statements.length === 0) return new Map();
  const file = path.join(microgoalsFolder(repository.commonDir), 'provenance.json');
  const key = await stateOf(repository, files, statements);
  const kept = await readKept(file);
  if (kept?.key === key) return new Map(kept.found);
  const found = await statementProvenance(repository, files, statements);
  // A git directory that cannot be written to costs the reading again, nothing else.
  await replaceFile(file, JSON.stringify({ key, found: [...found] })).catch(() => undefined);
  return found;
}

/** A text that is another one wherever the result may be. */
async function stateOf(
  repository: Repository,
  files: readonly string[],
  statements: readonly Statement[],
): Promise<string> {
  const [refs, head, names] = await Promise.all([
    repository.git('for-each-ref', '--format=%(objectname)', 'refs/heads', 'refs/remotes', 'refs/tags'),
    headCommit(repository),
    lstat(path.join(repository.root, '.mailmap')).catch(() => undefined),
  ]);
  const parts = [refs, head, isShallow(repository), names?.mtimeMs, names?.size, files, statements];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

async function readKept(
  file: string,
): Promise<{ readonly key: string; readonly found: [string, Provenance][] } | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { key: string; found: [string, Provenance][] };
  } catch {
    return undefined;
  }
}
