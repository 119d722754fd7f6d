import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { MergeStages } from '../../core/document/healing';
import type { FileReading } from '../../core/document/fileReading';
import { parseGoalFile } from '../../core/document/parseGoalFile';
import { literally } from './pathInTree';
import type { Repository } from '../run/repository';
import { streamGit } from '../run/runGit';

/**
 * Reads the three versions of a file that git could not merge; undefined if it is not unmerged.
 * @param file path from the top of the work tree, with slashes.
 */
export function readUnmergedStages(repository: Repository, file: string): Promise<MergeStages | undefined> {
  return readStages(repository, file, '--unmerged');
}

/** Reads the versions of a conflict that was staged as resolved; the index keeps them beyond the commit, until git rebuilds it. */
export function readResolvedStages(repository: Repository, file: string): Promise<MergeStages | undefined> {
  return readStages(repository, file, '--resolve-undo');
}

/** Tells whether git still waits for one of these files to be merged. @param files as for `readUnmergedStages`. */
export async function isUnmerged(repository: Repository, files: readonly string[]): Promise<boolean> {
  const output = await repository.git('ls-files', '--unmerged', '--', ...files.map(literally));
  return output !== '';
}

/** Returns a text that tells states of the index apart without reading it: git replaces the file. Undefined if there is none. */
export async function indexIdentity({ gitDir }: Repository): Promise<string | undefined> {
  const stats = await stat(path.join(gitDir, 'index'), { bigint: true }).catch(() => undefined);
  return stats && [stats.ino, stats.mtimeNs, stats.size].join(' ');
}

async function readStages(repository: Repository, file: string, list: string): Promise<MergeStages | undefined> {
  const output = await repository.git('ls-files', list, '-z', '--full-name', '--', literally(file));
  const blobs = new Map<string, string>();
  for (const entry of output.split('\0')) {
    const [, blob, stage, path] = /^\d+ ([0-9a-f]+) ([123])\t([^]*)$/.exec(entry) ?? [];
    if (blob !== undefined && stage !== undefined && path === file) blobs.set(stage, blob);
  }
  if (blobs.size === 0) return undefined;
  const read = async (stage: string): Promise<FileReading | undefined> => {
    const blob = blobs.get(stage);
    return blob === undefined ? undefined : parseGoalFile(await readBlob(repository, blob));
  };
  const [base, ours, theirs] = await Promise.all(['1', '2', '3'].map(read));
  return { base, ours, theirs };
}

/** Reads a blob as bytes: the one-shot commands would alter text that is not UTF-8. */
export async function readBlob({ root }: Repository, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamGit(root, ['cat-file', 'blob', name])) chunks.push(chunk);
  return Buffer.concat(chunks);
}
