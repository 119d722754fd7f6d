import { DAY } from '../../core/ports/ports';
import type { RecordedCommit } from '../../core/space/goalSources';
import { outputOrNothing } from '../run/gitError';
import { patchIds } from './patchIds';
import type { Repository } from '../run/repository';
import { runGit } from '../run/runGit';

/** Time before a record in which its rewritten copy is searched: a copy appears soon or never, but one that keeps its date may be older. */
const BEFORE = 30 * DAY;
const AFTER = 90 * DAY;
const MOST = 5000;

/**
 * Finds commits that make the same changes as commits that are gone. Returns them by the name of the gone one, newest first. It
 * considers only commits made around the time of the record.
 * @param tips full names of the commits whose history is searched.
 */
export async function rewrittenCommits(
  repository: Repository,
  tips: readonly string[],
  gone: readonly RecordedCommit[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const times = gone.flatMap(({ patch, since }) => (patch === undefined || since === undefined ? [] : [since]));
  if (times.length === 0 || tips.length === 0) return new Map();
  const candidates = await committedBetween(repository.root, tips, Math.min(...times), Math.max(...times));
  const ids = await patchIds(repository, candidates);
  const byPatch = new Map<string, string[]>();
  for (const [commit, id] of ids) byPatch.set(id, [...(byPatch.get(id) ?? []), commit]);
  return new Map(gone.map(({ commit, patch }) => [commit, byPatch.get(patch ?? '') ?? []]));
}

async function committedBetween(root: string, tips: readonly string[], from: number, to: number): Promise<string[]> {
  const since = `--since=${new Date(from - BEFORE).toISOString()}`;
  const until = `--until=${new Date(to + AFTER).toISOString()}`;
  const args = ['rev-list', '--no-merges', `--max-count=${MOST}`, since, until, '--ignore-missing', '--stdin'];
  const output = await outputOrNothing(runGit(root, args, { input: tips.map((tip) => `${tip}\n`).join('') }));
  return (output ?? '').split('\n').filter((name) => name !== '');
}
