import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GitErrorCode } from '../run/gitError';
import { GitError } from '../run/gitError';
import { microgoalsFolder } from '../run/gitFolder';
import { writeWhole } from '../../store/atomicWrite';
import type { Repository } from '../run/repository';
import { runGit } from '../run/runGit';

/** No setting of the person may change what a patch looks like. */
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
/** Why there is no id of a commit. */
const WITHOUT_ID: readonly GitErrorCode[] = ['too-large', 'not-fetched'];
const BATCH = 100;
const MAX_BYTES = 64 * 1024 * 1024;
/** Most commits whose ids are kept for the next time. */
const KEPT = 20_000;

/**
 * The patch ids (`git patch-id --stable`) of commits, by their full names: two commits with the same one change the same lines. A
 * merge, an empty commit, one that is gone, one that changes more than 64 MB and one that a partial clone holds in part have none. Each is worked out once and kept in
 * the git directory.
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
    // A git directory that cannot be written to costs the next reading its time, nothing else.
    await writeWhole(file, kept).catch(() => undefined);
  }
  return new Map(
    commits.flatMap((commit) => {
      const id = known.get(commit);
      return id ? [[commit, id] as const] : [];
    }),
  );
}

/** The patch id of all that one commit has and another has not; undefined where nothing differs. @throws GitError */
export async function patchIdBetween(root: string, from: string, to: string): Promise<string | undefined> {
  const patch = await runGit(root, ['diff-tree', ...PATCH, '-r', from, to], { maxBytes: MAX_BYTES });
  const output = await runGit(root, ['patch-id', '--stable'], { input: patch });
  return output.split(' ', 1)[0]?.trim() || undefined;
}

/** Empty where a commit has none; one that a partial clone holds in part is not there, since it may be fetched some day. */
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

/** The names of those that are there, one a line: diff-tree would end at the first that is not. */
async function existing(root: string, commits: readonly string[]): Promise<string> {
  const input = commits.map((commit) => `${commit}\n`).join('');
  const output = await runGit(root, ['cat-file', '--batch-check=%(objecttype) %(objectname)'], { input });
  const lines = output.split('\n').filter((line) => line.startsWith('commit '));
  return lines.map((line) => `${line.slice('commit '.length)}\n`).join('');
}

/** Whatever else stands there counts as nothing. */
async function readKept(file: string): Promise<Map<string, string>> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, string>>;
    return new Map(Object.entries(kept));
  } catch {
    return new Map();
  }
}
