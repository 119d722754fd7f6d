import type { GoneCommit, LinkedCommit } from '../core/model/linkedCommit';
import type { CommitSource, RecordedCommit } from '../core/goalSources';
import { branchNameFacts } from './branchNameFacts';
import type { BranchTips } from './branchTips';
import { readBranchTips, tipNames } from './branchTips';
import type { CommitFact } from './commitFacts';
import { readCommits, scanCommits } from './commitFacts';
import { isDismissed, readDismissals, withoutDismissed } from './dismissals';
import type { LinkCache } from './linkCache';
import { linkBasis, readLinkCache, writeLinkCache } from './linkCache';
import { Reachability } from './reachability';
import type { Repository } from './repository';
import { isShallow } from './repositoryFacts';
import { rewrittenCommits } from './rewrittenCommits';
import { runGit } from './runGit';
import { sameChanges } from './sameChanges';

export interface LinkHistory {
  /** Newest first. */
  readonly commits: readonly LinkedCommit[];
  /** Closing commits that were known once and are reached by nothing, also those whose loss somebody has accepted. */
  readonly gone: readonly GoneCommit[];
}

/** The commits that name goals, read from history: once in full, then only what is new. Rejects with a `GitError`. */
export class CommitLinks implements CommitSource {
  private known: Pick<LinkCache, 'gone' | 'lost'> = { gone: [], lost: [] };
  private writing = Promise.resolve();
  private last: { readonly key: string; readonly history: Promise<LinkHistory> } | undefined;

  constructor(private readonly repository: Repository) {}

  async history(): Promise<LinkHistory> {
    const [tips, basis] = await Promise.all([readBranchTips(this.repository), linkBasis(this.repository)]);
    const key = JSON.stringify([tips, basis]);
    if (this.last?.key === key) return this.last.history;
    const history = this.read(tips, basis).then((commits) => ({ commits, gone: this.known.gone }));
    this.last = { key, history };
    // A failure is not kept: the next call tries again.
    history.catch(() => (this.last = undefined));
    return history;
  }

  async linkedCommits(): Promise<readonly LinkedCommit[]> {
    return (await this.history()).commits;
  }

  async recorded(wanted: readonly RecordedCommit[]): Promise<ReadonlyMap<string, LinkedCommit>> {
    const tips = await readBranchTips(this.repository);
    const names = tipNames(tips);
    const here = await this.reached(tips, names, new Set(wanted.map(({ commit }) => commit)));
    const gone = wanted.filter(({ commit }) => !here.has(commit));
    const rewritten = await rewrittenCommits(this.repository, names, gone);
    const copies = await this.reached(tips, names, new Set([...rewritten.values()].flat()));
    const found = new Map(here);
    for (const [name, candidates] of rewritten) {
      const known = candidates.map((commit) => copies.get(commit)).filter((commit) => commit !== undefined);
      const best = known.find((commit) => commit.inHead) ?? known.find(({ state }) => state === 'merged') ?? known[0];
      if (best) found.set(name, best);
    }
    return found;
  }

  /** Those of the commits that HEAD or a branch reaches, by name, whatever their messages say. */
  private async reached(
    tips: BranchTips,
    names: readonly string[],
    wanted: ReadonlySet<string>,
  ): Promise<Map<string, LinkedCommit>> {
    const { root } = this.repository;
    const facts = await readCommits(root, [...wanted]);
    const input = [...facts.map((fact) => fact.commit), ...names.map((name) => `^${name}`)].map((line) => `${line}\n`);
    const lost = new Set((await runGit(root, ['rev-list', '--stdin'], { input: input.join('') })).split('\n'));
    const there = facts.filter((fact) => !lost.has(fact.commit));
    return new Map((await new Reachability(root, tips).locate(there)).map((commit) => [commit.commit, commit]));
  }

  private async read(tips: BranchTips, basis: string): Promise<readonly LinkedCommit[]> {
    const { root } = this.repository;
    const reachability = new Reachability(root, tips);
    const facts = new Map((await this.facts(tips, basis, reachability)).map((fact) => [fact.commit, fact]));
    for (const fact of await branchNameFacts(root, tips)) {
      if ((facts.get(fact.commit)?.goals.length ?? 0) === 0) facts.set(fact.commit, fact);
    }
    const found = [...facts.values()].sort((a, b) => b.date - a.date);
    const located = await reachability.locate(withEffect(found));
    await this.writing;
    return located;
  }

  private async facts(
    branchTips: BranchTips,
    basis: string,
    reachability: Reachability,
  ): Promise<readonly CommitFact[]> {
    const tips = tipNames(branchTips);
    const cache = await readLinkCache(this.repository, basis);
    const known = cache && (await this.stillReachable(cache.facts, cache.tips, tips));
    this.known = { gone: cache?.gone ?? [], lost: cache?.lost ?? [] };
    if (cache !== undefined && known !== undefined && sameNames(cache.tips, tips)) return known;
    // Two walks at once where both are long.
    if (known === undefined) reachability.begin();
    const excluded = known === undefined ? [] : (cache?.tips ?? []).map((tip) => `^${tip}`);
    const added = tips.length === 0 ? [] : await scanCommits(this.repository.root, [...tips, ...excluded]);
    const names = new Set(added.map((fact) => fact.commit));
    const facts = [...added, ...(known ?? []).filter((fact) => !names.has(fact.commit))];
    facts.sort((a, b) => b.date - a.date);
    this.known = cache ? departed(cache, tips, facts) : this.known;
    this.writing = writeLinkCache(this.repository, { basis, tips, facts, ...this.known });
    return facts;
  }

  isShallow(): boolean {
    return isShallow(this.repository);
  }

  async goneCommits(): Promise<readonly GoneCommit[]> {
    const { gone } = await this.history();
    return withoutDismissed(gone, await readDismissals(this.repository));
  }

  /** Commits that say nothing of a goal and change the same as its commits that do not count here (see `sameChanges`). */
  async sameChanges(goal: string): Promise<readonly CommitFact[]> {
    const commits = await this.linkedCommits();
    const names = ({ goals }: Pick<LinkedCommit, 'goals'>): boolean => goals.some(({ id }) => id === goal);
    const { gone, lost } = this.known;
    const away = { commits: commits.filter(names), gone: gone.filter(names), lost };
    const [same, dismissed] = await Promise.all([sameChanges(this.repository, away), readDismissals(this.repository)]);
    return same.filter(({ commit }) => !isDismissed(dismissed, goal, commit));
  }

  /** The facts without those of rewritten history; undefined where that cannot be told, since an old tip was removed. */
  private async stillReachable(
    facts: readonly CommitFact[],
    before: readonly string[],
    now: readonly string[],
  ): Promise<readonly CommitFact[] | undefined> {
    const lost = before.filter((tip) => !now.includes(tip));
    if (lost.length === 0) return facts;
    const input = [...lost, ...now.map((tip) => `^${tip}`)].map((line) => `${line}\n`).join('');
    const gone = await runGit(this.repository.root, ['rev-list', '--stdin'], { input }).catch(() => undefined);
    if (gone === undefined) return undefined;
    const names = new Set(gone.split('\n'));
    return facts.filter((fact) => !names.has(fact.commit));
  }
}

const KEPT_GONE = 1000;
const KEPT_LOST = 20;

/** What the history that was known before had and the present one has not. */
function departed(
  before: LinkCache,
  tips: readonly string[],
  facts: readonly CommitFact[],
): Pick<LinkCache, 'gone' | 'lost'> {
  const here = new Set(facts.map(({ commit }) => commit));
  const closing = before.facts.filter(({ goals }) => goals.some(({ closes }) => closes));
  const gone = new Map([...closing, ...before.gone].map((fact) => [fact.commit, fact]));
  const lost = new Set([...before.lost, ...before.tips]);
  return {
    gone: [...gone.values()].filter(({ commit }) => !here.has(commit)).slice(0, KEPT_GONE),
    lost: [...lost].filter((tip) => !tips.includes(tip)).slice(-KEPT_LOST),
  };
}

/** Those that name goals, and those that revert one of these, or such a revert. */
function withEffect(facts: readonly CommitFact[]): CommitFact[] {
  const kept = new Set(facts.filter((fact) => fact.goals.length > 0).map((fact) => fact.commit));
  for (let size = -1; size !== kept.size;) {
    size = kept.size;
    for (const { commit, reverts } of facts) if (reverts.some((name) => kept.has(name))) kept.add(commit);
  }
  return facts.filter((fact) => kept.has(fact.commit));
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
