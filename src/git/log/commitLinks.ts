import type { GoneCommit, LinkedCommit } from '../../core/snapshot/linkedCommit';
import type { CommitSource, RecordedCommit } from '../../core/space/goalSources';
import { branchNameFacts } from './branchNameFacts';
import type { BranchTips } from '../branches/branchTips';
import { readBranchTips, tipNames } from '../branches/branchTips';
import type { CommitFact } from './commitFacts';
import { readCommits, scanCommits } from './commitFacts';
import { isDismissed, readDismissals, withoutDismissed } from './dismissals';
import type { ReachedCommits } from './commitReach';
import { placed, placesOf } from './commitReach';
import { factsWithEffect, unsaid } from './factsWithEffect';
import { GitError } from '../run/gitError';
import type { LinkCache } from './linkCache';
import { linkBasis, readLinkCache, writeLinkCache } from './linkCache';
import { microgoalsFolder } from '../run/gitFolder';
import { Reachability } from './reachability';
import type { Repository } from '../run/repository';
import { isShallow } from '../run/repositoryFacts';
import { rewrittenCommits } from './rewrittenCommits';
import { runGit } from '../run/runGit';
import { sameChanges } from './sameChanges';
import { openSpool } from '../run/spool';

export interface LinkHistory {
  /** Commits that name goals or undo such commits, newest first. */
  readonly facts: readonly CommitFact[];
  readonly places: ReachedCommits;
  /** Facts whose goals are known only from the branches they lie on. */
  readonly byBranch: readonly CommitFact[];
  /** Closing commits that were known once and are now unreachable, including those whose loss somebody has accepted. */
  readonly gone: readonly GoneCommit[];
  /** Edition of the link cache once it holds the other facts, perhaps with more; undefined if the cache cannot be written. */
  readonly kept: Promise<string | undefined>;
}

/** Source of the commits that name goals, read from history: once in full, then only the new ones. Rejects with a `GitError`. */
export class CommitLinks implements CommitSource {
  private known: Pick<LinkCache, 'gone' | 'lost'> = { gone: [], lost: [] };
  private writing: Promise<string | undefined> = Promise.resolve(undefined);
  private last: { readonly key: string; readonly history: Promise<LinkHistory> } | undefined;
  private placed: { readonly history: LinkHistory; readonly commits: readonly LinkedCommit[] } | undefined;

  constructor(private readonly repository: Repository) {}

  async history(): Promise<LinkHistory> {
    const [tips, basis] = await Promise.all([readBranchTips(this.repository), linkBasis(this.repository)]);
    const key = JSON.stringify([tips, basis]);
    if (this.last?.key === key) return this.last.history;
    const history = this.read(tips, basis);
    this.last = { key, history };
    // A failure is not cached: the next call tries again.
    history.catch(() => (this.last = undefined));
    return history;
  }

  async linkedCommits(): Promise<readonly LinkedCommit[]> {
    const history = await this.history();
    await history.kept;
    // The answer stays the same object as long as nothing has changed.
    if (this.placed?.history !== history) this.placed = { history, commits: placed(history.facts, history.places) };
    return this.placed.commits;
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

  /** Returns those of the commits that HEAD or a branch reaches, by name, whatever their messages say. */
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

  private async read(tips: BranchTips, basis: string): Promise<LinkHistory> {
    const { root } = this.repository;
    const reachability = new Reachability(root, tips);
    const said = await this.facts(tips, basis, reachability);
    const byBranch = unsaid(await branchNameFacts(root, tips), said);
    const facts = factsWithEffect(said, byBranch);
    const places = placesOf(facts, await reachability.places());
    return { facts, places, byBranch, gone: this.known.gone, kept: this.writing };
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
    if (cache !== undefined && known !== undefined && sameNames(cache.tips, tips)) {
      this.writing = Promise.resolve(cache.edition);
      return known;
    }
    const excluded = known === undefined ? [] : (cache?.tips ?? []).map((tip) => `^${tip}`);
    const lines = new Map<CommitFact, string>();
    const walk = known === undefined ? reachability : undefined;
    const added = tips.length === 0 ? [] : await this.scan([...tips, ...excluded], lines, walk);
    const facts = known === undefined ? [...added] : joined(added, known);
    facts.sort((a, b) => b.date - a.date);
    this.known = cache ? departed(cache, tips, facts) : this.known;
    this.writing = writeLinkCache(this.repository, { basis, tips, facts, ...this.known }, lines);
    return facts;
  }

  /** Scans a range of commits. @param lines receives the JSON of the facts: it is made while git walks and there is nothing else to do. */
  private async scan(
    range: readonly string[],
    lines: Map<CommitFact, string>,
    reachability: Reachability | undefined,
  ): Promise<readonly CommitFact[]> {
    const onRead = (fact: CommitFact): void => void lines.set(fact, JSON.stringify(fact));
    const spool = await openSpool(microgoalsFolder(this.repository.commonDir));
    const scan = scanCommits(this.repository.root, range, { spool, onRead });
    // Where both walks are long, they run at once; whoever waits for the places gets the failure.
    reachability?.places().catch(() => undefined);
    try {
      return await scan;
    } catch (error) {
      if (!spool || !(error instanceof GitError) || error.code !== 'failed') throw error;
      // The disk may be full; a pipe needs no space on it.
      return await scanCommits(this.repository.root, range, { onRead });
    } finally {
      await spool?.close();
    }
  }

  isShallow(): boolean {
    return isShallow(this.repository);
  }

  async goneCommits(): Promise<readonly GoneCommit[]> {
    const { gone } = await this.history();
    return withoutDismissed(gone, await readDismissals(this.repository));
  }

  /** Returns commits that name no goal and make the same changes as commits of this goal that do not count here (see `sameChanges`). */
  async sameChanges(goal: string): Promise<readonly CommitFact[]> {
    const commits = await this.linkedCommits();
    const names = ({ goals }: Pick<LinkedCommit, 'goals'>): boolean => goals.some(({ id }) => id === goal);
    const { gone, lost } = this.known;
    const away = { commits: commits.filter(names), gone: gone.filter(names), lost };
    const [same, dismissed] = await Promise.all([sameChanges(this.repository, away), readDismissals(this.repository)]);
    return same.filter(({ commit }) => !isDismissed(dismissed, goal, commit));
  }

  /** Returns the facts without those of rewritten history; undefined if that cannot be told because an old tip was removed. */
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

/** Returns the commits and tips of the history known before that the present one lacks. */
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

/** Merges both lists so that each commit occurs once; the first list takes precedence. */
function joined(added: readonly CommitFact[], known: readonly CommitFact[]): CommitFact[] {
  const names = new Set(added.map((fact) => fact.commit));
  return [...added, ...known.filter((fact) => !names.has(fact.commit))];
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
