import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GitErrorCode } from '../run/gitError';
import { GitError } from '../run/gitError';
import { microgoalsFolder } from '../run/gitFolder';
import { writeWhole } from '../../store/atomicWrite';
import type { Repository } from '../run/repository';
import { runGit } from '../run/runGit';

/** Options that keep the person's settings from changing a patch. */
const PATCH = [
  '--patch',
  '--unified=3',
  '--inter-hunk-context=0',
  '--diff-algorithm=myers',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--full-index',
  '--no-renames',
  '--no-color',
];
/** Errors that leave a commit without an id. */
const WITHOUT_ID: readonly GitErrorCode[] = ['too-large', 'not-fetched'];
const BATCH = 100;
const MAX_BYTES = 64 * 1024 * 1024;
/** Most commits whose ids are stored for the next time. */
const KEPT = 20_000;

/**
 * Returns the patch ids (`git patch-id --stable`) of commits, by their full names: two commits with the same id change the same lines.
 * These have none: a merge, an empty commit, one that is gone, one that changes more than 64 MB, one that a partial clone holds in part.
 * Each id is computed once and stored in the git directory.
 */
export async function patchIds(
  repository: Repository,
  commits: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const file = path.join(microgoalsFolder(repository.commonDir), 'patches.json');
  const known = await readKept(file);
  const unknown = [...new Set(commits)].filter((commit) => !known.has(commit));
  for (let start = 0; start < unknown.length; start += BATCH) {
    const batch = unknown.slice(start, start + BATCH);
    for (const [commit, id] of await idsOf(repository.root, batch)) known.set(commit, id);
  }
  if (unknown.length > 0) {
    const kept = JSON.stringify(Object.fromEntries([...known].slice(-KEPT)));
    // A git directory that is not writable only makes the next reading slower.
    await writeWhole(file, kept).catch(() => undefined);
  }
  return new Map(
    commits.flatMap((commit) => {
      const id = known.get(commit);
      return id ? [[commit, id] as const] : [];
    }),
  );
}

/** Returns the patch id of all changes between two commits; undefined if nothing differs. @throws GitError */
export async function patchIdBetween(root: string, from: string, to: string): Promise<string | undefined> {
  const patch = await runGit(root, ['diff-tree', ...PATCH, '-r', from, to], { maxBytes: MAX_BYTES });
  const output = await runGit(root, ['patch-id', '--stable'], { input: patch });
  return output.split(' ', 1)[0]?.trim() || undefined;
}

/** Returns ids by commit: empty if a commit has none; missing if a partial clone holds it in part, since it may be fetched later. */
async function idsOf(root: string, commits: readonly string[]): Promise<Map<string, string>> {
  try {
    const input = await existing(root, commits);
    const patches = await runGit(root, ['diff-tree', '--stdin', '--root', ...PATCH], { input, maxBytes: MAX_BYTES });
    const output = await runGit(root, ['patch-id', '--stable'], { input: patches });
    const rows = output.split('\n').map((line) => line.split(' '));
    const found = new Map(rows.map(([id = '', commit = '']) => [commit, id]));
    return new Map(commits.map((commit) => [commit, found.get(commit) ?? '']));
  } catch (error) {
    if (!(error instanceof GitError) || !WITHOUT_ID.includes(error.code)) throw error;
    if (commits.length === 1) return new Map(error.code === 'too-large' ? commits.map((commit) => [commit, '']) : []);
    const half = commits.length >> 1;
    const [first, second] = [await idsOf(root, commits.slice(0, half)), await idsOf(root, commits.slice(half))];
    return new Map([...first, ...second]);
  }
}

/** Returns the names of the commits that exist, one per line; diff-tree would stop at the first missing one. */
async function existing(root: string, commits: readonly string[]): Promise<string> {
  const input = commits.map((commit) => `${commit}\n`).join('');
  const output = await runGit(root, ['cat-file', '--batch-check=%(objecttype) %(objectname)'], { input });
  const lines = output.split('\n').filter((line) => line.startsWith('commit '));
  return lines.map((line) => `${line.slice('commit '.length)}\n`).join('');
}

/** Reads the stored ids; an unreadable file counts as empty. */
async function readKept(file: string): Promise<Map<string, string>> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, string>>;
    return new Map(Object.entries(kept));
  } catch {
    return new Map();
  }
}
