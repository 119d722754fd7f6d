import { MAX_BYTES } from '../../core/document/parseGoalFile';
import type { BlobEntry } from './catFile';
import { findBlobs, readBlobs } from './catFile';
import { nulRecords } from '../run/nulFields';
import { outputOrNothing } from '../run/gitError';
import { literally, nameInTree } from './pathInTree';
import type { Repository } from '../run/repository';
import { headCommit, isShallow } from '../run/repositoryFacts';
import { streamGit, PLAIN_LOG } from '../run/runGit';

/** One version of one file. unreadable: its content is not a text of ours; missing: this clone does not have it. */
export type Version<T> = 'absent' | 'unreadable' | 'missing' | { readonly content: T };

/** Versions of the files in one commit, in the order they were asked for. */
export interface FileSet<T> {
  /** Key that is the same for the same bytes. */
  readonly key: string;
  readonly versions: readonly Version<T>[];
}

export interface ChangingCommit {
  /** Full name of the commit. */
  readonly commit: string;
  /** Full names of the parents; none for a first commit. */
  readonly parents: readonly string[];
  /** Author according to `.mailmap`; the address is lower-case. */
  readonly author: { readonly name: string; readonly email: string };
  /** Author's address as the commit has it, lower-case; `committerAddress` likewise. */
  readonly authorAddress: string;
  readonly committerAddress: string;
  /** Time that the author gave the commit, in milliseconds since 1970; 0 if it is no time. */
  readonly time: number;
  readonly message: string;
}

/** Commit whose version of the files differs from that of at least one parent. */
export interface FileChange<T> extends ChangingCommit {
  readonly now: FileSet<T>;
  /** Files before the commit, by parent. */
  readonly before: readonly FileSet<T>[];
  /** True if the parents exist, but not in this clone. */
  readonly isCut: boolean;
}

export interface ChangeLimits {
  /** Earliest commit time, in seconds since 1970; older commits are skipped. */
  readonly since?: number | undefined;
  /** Commits that are skipped with all their history. */
  readonly without?: readonly string[] | undefined;
  /** Most bytes of all versions that are read, latest first; older versions are missing. Default 1 GiB. */
  readonly mostBytes?: number;
}

const FIELDS = ['%H', '%P', '%aN', '%aE', '%ae', '%ce', '%at', '%B'];
const TIPS = ['--branches', '--remotes', '--tags'];
/** Time limit of a reading: a long history is read in one go. */
const LONGEST_MILLIS = 300_000;
/** Default limit, so that even a history that somebody made large ends, after some 20 seconds. */
const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * Yields every commit of HEAD, all branches and tags that changed the files, parents before children. A merge is included if one of
 * its parents has another version. Contents are read as stored: attributes, filters and settings have no effect, and no patch is
 * parsed. Each version is read once and released after its last use.
 * @param files absolute paths. @param extract returns the part of a text to keep; undefined if it is unreadable. @throws GitError
 */
export async function* fileChanges<T>(
  repository: Repository,
  files: readonly string[],
  extract: (text: string) => T | undefined,
  limits: ChangeLimits = {},
): AsyncGenerator<FileChange<T>> {
  const names = files.map((file) => nameInTree(repository, file));
  const commits = await changingCommits(repository, names, limits);
  const blobs = await blobsOf(repository, names, commits, limits);
  const isCutOff = isShallow(repository);
  const reader = new VersionReader(
    repository,
    extract,
    commits.map((commit) => blobs.around(commit)),
  );
  try {
    for (const commit of commits) {
      await reader.next();
      const [now, ...before] = [commit.commit, ...commit.parents].map((name) => reader.setOf(blobs.at(name)));
      const isChange = before.length === 0 || before.some(({ key }) => key !== now?.key);
      if (now && isChange) yield { ...commit, now, before, isCut: isCutOff && commit.parents.length === 0 };
    }
  } finally {
    await reader.close();
  }
}

async function changingCommits(
  repository: Repository,
  names: readonly string[],
  { since, without }: ChangeLimits,
): Promise<ChangingCommit[]> {
  const head = (await headCommit(repository)) ?? [];
  const lists = [...TIPS.concat(head), ...(without ?? []).map((commit) => `^${commit}`)];
  const order = ['--date-order', '--reverse', ...(since === undefined ? [] : [`--since=${since}`])];
  // All sides of every merge, and the merges that chose one side: by default git follows only the chosen side. For a part of
  // history git cannot find those merges, so every commit of that part, which is the new one, is read.
  const paths = without === undefined ? ['--full-history', '--', ...names.map(literally)] : ['--'];
  const args = [...PLAIN_LOG, '-z', `--format=tformat:${FIELDS.join('%x00')}`, ...order, ...lists, ...paths];
  const output = streamGit(repository.root, args, { timeoutMillis: LONGEST_MILLIS });
  const commits: ChangingCommit[] = [];
  for await (const records of nulRecords(output, FIELDS.length)) {
    for (const [
      commit = '',
      parents = '',
      name = '',
      email = '',
      author = '',
      committer = '',
      seconds = '',
      message = '',
    ] of records) {
      commits.push({
        commit,
        parents: parents.split(' ').filter((parent) => parent !== ''),
        author: { name, email: email.toLowerCase() },
        authorAddress: author.toLowerCase(),
        committerAddress: committer.toLowerCase(),
        time: (Number(seconds) || 0) * 1000,
        message,
      });
    }
  }
  return commits;
}

/** Readable blob, or the reason why there is none. */
type Blob = { readonly name: string } | Exclude<Version<never>, object>;

interface Blobs {
  /** Returns the blobs of a commit, by file. */
  at(commit: string): readonly Blob[];
  /** Returns the blobs of a commit and its parents, each once. */
  around(commit: ChangingCommit): ReadonlySet<string>;
}

async function blobsOf(
  repository: Repository,
  files: readonly string[],
  commits: readonly ChangingCommit[],
  { mostBytes = MOST_BYTES }: ChangeLimits,
): Promise<Blobs> {
  const revisions = [...new Set(commits.flatMap(({ commit, parents }) => [commit, ...parents]))];
  const wanted = revisions.flatMap((revision) => files.map((file) => `${revision}:${file}`));
  const [entries, left] = await Promise.all([findBlobs(repository, wanted), leftOut(repository, files)]);
  const tooMuch = beyond(entries, mostBytes);
  const found = new Map(
    wanted.map((name, index): [string, Blob] => {
      const entry = entries[index];
      // git gives the same answer for a file that does not exist and for one whose bytes are not in this clone.
      if (entry === undefined) return [name, left.has(files[index % files.length] ?? '') ? 'missing' : 'absent'];
      if (tooMuch.has(entry.blob)) return [name, 'missing'];
      return [name, entry.size > MAX_BYTES ? 'unreadable' : { name: entry.blob }];
    }),
  );
  const at = (commit: string): readonly Blob[] => files.map((file) => found.get(`${commit}:${file}`) ?? 'absent');
  return {
    at,
    around: ({ commit, parents }) =>
      new Set([commit, ...parents].flatMap(at).flatMap((blob) => (typeof blob === 'string' ? [] : [blob.name]))),
  };
}

/** Returns the blobs that exceed the limit, counted from the last. */
function beyond(entries: readonly (BlobEntry | undefined)[], mostBytes: number): ReadonlySet<string> {
  const sizes = new Map<string, number>();
  for (const entry of entries.toReversed()) if (entry) sizes.set(entry.blob, entry.size);
  let bytes = 0;
  return new Set(
    [...sizes].flatMap(([blob, size]) => {
      if (size <= MAX_BYTES) bytes += size;
      return bytes > mostBytes ? [blob] : [];
    }),
  );
}

/** Returns the files of which a partial clone may lack versions that the server has. */
async function leftOut(repository: Repository, files: readonly string[]): Promise<ReadonlySet<string>> {
  const settings = repository.git('config', '--get-regexp', '^(remote\\..*\\.promisor|extensions\\.partialclone)$');
  if ((await outputOrNothing(settings)) === undefined) return new Set();
  const everThere = await Promise.all(
    files.map((file) => repository.git(...PLAIN_LOG, '--format=%H', '--max-count=1', ...TIPS, '--', literally(file))),
  );
  return new Set(files.filter((_, index) => everThere[index] !== ''));
}

/** Reader of blobs in the order in which the changes need them; it holds each blob until the last change that needs it. */
class VersionReader<T> {
  readonly #versions = new Map<string, Version<T>>();
  readonly #order = new Map<string, number>();
  readonly #lastUse = new Map<string, number>();
  readonly #blobs: AsyncGenerator<{ readonly blob: string; readonly bytes: Buffer }>;
  readonly #extract: (text: string) => T | undefined;
  readonly #steps: readonly ReadonlySet<string>[];
  #step = -1;
  /** Position of the blob that was read last. */
  #read = -1;

  constructor(repository: Repository, extract: (text: string) => T | undefined, steps: readonly ReadonlySet<string>[]) {
    this.#extract = extract;
    this.#steps = steps;
    steps.forEach((blobs, step) => {
      for (const blob of blobs) {
        if (!this.#order.has(blob)) this.#order.set(blob, this.#order.size);
        this.#lastUse.set(blob, step);
      }
    });
    this.#blobs = readBlobs(repository, [...this.#order.keys()]);
  }

  /** Advances to the next change; its versions are then available. */
  async next(): Promise<void> {
    for (const blob of this.#steps[this.#step] ?? []) {
      if (this.#lastUse.get(blob) === this.#step) this.#versions.delete(blob);
    }
    this.#step += 1;
    const last = Math.max(-1, ...[...(this.#steps[this.#step] ?? [])].map((blob) => this.#order.get(blob) ?? -1));
    while (this.#read < last) {
      const next = await this.#blobs.next();
      if (next.done === true) break;
      const { blob, bytes } = next.value;
      this.#read = this.#order.get(blob) ?? this.#read;
      const content = this.#extract(bytes.toString('utf8'));
      this.#versions.set(blob, content === undefined ? 'unreadable' : { content });
    }
  }

  /** Ends the reading process, which would otherwise keep ours alive. */
  async close(): Promise<void> {
    await this.#blobs.return(undefined);
  }

  setOf(blobs: readonly Blob[]): FileSet<T> {
    const versions = blobs.map((blob) =>
      typeof blob === 'string' ? blob : (this.#versions.get(blob.name) ?? 'unreadable'),
    );
    return { key: blobs.map((blob) => (typeof blob === 'string' ? blob : blob.name)).join(' '), versions };
  }
}
