import { effectiveStamp, valueAt } from '../../../src/core/document/change';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import type { Json } from '../../../src/core/document/json';
import { isObject, sameJson } from '../../../src/core/document/json';
import { mergeDocuments } from '../../../src/core/document/merge';
import { splitPath } from '../../../src/core/document/registerPath';

/** One edit of one register, as the history knows it. */
export interface Write {
  readonly id: number;
  /** Record and path. */
  readonly register: string;
  /** Spelling of the value; empty where the register was removed. */
  readonly value: string;
  /** The writes to this register that its author had before the eyes, and those before them. */
  readonly before: ReadonlySet<Write>;
  /** Made by `git revert`, with the stamp of the value that came back. */
  readonly isRevert: boolean;
}

export interface Commit {
  readonly id: number;
  readonly parents: readonly Commit[];
  readonly document: GoalDocument;
  /** One bit for each commit reachable from here, itself included. */
  readonly reachable: bigint;
  /** What this commit changed itself; empty for merges. */
  readonly own: readonly Write[];
  /** All writes that reached this commit, also by cherry-pick. */
  readonly known: ReadonlySet<Write>;
}

type Draft = Pick<Commit, 'parents' | 'document' | 'own' | 'known'>;

export interface SimulatedRepository {
  readonly commits: readonly Commit[];
  commit(draft: Draft): Commit;
  /** Fast-forward where possible, else a merge commit over the recursive merge base, as git makes it. */
  merge(ours: Commit, theirs: Commit): Commit;
  /** Puts the change from `from` to `to` on top of `onto`; `onto` itself where nothing changes. */
  replay(onto: Commit, from: Commit, to: Commit, own: readonly Write[]): Commit;
  /** Commits reachable from `head` and not from `upstream`, oldest first, merges left out as `git rebase` does. */
  missing(head: Commit, upstream: Commit): readonly Commit[];
}

export function simulatedRepository(): SimulatedRepository {
  const commits: Commit[] = [];
  const contains = (descendant: bigint, { id }: Commit): boolean => ((descendant >> BigInt(id)) & 1n) === 1n;

  const commit = (draft: Draft): Commit => {
    const id = commits.length;
    const reachable = draft.parents.reduce((mask, parent) => mask | parent.reachable, 1n << BigInt(id));
    const made = { ...draft, id, reachable };
    commits.push(made);
    return made;
  };

  /** The document git would hand to the driver as base: several merge bases are merged with each other first. */
  const baseOf = (a: bigint, b: bigint): GoalDocument | undefined => {
    const common = commits.filter((each) => contains(a & b, each));
    const best = common.filter((each) => !common.some((other) => other !== each && contains(other.reachable, each)));
    const [first, ...others] = best;
    if (first === undefined) return undefined;
    let virtual: Pick<Commit, 'document' | 'reachable'> = first;
    for (const next of others) {
      const { document } = mergeDocuments(baseOf(virtual.reachable, next.reachable), virtual.document, next.document);
      virtual = { document, reachable: virtual.reachable | next.reachable };
    }
    return virtual.document;
  };

  return {
    commits,
    commit,
    merge(ours, theirs) {
      if (contains(ours.reachable, theirs)) return ours;
      if (contains(theirs.reachable, ours)) return theirs;
      const base = baseOf(ours.reachable, theirs.reachable);
      const { document } = mergeDocuments(base, ours.document, theirs.document);
      return commit({ parents: [ours, theirs], document, own: [], known: new Set([...ours.known, ...theirs.known]) });
    },
    replay(onto, from, to, own) {
      const { document } = mergeDocuments(from.document, onto.document, to.document);
      if (sameRecords(document, onto.document)) return onto;
      // What was there already, or lost against a later write, is not part of the new commit's change.
      const brought = own.filter((write) => !sameJson(pairOf(document, write), pairOf(onto.document, write)));
      return commit({ parents: [onto], document, own: brought, known: new Set([...onto.known, ...own]) });
    },
    missing: (head, upstream) =>
      commits.filter((each) => contains(head.reachable & ~upstream.reachable, each) && each.parents.length === 1),
  };
}

function sameRecords(a: GoalDocument, b: GoalDocument): boolean {
  return (
    a.records.size === b.records.size && [...a.records].every(([id, record]) => sameJson(record, b.records.get(id)))
  );
}

/** Value and stamp of the register that was written. */
function pairOf(document: GoalDocument, { register }: Write): Json {
  const [id = '', path = ''] = register.split(' ');
  const record = document.records.get(id);
  return isObject(record) ? [valueAt(record, splitPath(path)) ?? null, effectiveStamp(record, path) ?? null] : null;
}
