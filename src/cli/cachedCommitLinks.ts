import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GoneCommit, LinkedCommit } from '../core/model/linkedCommit';
import type { CommitSource } from '../core/goalSources';
import type { CommitLinks } from '../git/commitLinks';
import { readDismissals, withoutDismissed } from '../git/dismissals';
import { fileIdentity } from '../git/fileIdentity';
import { microgoalsFolder } from '../git/gitFolder';
import { readGitSettings, settingsFiles } from '../git/gitSettings';
import type { Repository } from '../git/repository';

/** Bump it when `LinkedCommit` or what decides it changes. */
const VERSION = 5;

interface Cache {
  /** Undefined where it cannot be told when history has moved on. */
  readonly key: string | undefined;
  /** A file that git's settings name and that changes what git says of people, as it was then. */
  readonly mailmap: { readonly file: string; readonly identity: string } | undefined;
  readonly gone: readonly GoneCommit[];
  /** By the name in a record; null where nothing is left of it. */
  readonly recorded: Readonly<Record<string, LinkedCommit | null>>;
}

/** The file: a line for the head, and one for each commit, since most are not wanted where only one goal is. */
interface CacheFile {
  readonly head: Cache;
  /** Of a `LinkedCommit` each, as JSON. */
  readonly lines: readonly string[];
}

/**
 * The commits that name goals, and those that records name: as they were found last time, as long as HEAD and every branch stand
 * where they stood.
 */
export function cachedCommitLinks(repository: Repository): CommitSource {
  const file = path.join(microgoalsFolder(repository.gitDir), 'located.json');
  let reading: Promise<CacheFile> | undefined;
  const read = (): Promise<CacheFile> => (reading ??= readOnce(repository, file));
  let commits: Promise<readonly LinkedCommit[]> | undefined;
  return {
    linkedCommits: () => (commits ??= read().then(({ lines }) => commitsIn(lines))),
    async commitsNaming(words) {
      return commitsIn((await read()).lines.filter((line) => words.some((word) => line.includes(word))));
    },
    goneCommits: async () => withoutDismissed((await read()).head.gone, await readDismissals(repository)),
    async recorded(wanted) {
      const { head, lines } = await read();
      const known = new Map(Object.entries(head.recorded));
      const unknown = wanted.filter(({ commit }) => !known.has(commit));
      if (unknown.length > 0) {
        const found = await (await linksOf(repository)).recorded(unknown);
        for (const { commit } of unknown) known.set(commit, found.get(commit) ?? null);
        await writeCache(file, { head: { ...head, recorded: Object.fromEntries(known) }, lines });
      }
      return new Map([...known].filter((entry): entry is [string, LinkedCommit] => entry[1] !== null));
    },
  };
}

async function readOnce(repository: Repository, file: string): Promise<CacheFile> {
  const key = await keyOf(repository);
  const cached = await readCache(file);
  if (key !== undefined && cached?.head.key === key && (await isSame(cached.head.mailmap))) return cached;
  const links = await linksOf(repository);
  const mailmap = await mailmapOf(repository);
  const { commits, gone } = await links.history();
  const lines = commits.map((commit) => JSON.stringify(commit));
  const cache = { head: { key, mailmap, gone, recorded: {} }, lines };
  await writeCache(file, cache);
  return cache;
}

function commitsIn(lines: readonly string[]): readonly LinkedCommit[] {
  return JSON.parse(`[${lines.join(',')}]`) as LinkedCommit[];
}

async function mailmapOf(repository: Repository): Promise<Cache['mailmap']> {
  const { mailmapFile: file } = await readGitSettings(repository);
  return file === undefined ? undefined : { file, identity: await fileIdentity(file) };
}

async function isSame(mailmap: Cache['mailmap']): Promise<boolean> {
  return mailmap === undefined || (await fileIdentity(mailmap.file)) === mailmap.identity;
}

async function linksOf(repository: Repository): Promise<CommitLinks> {
  const { CommitLinks } = await import('../git/commitLinks');
  return new CommitLinks(repository);
}

/** A git directory that cannot be written to costs the next command its time, nothing else. */
async function writeCache(file: string, { head, lines }: CacheFile): Promise<void> {
  if (head.key === undefined) return;
  const { replaceFile } = await import('../git/replaceFile');
  await replaceFile(file, [JSON.stringify(head), ...lines].join('\n')).catch(() => undefined);
}

/** Whatever decides what git says; undefined where HEAD is not kept in a file. */
async function keyOf(repository: Repository): Promise<string | undefined> {
  const { root, gitDir, commonDir } = repository;
  const refs = repository.git(
    'for-each-ref',
    '--format=%(objectname) %(refname) %(symref)',
    'refs/heads',
    'refs/remotes',
  );
  const [head, ...files] = await Promise.all([
    readFile(path.join(gitDir, 'HEAD'), 'utf8'),
    ...[path.join(commonDir, 'shallow'), path.join(root, '.mailmap'), ...settingsFiles(repository, process.env)].map(
      fileIdentity,
    ),
  ]);
  return head.includes('.invalid') ? undefined : JSON.stringify([VERSION, head, ...files, await refs]);
}

/** Whatever else stands there counts as nothing. */
async function readCache(file: string): Promise<CacheFile | undefined> {
  try {
    const [head = '', ...lines] = (await readFile(file, 'utf8')).split('\n');
    return { head: JSON.parse(head) as Cache, lines };
  } catch {
    return undefined;
  }
}
