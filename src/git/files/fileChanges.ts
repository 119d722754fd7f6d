import { MAX_BYTES } from '../../core/document/parseGoalFile';
import type { BlobEntry } from './catFile';
import { findBlobs, readBlobs } from './catFile';
import { nulRecords } from '../run/nulFields';
import { outputOrNothing } from '../run/gitError';
import { literally, nameInTree } from './pathInTree';
import type { Repository } from '../run/repository';
import { headCommit, isShallow } from '../run/repositoryFacts';
import { streamGit, PLAIN_LOG } from '../run/runGit';

/** One version of one file. unreadable: what stands there is no text of ours; missing: this clone does not have it. */
export type Version<T> = 'absent' | 'unreadable' | 'missing' | { readonly content: T };

/** The files as one commit has them, in the order they were asked for. */
export interface FileSet<T> {
  /** The same text for the same bytes. */
  readonly key: string;
  readonly versions: readonly Version<T>[];
}

export interface ChangingCommit {
  /** Full name. */
  readonly commit: string;
  /** Full names; none for a first commit. */
  readonly parents: readonly string[];
  /** As `.mailmap` has the author; the address is lower-case. */
  readonly author: { readonly name: string; readonly email: string };
  /** Addresses as the commit has them, lower-case. */
  readonly authorAddress: string;
  readonly committerAddress: string;
  readonly message: string;
}

/** A commit whose version of the files is not that of each of its parents. */
export interface FileChange<T> extends ChangingCommit {
  readonly now: FileSet<T>;
  /** By parent. */
  readonly before: readonly FileSet<T>[];
  /** True where the parents exist, but not in this clone. */
  readonly isCut: boolean;
}

export interface ChangeLimits {
  /** Seconds since 1970; older commits are passed over. */
  readonly since?: number | undefined;
  /** Commits that are passed over with all their history. */
  readonly without?: readonly string[] | undefined;
  /** Most bytes of all versions that are read, the latest first; older ones are missing. Default 1 GiB. */
  readonly mostBytes?: number;
}

const FIELDS = ['%H', '%P', '%aN', '%aE', '%ae', '%ce', '%B'];
const TIPS = ['--branches', '--remotes', '--tags'];
/** A long history is one long reading. */
const LONGEST_MILLIS = 300_000;
/** A history that somebody made large must end, too: this takes some 20 seconds. */
const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * Every commit of HEAD, all branches and tags that changed the files, parents before children. Merges are among them where a parent
 * has another version. What the files hold is read as it was stored: attributes, filters and settings change nothing,
 * and no patch is parsed. Each version is read once, and let go after its last use.
 * @param files absolute paths. @param extract what is kept of a text; undefined where the text cannot be read. @throws GitError
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
  // All sides of every merge, and the merges that chose one of them: git would follow only the side that was chosen. Of a part of
  // history it cannot tell those merges, and all of that part is looked at, which is what is new.
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
      message = '',
    ] of records) {
      commits.push({
        commit,
        parents: parents.split(' ').filter((parent) => parent !== ''),
        author: { name, email: email.toLowerCase() },
        authorAddress: author.toLowerCase(),
        committerAddress: committer.toLowerCase(),
        message,
      });
    }
  }
  return commits;
}

/** A blob that can be read, or why there is none. */
type Blob = { readonly name: string } | Exclude<Version<never>, object>;

interface Blobs {
  /** By file. */
  at(commit: string): readonly Blob[];
  /** Of a commit and its parents, each once. */
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
      // git gives one answer for a file that is not there and for one whose bytes are not here.
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

/** The blobs that do not fit, counted from the last. */
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

/** The files of which a partial clone may lack versions that the server has. */
async function leftOut(repository: Repository, files: readonly string[]): Promise<ReadonlySet<string>> {
  const settings = repository.git('config', '--get-regexp', '^(remote\\..*\\.promisor|extensions\\.partialclone)$');
  if ((await outputOrNothing(settings)) === undefined) return new Set();
  const everThere = await Promise.all(
    files.map((file) => repository.git(...PLAIN_LOG, '--format=%H', '--max-count=1', ...TIPS, '--', literally(file))),
  );
  return new Set(files.filter((_, index) => everThere[index] !== ''));
}

/** Reads blobs in the order in which the changes need them, and holds on to each until the last change that needs it. */
class VersionReader<T> {
  readonly #versions = new Map<string, Version<T>>();
  readonly #order = new Map<string, number>();
  readonly #lastUse = new Map<string, number>();
  readonly #blobs: AsyncGenerator<{ readonly blob: string; readonly bytes: Buffer }>;
  readonly #extract: (text: string) => T | undefined;
  readonly #steps: readonly ReadonlySet<string>[];
  #step = -1;
  /** Place in the order of the blob that was read last. */
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

  /** Goes on to the next change: what it needs can be asked for then. */
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

  /** Ends the process that reads, which would keep ours alive. */
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
