import type { FileHandle } from 'node:fs/promises';
import type { GoalMention } from '../../core/text/trailers';
import type { CommitAuthor } from '../../core/snapshot/linkedCommit';
import {
  coAuthors,
  GOAL_HINT,
  goalMentions,
  goalOfMerge,
  MERGE_HINTS,
  REVERT_HINT,
  revertedCommits,
} from '../../core/text/trailers';
import { broughtByMerges } from './broughtByMerges';
import { mailmapped } from '../people/mailmapped';
import { nulRecords } from '../run/nulFields';
import { runGit, streamGit, PLAIN_LOG } from '../run/runGit';

/** What a commit says, whichever branch it lies on: it can be kept for as long as the commit exists. */
export interface CommitFact {
  readonly commit: string;
  readonly parent: string | undefined;
  readonly author: CommitAuthor;
  readonly coAuthors?: readonly CommitAuthor[];
  /** min(author date, committer date), milliseconds since 1970. */
  readonly date: number;
  readonly subject: string;
  readonly goals: readonly GoalMention[];
  readonly reverts: readonly string[];
  /** Parents of a merge beside the first one. */
  readonly merged?: readonly string[];
  /** The goal whose branch it merged, by the name of the branch. */
  readonly mergedGoal?: string;
}

const FORMAT = ['%H', '%P', '%aN', '%aE', '%at', '%ct', '%B'].join('%x00');
const FIELDS = 7;
/** git itself leaves out the messages that hold none of these: handing all of them over costs more than all the rest. */
const HINTS = [GOAL_HINT, REVERT_HINT, ...MERGE_HINTS].flatMap((hint) => ['--grep', hint]);
/** "…, reversing changes made to <sha>": what `git revert -m` writes below the name of the merge. */
const MERGE_REVERT = /This reverts commit ([0-9a-f]{40,64}), reversing\s+changes made to ([0-9a-f]{40,64})\b/;

export interface Reading {
  /** Where there may be much to read, see `streamGit`. */
  readonly spool?: FileHandle | undefined;
  /** Is given facts as git tells them; a few of them are replaced in the result. */
  readonly onRead?: (fact: CommitFact) => void;
}

/**
 * The commits of a range that name goals or revert something, newest first.
 * @param range revisions, one each, `^` before what is to be left out; names of objects that are gone are passed over.
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

/** What the merge of a branch that is named after a goal brought belongs to that goal, where no message says otherwise. */
async function broughtByBranches(
  root: string,
  facts: readonly CommitFact[],
  tips: readonly string[],
): Promise<CommitFact[]> {
  const merges = facts.flatMap(({ parent: onto, merged, mergedGoal }) =>
    mergedGoal === undefined || onto === undefined || merged === undefined ? [] : [{ onto, merged, mergedGoal }],
  );
  if (merges.length === 0) return [];
  const brought = await broughtByMerges(
    root,
    merges,
    tips.filter((name) => !name.startsWith('^')),
  );
  const goals = new Map<string, string>();
  for (const [index, { mergedGoal }] of merges.entries()) {
    for (const name of brought[index] ?? []) if (!goals.has(name)) goals.set(name, mergedGoal);
  }
  const read = await readCommits(root, [...goals.keys()]);
  return read.flatMap((fact) => {
    const goal = goals.get(fact.commit);
    return fact.goals.length > 0 || goal === undefined ? [] : [ofGoals(fact, [goal])];
  });
}

/** The commit as one that works on goals its message does not name. */
export function ofGoals(fact: CommitFact, ids: Iterable<string>): CommitFact {
  return { ...fact, goals: Array.from(ids, (id) => ({ id, closes: false })) };
}

/** All commits of a range, whatever they say. */
export async function readRange(root: string, range: readonly string[]): Promise<CommitFact[]> {
  return readFacts(root, [], range);
}

/** The commits with these full names, whatever they say; those that are gone are passed over. */
export async function readCommits(root: string, names: readonly string[]): Promise<CommitFact[]> {
  return names.length === 0 ? [] : readFacts(root, ['--no-walk'], names);
}

/** The newest commits of a range, whatever they say, at most `count`. */
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
      if (read.helpers.length > 0 || read.mergeReverted !== undefined) rare.push({ index: facts.length, read });
      facts.push(read.fact);
      onRead?.(read.fact);
    }
  }
  const names = await mailmapped(
    root,
    rare.flatMap(({ read }) => read.helpers),
  );
  for (const { index, read } of rare) facts[index] = await completed(root, read, names);
  return facts;
}

interface ReadFact {
  readonly fact: CommitFact;
  readonly helpers: readonly CommitAuthor[];
  /** What the message says of the merge that it reverts. */
  readonly mergeReverted: MergeRevert | undefined;
}

interface MergeRevert {
  readonly merge: string;
  /** The commit that it was merged onto. */
  readonly onto: string;
}

function toFact(fields: readonly string[]): ReadFact {
  const [commit = '', parents = '', name = '', email = '', authored = '', committed = '', message = ''] = fields;
  const [parent, ...merged] = parents === '' ? [] : parents.split(' ');
  const mergedGoal = merged.length === 1 ? goalOfMerge(message) : undefined;
  const [, merge, onto] = message.includes(REVERT_HINT) ? (MERGE_REVERT.exec(message) ?? []) : [];
  const fact = {
    commit,
    parent,
    author: { name, email: email.toLowerCase() },
    date: earlier(authored, committed),
    subject: message.trimStart().split('\n', 1)[0] ?? '',
    goals: goalMentions(message),
    reverts: revertedCommits(message),
    ...(merged.length === 0 ? {} : { merged }),
    ...(mergedGoal === undefined ? {} : { mergedGoal }),
  };
  const mergeReverted = merge === undefined || onto === undefined ? undefined : { merge, onto };
  return { fact, helpers: coAuthors(message), mergeReverted };
}

/** @param names of the helpers as `.mailmap` has them. */
async function completed(
  root: string,
  { fact, helpers, mergeReverted }: ReadFact,
  names: (person: CommitAuthor) => CommitAuthor | undefined,
): Promise<CommitFact> {
  const brought = mergeReverted === undefined ? [] : await broughtByMerge(root, mergeReverted);
  return {
    ...fact,
    reverts: [...fact.reverts, ...brought],
    ...(helpers.length === 0 ? {} : { coAuthors: helpers.map(names).filter((person) => person !== undefined) }),
  };
}

/** The revert of a merge undoes each commit that the merge brought. */
async function broughtByMerge(root: string, { merge, onto }: MergeRevert): Promise<string[]> {
  const names = await runGit(root, ['rev-list', '--ignore-missing', '--stdin'], { input: `${merge}\n^${onto}\n` });
  return names.split('\n').filter((name) => name !== '' && name !== merge);
}

/** git leaves the field of a date it cannot read empty. */
function earlier(authored: string, committed: string): number {
  return Math.min(Number(authored || committed), Number(committed || authored)) * 1000;
}
