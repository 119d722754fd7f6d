import type { Repository } from './repository';
import { runGit, streamGit } from './runGit';

export interface BlobEntry {
  /** Full object name. */
  readonly blob: string;
  /** Bytes. */
  readonly size: number;
}

/** For each `<revision>:<path>` the blob it names, by one process; undefined where there is none. No name may hold a line end. */
export async function findBlobs({ root }: Repository, names: readonly string[]): Promise<(BlobEntry | undefined)[]> {
  if (names.length === 0) return [];
  const output = await runGit(root, ['cat-file', '--batch-check'], { input: lines(names) });
  return output.split('\n').slice(0, names.length).map(asEntry);
}

/** The bytes of blobs, one after the other, by one process; those that are gone are passed over. */
export async function* readBlobs(
  { root }: Repository,
  names: readonly string[],
): AsyncGenerator<{ readonly blob: string; readonly bytes: Buffer }> {
  if (names.length === 0) return;
  const reader = new BatchReader();
  const limits = { input: lines(names), maxBytes: Infinity, timeoutMillis: 300_000 };
  for await (const chunk of streamGit(root, ['cat-file', '--batch'], limits)) yield* reader.add(chunk);
}

/** Takes the output of `cat-file --batch` apart: a line `<name> <type> <size>`, the bytes, a line end. */
class BatchReader {
  #chunks: Buffer[] = [];
  #length = 0;
  #wanted = 0;

  *add(chunk: Buffer): Generator<{ readonly blob: string; readonly bytes: Buffer }> {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    // Chunks are joined only when an object is whole: it may come in thousands of them.
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
