import { DAY } from '../core/day';
import { effectiveStamp, valueAt } from '../core/document/change';
import { documentIn } from '../core/document/fileReading';
import type { GoalDocument } from '../core/document/goalDocument';
import type { Json, JsonObject } from '../core/document/json';
import { isObject, member, sameJson } from '../core/document/json';
import { KnownRecords } from '../core/document/knownRecords';
import type { Claim } from '../core/document/merge';
import { MAX_BYTES, parseGoalFile } from '../core/document/parseGoalFile';
import { splitPath } from '../core/document/registerPath';
import { parseStamp } from '../core/document/stamp';
import type { OpenDisagreement } from '../core/rules/disagreements';
import { openDisagreements } from '../core/rules/disagreements';
import { findBlobs, readBlobs } from './catFile';
import type { ClaimAuthor } from './claimAuthors';
import { readDisagreements } from './disagreementFile';
import { microgoalsFolder } from './gitFolder';
import { literally, nameInTree } from './pathInTree';
import { PLAIN_LOG } from './plainLog';
import type { Repository } from './repository';
import { isShallow } from './repositoryFacts';
import { runGit } from './runGit';

/** Whoever brought the two values; undefined where history does not tell. */
export interface DisagreementAuthors {
  readonly standsBy: ClaimAuthor | undefined;
  readonly lostBy: ClaimAuthor | undefined;
}

/** Something both sides changed, with whoever did. */
export type AttributedDisagreement = OpenDisagreement & DisagreementAuthors;

/**
 * What two people changed at the same time and nobody has settled since.
 * @param file absolute path of the goals file; @param document what it holds.
 */
export async function attributedDisagreements(
  repository: Repository,
  file: string,
  document: GoalDocument,
): Promise<AttributedDisagreement[]> {
  const name = nameInTree(repository, file);
  const noted = await readDisagreements(microgoalsFolder(repository.commonDir));
  const open = openDisagreements(noted, name, document);
  const authors = await authorsOfAll(repository, name, open);
  return open.map((each, index) => ({ ...each, ...(authors[index] ?? NOBODY) }));
}

/** @param file absolute path of the goals file. */
export async function disagreementAuthors(
  repository: Repository,
  file: string,
  disagreement: OpenDisagreement,
): Promise<DisagreementAuthors> {
  const [authors] = await authorsOfAll(repository, nameInTree(repository, file), [disagreement]);
  return authors ?? NOBODY;
}

const NOBODY: DisagreementAuthors = { standsBy: undefined, lostBy: undefined };

/** One of the two values of a disagreement. */
interface Sought extends Claim {
  readonly record: string;
  readonly path: string;
  /** The commit that was merged with it, where known. */
  readonly tip: string | undefined;
}

/** All of them by one reading of history, however many there are. */
async function authorsOfAll(
  repository: Repository,
  name: string,
  disagreements: readonly OpenDisagreement[],
): Promise<DisagreementAuthors[]> {
  const sought = disagreements.map(({ record, path, stands, lost, tips }): { stands: Sought; lost: Sought } => ({
    stands: { record, path, ...stands, tip: tips.stands },
    lost: { record, path, ...lost, tip: tips.lost },
  }));
  const all = sought.flatMap(({ stands, lost }) => [stands, lost]);
  const brought = await findBringers(repository, name, all);
  const tips = await tipAuthors(
    repository,
    all.flatMap((each) => (brought.has(each) || each.tip === undefined ? [] : [each.tip])),
  );
  const authorOf = (each: Sought): ClaimAuthor | undefined => brought.get(each) ?? tips.get(each.tip ?? '');
  return sought.map(({ stands, lost }) => ({ standsBy: authorOf(stands), lostBy: authorOf(lost) }));
}

/** Who made the oldest commit that holds a value which none of its parents holds. */
async function findBringers(
  repository: Repository,
  name: string,
  sought: readonly Sought[],
): Promise<ReadonlyMap<Sought, ClaimAuthor>> {
  const found = new Map<Sought, ClaimAuthor>();
  if (sought.length === 0) return found;
  const versions = await versionsSince(repository, name, beginningOf(sought));
  const held = new HeldBlobs(repository, sought, await readableBlobs(repository, versions));
  try {
    for (const { author, blob, before } of versions) {
      const parents: (Held | undefined)[] = [];
      for (const each of before) parents.push(await held.by(each));
      const brought = (each: Sought): boolean => parents.every((parent) => parent?.has(each) === false);
      for (const each of (await held.by(blob)) ?? []) if (!found.has(each) && brought(each)) found.set(each, author);
      if (found.size === sought.length) break;
    }
  } finally {
    await held.end();
  }
  return found;
}

type Held = ReadonlySet<Sought>;

/** What blobs hold of what is sought, each read once, in the order of the list. */
class HeldBlobs {
  readonly #known = new Map<string, Held | undefined>([[NO_FILE, new Set()]]);
  readonly #pending: Set<string>;
  readonly #stream: ReturnType<typeof readBlobs>;
  /** Versions of one file have nearly all records in common. */
  readonly #records = new KnownRecords();

  constructor(
    repository: Repository,
    private readonly sought: readonly Sought[],
    blobs: readonly string[],
  ) {
    this.#pending = new Set(blobs);
    this.#stream = readBlobs(repository, blobs);
  }

  /** Undefined where it cannot be read or is too far back: then nobody knows what came with the next one. */
  async by(blob: string): Promise<Held | undefined> {
    while (this.#pending.has(blob)) {
      const next = await this.#stream.next();
      if (next.done === true) break;
      const { blob: name, bytes } = next.value;
      const document = documentIn(parseGoalFile(bytes, { known: this.#records, writtenBack: false }));
      this.#pending.delete(name);
      this.#known.set(name, document && heldIn(document, this.sought));
    }
    return this.#known.get(blob);
  }

  /** Ends the process that reads. */
  async end(): Promise<void> {
    await this.#stream.return(undefined);
  }
}

function heldIn({ records }: GoalDocument, sought: readonly Sought[]): Held {
  return new Set(sought.filter((each) => holds(records.get(each.record), each)));
}

function holds(record: Json | undefined, { path, value, stamp }: Sought): boolean {
  if (!isObject(record)) return false;
  // Of what was edited after a deletion the stamp alone is known.
  if (path === 'deleted' && value === false) return stamp !== undefined && stampsOf(record).includes(stamp);
  // The stamps below an object are its own; then the value alone must tell.
  const isSame = sameJson(valueAt(record, splitPath(path)), value);
  return isSame && (isObject(value) || effectiveStamp(record, path) === stamp);
}

function stampsOf(record: JsonObject): unknown[] {
  const edits = member(record, 'edits');
  return [member(record, 'created'), ...Object.values(isObject(edits) ? edits : {})];
}

interface Version {
  readonly author: ClaimAuthor;
  readonly blob: string;
  /** What its parents have. */
  readonly before: readonly string[];
}

/** Of a commit that has no such file. */
const NO_FILE = '';
const MOST_VERSIONS = 5000;
/** What is read of them at most, the latest first: some seconds. Further back it was somebody. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The commits of all branches that changed the file, the oldest first; merges where they differ from all of their parents. */
async function versionsSince(
  repository: Repository,
  name: string,
  seconds: number | undefined,
): Promise<readonly Version[]> {
  const lists = ['--all', '--full-history', '--reverse', '--date-order', `--max-count=${MOST_VERSIONS}`];
  const raw = ['-c', '--root', '--raw', '--no-abbrev', '--no-renames', '--format=tformat:%x00%P%x00%aN%x00%aE%x00'];
  const limit = seconds === undefined ? [] : [`--since=${seconds}`];
  const args = [...PLAIN_LOG, ...lists, ...raw, ...limit, '--', literally(name)];
  const output = await runGit(repository.root, args).catch(() => '');
  // What a shallow clone begins with is not what its author did.
  const isCutOff = isShallow(repository);
  const [, ...fields] = output.split('\0');
  return Array.from({ length: Math.floor(fields.length / 4) }).flatMap((_, index) => {
    const [parents = '', author = '', email = '', text = ''] = fields.slice(4 * index, 4 * index + 4);
    const [, names] = /^:+(?:\d{6} )+((?:[0-9a-f]{40,64} )+)/m.exec(text) ?? [];
    if (names === undefined || email === '' || (isCutOff && parents === '')) return [];
    const blobs = names
      .trimEnd()
      .split(' ')
      .map((blob) => (/^0+$/.test(blob) ? NO_FILE : blob));
    return [
      {
        author: { name: author, email: email.toLowerCase() },
        blob: blobs.at(-1) ?? NO_FILE,
        before: blobs.slice(0, -1),
      },
    ];
  });
}

/** Seconds since 1970 before which no commit can have any of these; clocks differ, so a day more is read. */
function beginningOf(sought: readonly Sought[]): number | undefined {
  const times = sought.map(({ stamp }) => parseStamp(stamp)?.millis);
  const first = Math.min(...times.map((time) => time ?? -Infinity));
  return Number.isFinite(first) ? Math.floor((first - DAY) / 1000) : undefined;
}

/** The blobs that are there, in the order in which the versions need them, as far back as may be read. */
async function readableBlobs(repository: Repository, versions: readonly Version[]): Promise<string[]> {
  const names = [...new Set(versions.flatMap(({ blob, before }) => [...before, blob]))].filter(
    (name) => name !== NO_FILE,
  );
  const entries = await findBlobs(repository, names);
  let bytes = 0;
  const latest = entries.toReversed().flatMap((entry) => {
    bytes += entry?.size ?? 0;
    return entry && entry.size <= MAX_BYTES && bytes <= MOST_BYTES ? [entry.blob] : [];
  });
  return latest.reverse();
}

/** By commit, who made it: all of them in one go. */
async function tipAuthors(repository: Repository, tips: readonly string[]): Promise<ReadonlyMap<string, ClaimAuthor>> {
  if (tips.length === 0) return new Map();
  const args = [...PLAIN_LOG, '--no-walk=unsorted', '--ignore-missing', '--format=%H%x00%aN%x00%aE', '--stdin'];
  const input = [...new Set(tips)].map((tip) => `${tip}\n`).join('');
  const output = await runGit(repository.root, args, { input }).catch(() => '');
  const authors = output.split('\n').flatMap((line): [string, ClaimAuthor][] => {
    const [commit = '', name = '', email = ''] = line.split('\0');
    return email === '' ? [] : [[commit, { name, email: email.toLowerCase() }]];
  });
  return new Map(authors);
}
