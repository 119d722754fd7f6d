import type { LinkedCommit } from '../core/model/linkedCommit';
import type { BranchTip, BranchTips } from './branchTips';
import type { CommitFact } from './commitFacts';
import { nulRecords } from './nulFields';
import { streamGit } from './runGit';

/**
 * Says of commits where they lie. They must be reachable from HEAD or a branch. Cheap where branches are close to each other, as
 * git lists only what HEAD and the integration branches do not reach.
 */
export class Reachability {
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

  /** Has git list them already, since they will be wanted. */
  begin(): void {
    // A failure is told to whoever waits for the answer.
    for (const { commit } of this.integration) this.unreached(commit).catch(() => undefined);
  }

  async locate(facts: readonly CommitFact[]): Promise<LinkedCommit[]> {
    if (facts.length === 0) return [];
    const { head, branch, tips } = this.tips;
    const short = new Map(tips.map((tip) => [tip.name, tip.short]));
    const beyondHead = head === undefined ? undefined : await this.unreached(head);
    const located = new Map<string, string>();
    for (const tip of this.integration) {
      const beyond = await this.unreached(tip.commit);
      for (const { commit } of facts) if (!beyond.has(commit)) located.set(commit, tip.short);
    }
    return facts.map((fact) => {
      const inHead = beyondHead !== undefined && !beyondHead.has(fact.commit);
      const merged = located.get(fact.commit);
      if (merged !== undefined) return { ...fact, state: 'merged', inHead, ref: merged };
      if (inHead) return { ...fact, state: 'here', inHead, ref: branch ?? null };
      const source = beyondHead?.get(fact.commit);
      return { ...fact, state: 'branch', inHead, ref: short.get(source ?? '') ?? null };
    });
  }

  /** The commits that HEAD and the branches reach and `commit` does not, each with the revision it was reached by. */
  private unreached(commit: string): Promise<ReadonlyMap<string, string>> {
    const known = this.outside.get(commit) ?? this.list(commit);
    this.outside.set(commit, known);
    return known;
  }

  private async list(commit: string): Promise<ReadonlyMap<string, string>> {
    const input = [...this.revisions, `^${commit}`].map((revision) => `${revision}\n`).join('');
    const args = ['log', '-z', '--no-show-signature', '--format=tformat:%H%x00%S', '--ignore-missing', '--stdin'];
    const found = new Map<string, string>();
    for await (const [name = '', source = ''] of nulRecords(streamGit(this.root, args, { input }), 2)) {
      found.set(name, source);
    }
    return found;
  }
}
