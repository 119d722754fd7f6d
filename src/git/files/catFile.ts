import { OBJECT_NAME } from '../../core/snapshot/linkedCommit';
import { GitError } from '../run/gitError';
import { literally } from './pathInTree';
import type { Repository } from '../run/repository';
import { runGit, streamGit } from '../run/runGit';

export interface BlobEntry {
  /** Full object name. */
  readonly blob: string;
  /** Size in bytes. */
  readonly size: number;
}

/** Name of the empty tree, by the length of an object's name; every repository knows it. */
const EMPTY_TREE: Readonly<Record<number, string>> = {
  40: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  64: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};

/** Finds the blob that each `<commit>:<path>` names, with one process; undefined if there is none. No name may contain a line end. */
export async function findBlobs({ root }: Repository, names: readonly string[]): Promise<(BlobEntry | undefined)[]> {
  if (names.length === 0) return [];
  try {
    return await entriesOf(root, names);
  } catch (error) {
    if (!isNotFetched(error)) throw error;
    return findFetched(root, names).catch((reason: unknown) => {
      // A clone without trees can tell nothing.
      if (isNotFetched(reason)) return names.map(() => undefined);
      throw reason;
    });
  }
}

/** Reads the bytes of blobs, one after the other, with one process; it skips those that are gone or were not fetched. */
export async function* readBlobs(
  { root }: Pick<Repository, 'root'>,
  names: readonly string[],
): AsyncGenerator<{ readonly blob: string; readonly bytes: Buffer }> {
  if (names.length === 0) return;
  const reader = new BatchReader();
  const limits = { input: lines(names), maxBytes: Infinity, timeoutMillis: 300_000 };
  const read = new Set<string>();
  try {
    for await (const chunk of streamGit(root, ['cat-file', '--batch'], limits)) {
      for (const found of reader.add(chunk)) {
        read.add(found.blob);
        yield found;
      }
    }
  } catch (error) {
    if (!isNotFetched(error)) throw error;
    const here = await fetched(root, names);
    yield* readBlobs(
      { root },
      here.filter((name) => !read.has(name)),
    );
  }
}

function isNotFetched(error: unknown): boolean {
  return error instanceof GitError && error.code === 'not-fetched';
}

async function entriesOf(root: string, names: readonly string[]): Promise<(BlobEntry | undefined)[]> {
  const output = await runGit(root, ['cat-file', '--batch-check'], { input: lines(names) });
  return output.split('\n').slice(0, names.length).map(asEntry);
}

/** Finds the blobs in a partial clone, where git stops at the first one not fetched: the trees name all, and those here are checked. */
async function findFetched(root: string, names: readonly string[]): Promise<(BlobEntry | undefined)[]> {
  const places = names.map((name) => [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)] as const);
  const input = lines(places.map(([commit]) => `${commit}^{tree}`));
  const trees = (await runGit(root, ['cat-file', '--batch-check=%(objectname)'], { input })).split('\n');
  const files = [...new Set(places.map(([, file]) => file))];
  const named = await blobsOfTrees(
    root,
    trees.filter((tree) => OBJECT_NAME.test(tree)),
    files,
  );
  const here = await fetched(root, [...named.values()]);
  const entries = here.length === 0 ? [] : await entriesOf(root, here);
  const byBlob = new Map(entries.flatMap((entry) => (entry ? [[entry.blob, entry] as const] : [])));
  return places.map(([, file], index) => byBlob.get(named.get(`${trees[index] ?? ''}:${file}`) ?? ''));
}

/** Returns the blob that each `<tree>:<path>` names. */
async function blobsOfTrees(
  root: string,
  trees: readonly string[],
  files: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const input = lines(trees.map((tree) => `${EMPTY_TREE[tree.length] ?? ''} ${tree}`));
  const args = ['diff-tree', '--stdin', '-r', '-z', '--no-renames', '--no-abbrev', '--', ...files.map(literally)];
  const found = new Map<string, string>();
  let [tree, blob] = ['', ''];
  for (const part of (await runGit(root, args, { input })).split('\0')) {
    if (blob !== '') {
      found.set(`${tree}:${part}`, blob);
      blob = '';
      continue;
    }
    for (const line of part.split('\n')) {
      tree = /^[0-9a-f]+ ([0-9a-f]+)$/.exec(line)?.[1] ?? tree;
      blob = /^:\d+ \d+ \d+ ([0-9a-f]+) A$/.exec(line)?.[1] ?? '';
    }
  }
  return found;
}

/** Returns those of the objects that are in this clone. */
async function fetched(root: string, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const args = ['rev-list', '--objects', '--no-walk', '--ignore-missing', '--missing=allow-any', '--stdin'];
  const output = await runGit(root, args, { input: lines(names) });
  return output.split('\n').flatMap((line) => /^[0-9a-f]+/.exec(line) ?? []);
}

/** Parser for the output of `cat-file --batch`: a line `<name> <type> <size>`, the bytes, a line end. */
class BatchReader {
  #chunks: Buffer[] = [];
  #length = 0;
  #wanted = 0;

  *add(chunk: Buffer): Generator<{ readonly blob: string; readonly bytes: Buffer }> {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    // Chunks are joined only once an object is complete: it may come in thousands of them.
    if (this.#length < this.#wanted) return;
    let rest = Buffer.concat(this.#chunks, this.#length);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const entry = asEntry(rest.toString('utf8', 0, end));
      const start = end + 1;
      const stop = entry === undefined ? start : start + entry.size + 1;
      this.#wanted = stop;
      if (rest.length < stop) break;
      this.#wanted = 0;
      if (entry) yield { blob: entry.blob, bytes: rest.subarray(start, stop - 1) };
      rest = rest.subarray(stop);
    }
    this.#chunks = [rest];
    this.#length = rest.length;
  }
}

function asEntry(line: string): BlobEntry | undefined {
  const [, blob, size] = /^([0-9a-f]{40,64}) blob (\d+)$/.exec(line) ?? [];
  return blob === undefined ? undefined : { blob, size: Number(size) };
}

function lines(names: readonly string[]): string {
  return names.map((name) => `${name}\n`).join('');
}
