import type { LinkedCommit } from '../../core/snapshot/linkedCommit';
import type { BranchTip, BranchTips } from '../branches/branchTips';
import type { CommitFact } from './commitFacts';
import type { CommitReach, ReachedCommits } from './commitReach';
import { placed } from './commitReach';
import { nulRecords } from '../run/nulFields';
import { streamGit } from '../run/runGit';

/**
 * Places of commits among the branches. The commits must be reachable from HEAD or a branch. Finding them is cheap if branches are
 * close to each other, because git lists only the commits that HEAD and the integration branches do not reach.
 */
export class Reachability {
  private known: Promise<ReachedCommits> | undefined;
  private readonly outside = new Map<string, Promise<ReadonlyMap<string, string>>>();
  private readonly revisions: readonly string[];
  private readonly integration: readonly BranchTip[];

  constructor(
    private readonly root: string,
    private readonly tips: BranchTips,
  ) {
    this.revisions = [...new Set([...(tips.head === undefined ? [] : ['HEAD']), ...tips.tips.map(({ name }) => name)])];
    this.integration = [...new Map(tips.integration.map((tip) => [tip.commit, tip])).values()].reverse();
  }

  async locate(facts: readonly CommitFact[]): Promise<LinkedCommit[]> {
    return facts.length === 0 ? [] : placed(facts, await this.places());
  }

  places(): Promise<ReachedCommits> {
    return (this.known ??= this.findPlaces());
  }

  private async findPlaces(): Promise<ReachedCommits> {
    const { head, branch, tips } = this.tips;
    const short = new Map(tips.map((tip) => [tip.name, tip.short]));
    const [beyondHead, ...beyond] = await Promise.all([
      head === undefined ? undefined : this.unreached(head),
      ...this.integration.map(async ({ commit, short: ref }) => ({ ref, commits: await this.unreached(commit) })),
    ]);
    const placeOf = (commit: string): CommitReach => {
      const inHead = beyondHead !== undefined && !beyondHead.has(commit);
      const merged = beyond.findLast(({ commits }) => !commits.has(commit));
      if (merged !== undefined) return { state: 'merged', inHead, ref: merged.ref };
      if (inHead) return { state: 'here', inHead, ref: branch ?? null };
      return { state: 'branch', inHead, ref: short.get(beyondHead?.get(commit) ?? '') ?? null };
    };
    const groups = new Map<string, { readonly place: CommitReach; readonly commits: string[] }>();
    const sets = [...(beyondHead ? [beyondHead] : []), ...beyond.map(({ commits }) => commits)];
    for (const commit of new Set(sets.flatMap((commits) => [...commits.keys()]))) {
      const place = placeOf(commit);
      const key = JSON.stringify(place);
      const group = groups.get(key) ?? { place, commits: [] };
      group.commits.push(commit);
      groups.set(key, group);
    }
    // No commit has this name: it stands for the commits that HEAD and every integration branch reach.
    return { usual: placeOf(''), others: [...groups.values()] };
  }

  /** Returns the commits that HEAD and the branches reach and `commit` does not, each with the revision that reaches it. */
  private unreached(commit: string): Promise<ReadonlyMap<string, string>> {
    const known = this.outside.get(commit) ?? this.list(commit);
    this.outside.set(commit, known);
    return known;
  }

  private async list(commit: string): Promise<ReadonlyMap<string, string>> {
    const input = [...this.revisions, `^${commit}`].map((revision) => `${revision}\n`).join('');
    const args = ['log', '-z', '--format=tformat:%H%x00%S', '--ignore-missing', '--stdin'];
    const found = new Map<string, string>();
    for await (const records of nulRecords(streamGit(this.root, args, { input }), 2)) {
      for (const [name = '', source = ''] of records) found.set(name, source);
    }
    return found;
  }
}
