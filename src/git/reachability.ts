import type { LinkedCommit } from '../core/model/linkedCommit';
import type { BranchTips } from './branchTips';
import type { CommitFact } from './commitFacts';
import { nulRecords } from './nulFields';
import { streamGit } from './runGit';

/**
 * Says of each commit where it lies. The commits must be reachable from HEAD or a branch. Cheap where branches are close
 * to each other, as git lists only what HEAD and the integration branches do not reach.
 */
export async function locateCommits(
  root: string,
  { head, branch, tips, integration }: BranchTips,
  facts: readonly CommitFact[],
): Promise<LinkedCommit[]> {
  if (facts.length === 0) return [];
  const names = [...new Set(['HEAD', ...tips.map((tip) => tip.name)])];
  const short = new Map(tips.map((tip) => [tip.name, tip.short]));
  const distinct = [...new Map(integration.map((tip) => [tip.commit, tip])).values()].reverse();
  const outside = new Map<string, Promise<Map<string, string>>>();
  const outsideOf = (commit: string): Promise<Map<string, string>> => {
    const known = outside.get(commit) ?? unreached(root, head === undefined ? names.slice(1) : names, commit);
    outside.set(commit, known);
    return known;
  };
  const beyondHead = head === undefined ? undefined : await outsideOf(head);
  const located = new Map<string, string>();
  for (const tip of distinct) {
    const beyond = await outsideOf(tip.commit);
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

/** The commits that the revisions reach and `commit` does not, each with the revision it was reached by. */
async function unreached(root: string, revisions: readonly string[], commit: string): Promise<Map<string, string>> {
  const input = [...revisions, `^${commit}`].map((revision) => `${revision}\n`).join('');
  const args = ['log', '-z', '--no-show-signature', '--format=tformat:%H%x00%S', '--ignore-missing', '--stdin'];
  const found = new Map<string, string>();
  for await (const [name = '', source = ''] of nulRecords(streamGit(root, args, { input }), 2)) found.set(name, source);
  return found;
}
