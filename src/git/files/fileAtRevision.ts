import type { FileReading } from '../../core/document/fileReading';
import { MAX_BYTES, parseGoalFile, tooLarge } from '../../core/document/parseGoalFile';
import type { ProblemCode } from '../../core/document/problem';
import { findBlobs } from './catFile';
import { GitError, outputOrNothing } from '../run/gitError';
import { readBlob } from './indexStages';
import { nameInTree } from './pathInTree';
import type { Repository } from '../run/repository';
import { findCommit } from '../run/repositoryFacts';

export type ComparedRevision =
  | {
      readonly state: 'known';
      readonly commit: string;
      /** Merge bases of HEAD and the revision: the revision itself if HEAD has it; several after crossed merges. */
      readonly bases: readonly string[];
    }
  /** The clone has no such commit, or the commit has nothing in common with HEAD as far as history is known. */
  | { readonly state: 'unknown' | 'unrelated' };

/** Compares a revision, in any of git's spellings, with HEAD. */
export async function compareRevision(repository: Repository, revision: string): Promise<ComparedRevision> {
  const commit = await findCommit(repository, revision);
  if (commit === undefined) return { state: 'unknown' };
  const bases = await outputOrNothing(repository.git('merge-base', '--all', commit, 'HEAD'));
  return bases === undefined ? { state: 'unrelated' } : { state: 'known', commit, bases: bases.split('\n') };
}

/**
 * Reads a commit's version of a goals file: absent only if the commit has nothing at that path, broken if its content cannot be
 * read. @param file absolute path in the work tree.
 */
export async function fileAtRevision(repository: Repository, commit: string, file: string): Promise<FileReading> {
  try {
    const entry = await entryAt(repository, commit, nameInTree(repository, file));
    if (entry === undefined) return { state: 'absent' };
    return 'blob' in entry ? await blobReading(repository, entry.blob) : unreadable('not-a-file', entry.refusal);
  } catch (error) {
    if (!(error instanceof GitError) || error.code !== 'failed') throw error;
    return unreadable('io', `git cannot read it: ${error.message}`);
  }
}

type TreeEntry = { readonly blob: string } | { readonly refusal: string };

/** Finds the entry at a path. A folder on the way may be something else in that commit: a link, or a repository of its own. */
async function entryAt(repository: Repository, commit: string, name: string): Promise<TreeEntry | undefined> {
  const parts = name.split('/');
  const ways = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const output = await repository.git('ls-tree', '-z', '--full-tree', commit, '--', ...ways);
  const entries = output.split('\0').map((line) => /^(\d+) [a-z]+ ([0-9a-f]+)\t([^]*)$/.exec(line) ?? []);
  // Folders on the way are as they should be, and other files in them do not concern us.
  const [, mode, blob, found] = entries.find(([, , , path = '']) => ways.includes(path)) ?? [];
  if (mode === undefined || blob === undefined || found === undefined) return undefined;
  if (mode === '120000') return { refusal: `${found} is a symbolic link there; where it leads is not looked at.` };
  if (mode === '160000') return { refusal: `${found} is a submodule there.` };
  return found === name && mode.startsWith('100') ? { blob } : { refusal: `${found} is no regular file there.` };
}

async function blobReading(repository: Repository, blob: string): Promise<FileReading> {
  const [found] = await findBlobs(repository, [blob]);
  if (!found)
    return unreadable(
      'io',
      'Its content is not in this partial clone, and nothing is fetched by itself; "git fetch --refetch --no-filter" brings all.',
    );
  if (found.size > MAX_BYTES) return tooLarge(found.size);
  return parseGoalFile(await readBlob(repository, blob));
}

function unreadable(code: ProblemCode, message: string): FileReading {
  return { state: 'broken', text: '', problems: [{ code, message }] };
}
