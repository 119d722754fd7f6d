import { existsSync } from 'node:fs';
import path from 'node:path';
import type { StagedFile, TrackedFile } from '../../core/space/goalSources';
import { indexIdentity, readBlob } from '../files/indexStages';
import { literally, nameInTree } from '../files/pathInTree';
import { UNDER_WAY } from '../run/gitFolder';
import type { Repository } from '../run/repository';
import { currentBranch, headCommit, isSparse } from '../run/repositoryFacts';
import { runGit } from '../run/runGit';

/** Returns git's view of a file. @param file absolute path in the work tree. */
export function trackedFile(repository: Repository, file: string): TrackedFile {
  const name = nameInTree(repository, file);
  const committed = new BlobCache(repository);
  let leftOut: { readonly index: string | undefined; readonly blob: string | undefined } = {
    index: undefined,
    blob: undefined,
  };
  return {
    async head() {
      const [commit, branch] = await Promise.all([headCommit(repository), currentBranch(repository)]);
      return commit === undefined ? undefined : `${branch ?? ''} ${commit}`;
    },
    async committed() {
      const blob = await headBlob(repository, name);
      return blob === undefined ? undefined : committed.read(blob);
    },
    staged: () => stagedFile(repository, name),
    async leftOut() {
      const index = await indexIdentity(repository);
      // Without an index, what a commit brings counts, which the index does not tell.
      if (index === undefined || leftOut.index !== index)
        leftOut = { index, blob: await leftOutBlob(repository, name, index) };
      const { blob } = leftOut;
      return blob === undefined ? undefined : committed.read(blob);
    },
    unstage: () => unstage(repository, name),
    isBusy: () => UNDER_WAY.some((entry) => existsSync(path.join(repository.gitDir, entry))),
    note: async (disagreements) => (await import('./healing')).noteDisagreements(repository, file, disagreements),
  };
}

/** Cache of the last blob: HEAD's version of the file changes less often than it is read. */
class BlobCache {
  #last: { readonly blob: string; readonly bytes: Buffer } | undefined;

  constructor(private readonly repository: Repository) {}

  async read(blob: string): Promise<Buffer> {
    if (this.#last?.blob !== blob) this.#last = { blob, bytes: await readBlob(this.repository, blob) };
    return this.#last.bytes;
  }
}

async function stagedFile(repository: Repository, name: string): Promise<StagedFile> {
  const [output, head] = await Promise.all([
    repository.git('ls-files', '--stage', '-z', '--full-name', '--', literally(name)),
    headBlob(repository, name),
  ]);
  const entries = output.split('\0').flatMap((line) => {
    const [, blob, stage] = /^\d+ ([0-9a-f]+) ([0-3])\t/.exec(line) ?? [];
    return blob === undefined ? [] : [{ blob, stage }];
  });
  if (entries.some(({ stage }) => stage !== '0')) return { state: 'unmerged' };
  const blob = entries[0]?.blob;
  if (blob === head) return { state: 'as-head' };
  return { state: 'changed', bytes: blob === undefined ? undefined : await readBlob(repository, blob) };
}

/** Returns the blob of a file that a sparse checkout leaves out; before the first checkout all files are left out. */
async function leftOutBlob(
  repository: Repository,
  name: string,
  index: string | undefined,
): Promise<string | undefined> {
  if (index === undefined) return headBlob(repository, name);
  const output = await repository.git('ls-files', '-t', '--stage', '-z', '--full-name', '--', literally(name));
  const [, tag, blob] = /^(\S) \d+ ([0-9a-f]+) 0\t/.exec(output) ?? [];
  // git takes a file that was written in spite of the definition for one that is there, and later for one that was removed.
  return tag === 'S' || isSparse(repository) ? blob : undefined;
}

/** Puts HEAD's version into the index. `git reset` would examine all files there and start their filters. */
async function unstage(repository: Repository, name: string): Promise<void> {
  const commit = (await headCommit(repository)) ?? '';
  const entry = commit === '' ? '' : await repository.git('ls-tree', '-z', '--full-tree', commit, '--', name);
  // An entry without a mode removes the file from the index.
  const input = entry === '' ? `0 ${'0'.repeat(commit.length || 40)}\t${name}\0` : entry;
  await runGit(repository.root, ['update-index', '-z', '--index-info'], { input });
}

async function headBlob(repository: Repository, name: string): Promise<string | undefined> {
  const commit = await headCommit(repository);
  return commit === undefined ? undefined : committedBlob(repository, commit, name);
}

/** Returns the blob of the file in a commit; undefined if the commit has none. */
export async function committedBlob(repository: Repository, commit: string, name: string): Promise<string | undefined> {
  const output = await repository.git('ls-tree', '-z', '--full-tree', commit, '--', name);
  return /^\d+ blob ([0-9a-f]+)\t/.exec(output)?.[1];
}
