import type { FileHandle } from 'node:fs/promises';
import type { GoalMention } from '../../core/text/trailers';
import type { CommitAuthor } from '../../core/snapshot/linkedCommit';
import { goalsOfMerge, MERGE_HINTS } from '../../core/text/mergeMessages';
import type { MergeRevert } from '../../core/text/revertMessages';
import { REVERT_HINT, revertedCommits, revertedMerge } from '../../core/text/revertMessages';
import { coAuthors, GOAL_HINTS, goalMentions } from '../../core/text/trailers';
import { broughtByMerges } from './broughtByMerges';
import { fullNames } from './fullNames';
import { mailmapped } from '../people/mailmapped';
import { nulRecords } from '../run/nulFields';
import { runGit, streamGit, PLAIN_LOG } from '../run/runGit';

/** Content of a commit, whichever branch it lies on. It can be kept for as long as the commit exists. */
export interface CommitFact {
  readonly commit: string;
  readonly parent: string | undefined;
  readonly author: CommitAuthor;
  readonly coAuthors?: readonly CommitAuthor[];
  /** Earlier of author date and committer date, in milliseconds since 1970. */
  readonly date: number;
  readonly subject: string;
  readonly goals: readonly GoalMention[];
  readonly reverts: readonly string[];
  /** Parents of a merge other than the first one. */
  readonly merged?: readonly string[];
  /** Goals whose branches the commit merged, taken from the names of the branches, each with the parent that was its tip. */
  readonly mergedGoals?: readonly { readonly parent: string; readonly goal: string }[];
}

const FORMAT = ['%H', '%P', '%aN', '%aE', '%at', '%ct', '%B'].join('%x00');
const FIELDS = 7;
/** Filter that lets git itself leave out all other messages: handing them all over would cost more than everything else together. */
const HINTS = [...GOAL_HINTS, REVERT_HINT, ...MERGE_HINTS].flatMap((hint) => ['--grep', hint]);

export interface Reading {
  /** Set if there may be much to read, see `streamGit`. */
  readonly spool?: FileHandle | undefined;
  /** Receives the facts as git tells them; a few of them are replaced in the result. */
  readonly onRead?: (fact: CommitFact) => void;
}

/**
 * Returns the commits of a range that name goals or revert something, newest first.
 * @param range revisions, one per entry, with `^` before those to leave out; names of objects that are gone are skipped.
 */
export async function scanCommits(root: string, range: readonly string[], reading: Reading): Promise<CommitFact[]> {
  const facts = await readFacts(root, ['--fixed-strings', ...HINTS], range, reading);
  const linked = facts.filter(({ goals, reverts }) => goals.length > 0 || reverts.length > 0);
  const brought = await broughtByBranches(root, facts, range);
  if (brought.length === 0) return linked;
  const found = new Map(linked.map((fact) => [fact.commit, fact]));
  for (const fact of brought) {
    if ((found.get(fact.commit)?.goals.length ?? 0) === 0) found.set(fact.commit, fact);
  }
  return [...found.values()];
}

/** Returns the commits that came with the merge of a branch named after a goal. They belong to that goal if no message says otherwise. */
async function broughtByBranches(
  root: string,
  facts: readonly CommitFact[],
  tips: readonly string[],
): Promise<CommitFact[]> {
  const merges = facts.flatMap(({ parent: onto, mergedGoals = [] }) =>
    onto === undefined ? [] : mergedGoals.map(({ parent, goal }) => ({ onto, merged: [parent], goal })),
  );
  if (merges.length === 0) return [];
  const brought = await broughtByMerges(
    root,
    merges,
    tips.filter((name) => !name.startsWith('^')),
  );
  const goals = new Map<string, string>();
  for (const [index, { goal }] of merges.entries()) {
    for (const name of brought[index] ?? []) if (!goals.has(name)) goals.set(name, goal);
  }
  const read = await readCommits(root, [...goals.keys()]);
  return read.flatMap((fact) => {
    const goal = goals.get(fact.commit);
    return fact.goals.length > 0 || goal === undefined ? [] : [ofGoals(fact, [goal])];
  });
}

/** Returns the commit as one that works on these goals, though its message does not name them. */
export function ofGoals(fact: CommitFact, ids: Iterable<string>): CommitFact {
  return { ...fact, goals: Array.from(ids, (id) => ({ id, closes: false })) };
}

/** Returns all commits of a range, whatever their messages say. */
export async function readRange(root: string, range: readonly string[]): Promise<CommitFact[]> {
  return readFacts(root, [], range);
}

/** Returns the commits with these full names, whatever their messages say, without those that are gone. */
export async function readCommits(root: string, names: readonly string[]): Promise<CommitFact[]> {
  return names.length === 0 ? [] : readFacts(root, ['--no-walk'], names);
}

/** Returns the newest commits of a range, at most `count`, whatever their messages say. */
export async function readNewest(root: string, range: readonly string[], count: number): Promise<CommitFact[]> {
  return range.length === 0 ? [] : readFacts(root, [`--max-count=${count}`], range);
}

async function readFacts(
  root: string,
  options: readonly string[],
  range: readonly string[],
  { spool, onRead }: Reading = {},
): Promise<CommitFact[]> {
  const facts: CommitFact[] = [];
  const format = `--format=tformat:${FORMAT}`;
  const output = streamGit(root, [...PLAIN_LOG, '-z', format, ...options, '--ignore-missing', '--stdin'], {
    input: range.map((revision) => `${revision}\n`).join(''),
    timeoutMillis: 300_000,
    maxBytes: Infinity,
    spool,
  });
  const rare: { readonly index: number; readonly read: ReadFact }[] = [];
  for await (const records of nulRecords(output, FIELDS)) {
    for (const fields of records) {
      const read = toFact(fields);
      if (read.helpers.length > 0 || read.fact.reverts.length > 0) rare.push({ index: facts.length, read });
      facts.push(read.fact);
      onRead?.(read.fact);
    }
  }
  const [people, commits] = await Promise.all([
    mailmapped(
      root,
      rare.flatMap(({ read }) => read.helpers),
    ),
    fullNames(
      root,
      rare.flatMap(({ read }) => read.fact.reverts),
    ),
  ]);
  for (const { index, read } of rare) facts[index] = await completed(root, read, people, commits);
  return facts;
}

interface ReadFact {
  readonly fact: CommitFact;
  readonly helpers: readonly CommitAuthor[];
  /** Merge that this commit reverts, as the message names it. */
  readonly mergeReverted: MergeRevert | undefined;
}

function toFact(fields: readonly string[]): ReadFact {
  const [commit = '', parents = '', name = '', email = '', authored = '', committed = '', message = ''] = fields;
  const [parent, ...merged] = parents === '' ? [] : parents.split(' ');
  const mergedGoals = merged.length === 0 ? [] : branchesOf(merged, message);
  const fact = {
    commit,
    parent,
    author: { name, email: email.toLowerCase() },
    date: earlier(authored, committed),
    subject: message.trimStart().split('\n', 1)[0] ?? '',
    goals: goalMentions(message),
    reverts: revertedCommits(message),
    ...(merged.length === 0 ? {} : { merged }),
    ...(mergedGoals.length === 0 ? {} : { mergedGoals }),
  };
  return { fact, helpers: coAuthors(message), mergeReverted: revertedMerge(message) };
}

/** Returns the goals of the branches that a merge names; none unless it names one for each parent. */
function branchesOf(merged: readonly string[], message: string): NonNullable<CommitFact['mergedGoals']> {
  const goals = goalsOfMerge(message);
  if (goals.length !== merged.length) return [];
  return merged.flatMap((parent, index) => {
    const goal = goals[index];
    return goal === undefined ? [] : [{ parent, goal }];
  });
}

/**
 * Adds co-authors, the full names of reverted commits and the commits of a reverted merge to the fact.
 * @param people names of the helpers according to `.mailmap`. @param commits full names, by the names in messages.
 */
async function completed(
  root: string,
  { fact, helpers, mergeReverted }: ReadFact,
  people: (person: CommitAuthor) => CommitAuthor | undefined,
  commits: (name: string) => string | undefined,
): Promise<CommitFact> {
  const merge = commits(mergeReverted?.merge ?? '');
  const brought = mergeReverted && merge !== undefined ? await broughtByMerge(root, merge, mergeReverted.onto) : [];
  const reverts = fact.reverts.map(commits).filter((name) => name !== undefined);
  return {
    ...fact,
    reverts: [...new Set([...reverts, ...brought])],
    ...(helpers.length === 0 ? {} : { coAuthors: helpers.map(people).filter((person) => person !== undefined) }),
  };
}

/** Lists each commit that the merge brought, since the revert of a merge undoes them all. @param onto perhaps a short name. */
async function broughtByMerge(root: string, merge: string, onto: string): Promise<string[]> {
  const base = (await fullNames(root, [onto]))(onto);
  if (base === undefined) return [];
  const names = await runGit(root, ['rev-list', '--ignore-missing', '--stdin'], { input: `${merge}\n^${base}\n` });
  return names.split('\n').filter((name) => name !== '' && name !== merge);
}

/** Returns the earlier date, in milliseconds; git leaves the field of an unreadable date empty. */
function earlier(authored: string, committed: string): number {
  return Math.min(Number(authored || committed), Number(committed || authored)) * 1000;
}
