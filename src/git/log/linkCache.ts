import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CommitFact } from './commitFacts';
import { fileIdentity } from '../run/fileIdentity';
import { microgoalsFolder } from '../run/gitFolder';
import { readGitSettings } from '../run/gitSettings';
import { outputOrNothing } from '../run/gitError';
import { writeWhole } from '../../store/atomicWrite';
import type { Repository } from '../run/repository';

/** Facts about the commits that were reachable from some tips. Disposable: without the cache, history is read again. */
export interface LinkCache {
  /** Everything else that git's answer depends on; a different value invalidates the cache. */
  readonly basis: string;
  readonly tips: readonly string[];
  /** Newest first. */
  readonly facts: readonly CommitFact[];
  /** Closing commits that were once among the facts and are now unreachable, newest first. */
  readonly gone: readonly CommitFact[];
  /** Tips that branches once had, latest last. */
  readonly lost: readonly string[];
}

/** First line of the file. Each fact follows on a line of its own, since a reader of a single goal does not need most of them. */
type Head = Omit<LinkCache, 'facts'> & {
  /** Identifier that changes each time the file is written. */
  readonly edition: string;
};

const VERSION = 5;
const LINE_END = 0x0a;

/** Reads the link cache; undefined if it is unusable. @param basis present value of `linkBasis`. */
export async function readLinkCache(repository: Repository, basis: string): Promise<(LinkCache & Head) | undefined> {
  try {
    const { head, facts } = parts(await readFile(cacheFile(repository)));
    return head.basis === basis ? { ...head, facts: parseFacts([facts]) } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Returns the facts that contain one of the words, or all facts if no words are given.
 * @param edition expected edition; the result is undefined if the file has another one by now.
 */
export async function findFacts(
  repository: Repository,
  edition: string,
  words?: readonly string[],
): Promise<readonly CommitFact[] | undefined> {
  try {
    const { head, facts } = parts(await readFile(cacheFile(repository)));
    if (head.edition !== edition) return undefined;
    return parseFacts(words === undefined ? [facts] : linesWith(facts, words));
  } catch {
    return undefined;
  }
}

/**
 * Writes the link cache.
 * @param known the lines of some of the facts, each as JSON.
 * @returns the edition; undefined if the git directory is not writable, which only makes the next reading slower.
 */
export async function writeLinkCache(
  repository: Repository,
  { facts, ...rest }: LinkCache,
  known: ReadonlyMap<CommitFact, string>,
): Promise<string | undefined> {
  const head: Head = { edition: randomUUID(), ...rest };
  const lines = facts.map((fact) => known.get(fact) ?? JSON.stringify(fact));
  return writeWhole(cacheFile(repository), [JSON.stringify(head), ...lines].join('\n')).then(
    () => head.edition,
    () => undefined,
  );
}

function parts(bytes: Buffer): { head: Head; facts: Buffer } {
  const end = lineEnd(bytes, 0);
  return { head: JSON.parse(bytes.toString('utf8', 0, end)) as Head, facts: bytes.subarray(end + 1) };
}

/** Returns the lines that contain one of the words. It searches the bytes, since a long history as text is several megabytes. */
function linesWith(bytes: Buffer, words: readonly string[]): Buffer[] {
  const lines = new Map<number, Buffer>();
  for (const word of words) {
    for (let at = bytes.indexOf(word); at >= 0;) {
      const end = lineEnd(bytes, at);
      const start = bytes.lastIndexOf(LINE_END, at) + 1;
      lines.set(start, bytes.subarray(start, end));
      at = bytes.indexOf(word, end);
    }
  }
  return [...lines.values()];
}

function lineEnd(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(LINE_END, from);
  return end < 0 ? bytes.length : end;
}

/** Parses the lines. JSON has no undefined, so a first commit comes back without `parent`, which is added here. */
function parseFacts(lines: readonly Buffer[]): CommitFact[] {
  const text = lines.map((line) => line.toString('utf8').replaceAll('\n', ',')).join(',');
  const facts = JSON.parse(`[${text}]`) as CommitFact[];
  return facts.map((fact) => ('parent' in fact ? fact : { ...(fact as CommitFact), parent: undefined }));
}

/** Returns the other basis of the facts: deepening a shallow clone shows older commits below the same tips; mailmaps change names. */
export async function linkBasis(repository: Repository): Promise<string> {
  const { commonDir, root } = repository;
  const [shallow, { mailmapFile, mailmapBlob }] = await Promise.all([
    readFile(path.join(commonDir, 'shallow'), 'utf8').catch(() => ''),
    readGitSettings(repository),
  ]);
  const files = [path.join(root, '.mailmap'), ...(mailmapFile === undefined ? [] : [mailmapFile])];
  const name = ['--verify', '--quiet', '--end-of-options', mailmapBlob ?? ''];
  const blob = mailmapBlob === undefined ? undefined : await outputOrNothing(repository.git('rev-parse', ...name));
  return JSON.stringify([VERSION, shallow, ...(await Promise.all(files.map(fileIdentity))), mailmapFile, blob]);
}

function cacheFile({ commonDir }: Repository): string {
  return path.join(microgoalsFolder(commonDir), 'links.json');
}
