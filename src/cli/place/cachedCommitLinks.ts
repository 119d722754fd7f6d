// eslint-disable-next-line no-restricted-imports -- both files lie in the git directory.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LinkedCommit } from '../../core/snapshot/linkedCommit';
import type { CommitSource } from '../../core/space/goalSources';
import { readRefs } from '../../git/branches/branchTips';
import type { CommitFact } from '../../git/log/commitFacts';
import type { CommitLinks, LinkHistory } from '../../git/log/commitLinks';
import { placed } from '../../git/log/commitReach';
import { readDismissals, withoutDismissed } from '../../git/log/dismissals';
import { factsWithEffect } from '../../git/log/factsWithEffect';
import { fileIdentity } from '../../git/run/fileIdentity';
import { microgoalsFolder } from '../../git/run/gitFolder';
import { readGitSettings, settingsFiles } from '../../git/run/gitSettings';
import { findFacts } from '../../git/log/linkCache';
import type { Repository } from '../../git/run/repository';
import type { Context } from '../terminal/verb';

/** Version of the cached data; raise it when `CommitFact`, `ReachedCommits` or the rules behind them change. */
const VERSION = 7;

/** Facts about commits that the link cache does not hold. */
type Located = Pick<LinkHistory, 'places' | 'byBranch' | 'gone'>;

interface Cache extends Located {
  readonly key: string;
  /** Mailmap that git's settings name, with its identity at the time of reading; it changes how git reports people. */
  readonly mailmap: { readonly file: string; readonly identity: string } | undefined;
  /** Edition of the link cache. */
  readonly edition: string;
  /** Commits by the name in a record; null for a commit of which nothing is left. */
  readonly recorded: Readonly<Record<string, LinkedCommit | null>>;
}

interface Reading extends Located {
  /** Returns the facts with one of the words, or all facts, and perhaps others; undefined if the facts are gone. */
  readonly find: (words?: readonly string[]) => Promise<readonly CommitFact[] | undefined>;
  /** Cache as it is kept for the next command, settled once it is written; undefined if it cannot be kept. */
  readonly kept: Promise<Cache | undefined>;
}

/**
 * Returns the source of the commits that name goals and of those that records name. It reuses its last result as long as HEAD and
 * every branch stay where they were.
 */
export function cachedCommitLinks(here: Repository, outlasted: Context['outlasted']): CommitSource {
  const repository = askedOnce(here);
  const file = path.join(microgoalsFolder(repository.gitDir), 'located.json');
  let reading: Promise<Reading> | undefined;
  const read = (): Promise<Reading> => (reading ??= readCached(repository, file));
  outlasted(async () => (await reading)?.kept);
  const factsOf = async (words?: readonly string[]): Promise<readonly CommitFact[]> => {
    const found = await (await read()).find(words);
    if (found !== undefined) return found;
    // Another process has written the link cache anew in the meantime.
    reading = readAnew(repository, file);
    return (await (await reading).find(words)) ?? [];
  };
  let commits: Promise<readonly LinkedCommit[]> | undefined;
  const allCommits = async (): Promise<readonly LinkedCommit[]> => {
    const facts = await factsOf();
    const { byBranch, places } = await read();
    return placed(factsWithEffect(facts, byBranch), places);
  };
  return {
    linkedCommits: () => (commits ??= allCommits()),
    async commitsNaming(words) {
      const facts = words.length === 0 ? [] : await factsOf(words);
      const { byBranch, places } = await read();
      return placed(factsWithEffect(facts, byBranch).filter(isNaming(words)), places);
    },
    goneCommits: async () => withoutDismissed((await read()).gone, await readDismissals(repository)),
    async recorded(wanted) {
      const cache = await (await read()).kept;
      const known = new Map(Object.entries(cache?.recorded ?? {}));
      const unknown = wanted.filter(({ commit }) => !known.has(commit));
      if (unknown.length > 0) {
        const found = await (await linksOf(repository)).recorded(unknown);
        for (const { commit } of unknown) known.set(commit, found.get(commit) ?? null);
        if (cache) await writeCache(file, { ...cache, recorded: Object.fromEntries(known) });
      }
      return new Map([...known].filter((entry): entry is [string, LinkedCommit] => entry[1] !== null));
    },
  };
}

/** Gives a repeated question to git its first answer, so that one command sees one moment of history. */
function askedOnce(repository: Repository): Repository {
  const answers = new Map<string, Promise<string>>();
  const git: Repository['git'] = (...args) => {
    const key = args.join('\0');
    const answer = answers.get(key) ?? repository.git(...args);
    answers.set(key, answer);
    return answer;
  };
  return { ...repository, git };
}

async function readCached(repository: Repository, file: string): Promise<Reading> {
  const cache = await readCache(file);
  if (!cache || cache.key !== (await keyOf(repository)) || !(await isSame(cache.mailmap))) {
    return readAnew(repository, file);
  }
  return { ...cache, find: (words) => findFacts(repository, cache.edition, words), kept: Promise.resolve(cache) };
}

async function readAnew(repository: Repository, file: string): Promise<Reading> {
  const [key, links, mailmap] = await Promise.all([keyOf(repository), linksOf(repository), mailmapOf(repository)]);
  const { facts, places, byBranch, gone, kept } = await links.history();
  const keep = async (edition: string | undefined): Promise<Cache | undefined> => {
    if (key === undefined || edition === undefined) return undefined;
    const cache = { key, mailmap, edition, places, byBranch, gone, recorded: {} };
    await writeCache(file, cache);
    return cache;
  };
  const find: Reading['find'] = (words) => Promise.resolve(words ? facts.filter(isNaming(words)) : facts);
  return { places, byBranch, gone, find, kept: kept.then(keep) };
}

/** Returns a test for commits that name goals: one of the words must be such a goal or the commit's own name. */
function isNaming(words: readonly string[]): (fact: CommitFact) => boolean {
  const isWord = (name: string): boolean => words.includes(name);
  return ({ commit, goals }) => goals.length > 0 && (isWord(commit) || goals.some(({ id }) => isWord(id)));
}

async function mailmapOf(repository: Repository): Promise<Cache['mailmap']> {
  const { mailmapFile: file } = await readGitSettings(repository);
  return file === undefined ? undefined : { file, identity: await fileIdentity(file) };
}

async function isSame(mailmap: Cache['mailmap']): Promise<boolean> {
  return mailmap === undefined || (await fileIdentity(mailmap.file)) === mailmap.identity;
}

async function linksOf(repository: Repository): Promise<CommitLinks> {
  const { CommitLinks } = await import('../../git/log/commitLinks');
  return new CommitLinks(repository);
}

/** Writes the cache. If the git directory is not writable, the next command takes longer; nothing else happens. */
async function writeCache(file: string, cache: Cache): Promise<void> {
  const { writeWhole } = await import('../../store/atomicWrite');
  await writeWhole(file, JSON.stringify(cache)).catch(() => undefined);
}

/** Returns a key of everything that decides git's answers; undefined if HEAD is not kept in a file. */
async function keyOf(repository: Repository): Promise<string | undefined> {
  const { root, gitDir, commonDir } = repository;
  const [head, ...files] = await Promise.all([
    readFile(path.join(gitDir, 'HEAD'), 'utf8'),
    ...[path.join(commonDir, 'shallow'), path.join(root, '.mailmap'), ...settingsFiles(repository, process.env)].map(
      fileIdentity,
    ),
  ]);
  return head.includes('.invalid') ? undefined : JSON.stringify([VERSION, head, ...files, await readRefs(repository)]);
}

/** Reads the cache; any other content of the file counts as none. */
async function readCache(file: string): Promise<Cache | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Cache;
  } catch {
    return undefined;
  }
}
