import type { GoneCommit, LinkedCommit } from '../../core/snapshot/linkedCommit';
import { readBranchTips } from '../branches/branchTips';
import type { CommitFact } from './commitFacts';
import { readCommits } from './commitFacts';
import { outputOrNothing } from '../run/gitError';
import { patchIdBetween, patchIds } from './patchIds';
import type { Repository } from '../run/repository';
import { runGit } from '../run/runGit';

const MOST = 2000;

/** Commits of a goal that do not count here. */
export interface AwayCommits {
  readonly commits: readonly LinkedCommit[];
  readonly gone: readonly GoneCommit[];
  /** Tips that branches once had. */
  readonly lost: readonly string[];
}

/**
 * Returns commits of HEAD and the integration branches that make the same changes as a branch of the goal or as one of its commits
 * that is gone: a squash that kept only the title, or a rewrite that lost the trailer. It compares patch ids, on request only.
 */
export async function sameChanges(repository: Repository, away: AwayCommits): Promise<readonly CommitFact[]> {
  const tips = await readBranchTips(repository);
  const refs = new Set(away.commits.filter(({ state }) => state === 'branch').map(({ ref }) => ref));
  const branches = tips.tips.filter(({ short }) => refs.has(short)).map(({ commit }) => commit);
  const gone = away.gone.map(({ commit }) => commit);
  const ends = [...branches, ...gone, ...(await containing(repository, away.lost, gone))];
  const targets = [tips.head, ...tips.integration.map(({ commit }) => commit)].filter((name) => name !== undefined);
  const wanted = new Set((await patchIds(repository, gone)).values());
  const candidates = new Set<string>();
  for (const end of new Set(ends)) {
    for (const target of new Set(targets)) {
      const patch = await outputOrNothing(branchPatch(repository, target, end));
      if (patch !== undefined) wanted.add(patch);
      for (const name of await beyond(repository, target, end)) candidates.add(name);
    }
  }
  const known = new Set(away.commits.map(({ commit }) => commit));
  const found = [...(await patchIds(repository, [...candidates]))].filter(([, patch]) => wanted.has(patch));
  return readCommits(
    repository.root,
    found.map(([commit]) => commit).filter((commit) => !known.has(commit)),
  );
}

/** Returns the patch id of the branch's changes since it left the target; empty if it has none of its own. */
async function branchPatch(repository: Repository, target: string, end: string): Promise<string> {
  const base = await repository.git('merge-base', target, end);
  return base === end ? '' : ((await patchIdBetween(repository.root, base, end)) ?? '');
}

async function beyond(repository: Repository, target: string, end: string): Promise<readonly string[]> {
  const args = ['rev-list', '--no-merges', `--max-count=${MOST}`, '--ignore-missing', target, `^${end}`];
  const output = await outputOrNothing(repository.git(...args));
  return (output ?? '').split('\n').filter((name) => name !== '');
}

/** Returns those of the tips that reach one of the commits; a tip that was removed from the repository reaches nothing. */
async function containing(
  repository: Repository,
  tips: readonly string[],
  commits: readonly string[],
): Promise<readonly string[]> {
  const wanted = new Set(commits);
  if (wanted.size === 0) return [];
  const checked = await Promise.all(
    tips.map(async (tip) => {
      const args = ['rev-list', '--ignore-missing', `--max-count=${MOST}`, '--stdin'];
      const output = await outputOrNothing(runGit(repository.root, args, { input: `${tip}\n` }));
      return (output ?? '').split('\n').some((name) => wanted.has(name));
    }),
  );
  return tips.filter((_, index) => checked[index]);
}
