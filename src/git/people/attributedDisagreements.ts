import { DAY } from '../../core/ports/ports';
import { effectiveStamp, valueAt } from '../../core/document/change';
import type { GoalDocument } from '../../core/document/goalDocument';
import type { Json, JsonObject } from '../../core/document/json';
import { isObject, member, sameJson } from '../../core/document/json';
import type { Claim } from '../../core/document/merge';
import { recordsInText } from '../../core/document/recordsInText';
import { splitPath } from '../../core/document/registerPath';
import { parseStamp } from '../../core/document/stamp';
import type { OpenDisagreement } from '../../core/snapshot/disagreements';
import { openDisagreements } from '../../core/snapshot/disagreements';
import type { ClaimAuthor } from './stampAuthors';
import { readDisagreements } from '../merge/disagreementFile';
import type { Version } from '../files/fileChanges';
import { fileChanges } from '../files/fileChanges';
import { microgoalsFolder } from '../run/gitFolder';
import { nameInTree } from '../files/pathInTree';
import type { Repository } from '../run/repository';
import { runGit, PLAIN_LOG } from '../run/runGit';

/** Authors of the two values; undefined if history does not tell. */
export interface DisagreementAuthors {
  readonly standsBy: ClaimAuthor | undefined;
  readonly lostBy: ClaimAuthor | undefined;
}

/** Disagreement with the authors of both sides. */
export type AttributedDisagreement = OpenDisagreement & DisagreementAuthors;

/**
 * Returns the changes that two people made at the same time and that nobody has settled since.
 * @param file absolute path of the goals file; @param document content of the file.
 */
export async function attributedDisagreements(
  repository: Repository,
  file: string,
  document: GoalDocument,
): Promise<AttributedDisagreement[]> {
  const name = nameInTree(repository, file);
  const noted = await readDisagreements(microgoalsFolder(repository.commonDir));
  const open = openDisagreements(noted, name, document);
  const authors = await authorsOfAll(repository, file, open);
  return open.map((each, index) => ({ ...each, ...(authors[index] ?? NOBODY) }));
}

/** Returns the authors of one disagreement. @param file absolute path of the goals file. */
export async function disagreementAuthors(
  repository: Repository,
  file: string,
  disagreement: OpenDisagreement,
): Promise<DisagreementAuthors> {
  const [authors] = await authorsOfAll(repository, file, [disagreement]);
  return authors ?? NOBODY;
}

const NOBODY: DisagreementAuthors = { standsBy: undefined, lostBy: undefined };

/** One of the two values of a disagreement, whose author is sought. */
interface Sought extends Claim {
  readonly record: string;
  readonly path: string;
  /** Commit that brought the value into the merge, if known. */
  readonly tip: string | undefined;
}

/** Finds the authors of all disagreements with one reading of history, however many there are. */
async function authorsOfAll(
  repository: Repository,
  file: string,
  disagreements: readonly OpenDisagreement[],
): Promise<DisagreementAuthors[]> {
  const sought = disagreements.map(({ record, path, stands, lost, tips }): { stands: Sought; lost: Sought } => ({
    stands: { record, path, ...stands, tip: tips.stands },
    lost: { record, path, ...lost, tip: tips.lost },
  }));
  const all = sought.flatMap(({ stands, lost }) => [stands, lost]);
  const brought = await findBringers(repository, file, all);
  const tips = await tipAuthors(
    repository,
    all.flatMap((each) => (brought.has(each) || each.tip === undefined ? [] : [each.tip])),
  );
  const authorOf = (each: Sought): ClaimAuthor | undefined => brought.get(each) ?? tips.get(each.tip ?? '');
  return sought.map(({ stands, lost }) => ({ standsBy: authorOf(stands), lostBy: authorOf(lost) }));
}

/** Finds the author of each value: that of the oldest commit that holds it while none of its parents does. */
async function findBringers(
  repository: Repository,
  file: string,
  sought: readonly Sought[],
): Promise<ReadonlyMap<Sought, ClaimAuthor>> {
  const found = new Map<Sought, ClaimAuthor>();
  if (sought.length === 0) return found;
  const extract = (text: string): Held | undefined => heldIn(recordsInText(text), sought);
  const limits = { since: beginningOf(sought), mostBytes: MOST_BYTES };
  for await (const { author, now, before, isCut } of fileChanges(repository, [file], extract, limits)) {
    // A shallow clone's first commit contains more than its author's changes.
    if (isCut) continue;
    const parents = before.flatMap(({ versions }) => versions);
    const [version = 'absent'] = now.versions;
    for (const each of typeof version === 'string' ? [] : version.content) {
      if (!found.has(each) && parents.every((parent) => lacks(parent, each))) found.set(each, author);
    }
    if (found.size === sought.length) break;
  }
  return found;
}

type Held = ReadonlySet<Sought>;

function heldIn(records: JsonObject | undefined, sought: readonly Sought[]): Held | undefined {
  return records && new Set(sought.filter((each) => holds(member(records, each.record), each)));
}

/** Tells whether a version lacks the value; false also if that is unknown, since the value may then be older. */
function lacks(version: Version<Held>, sought: Sought): boolean {
  return version === 'absent' || (typeof version !== 'string' && !version.content.has(sought));
}

function holds(record: Json | undefined, { path, value, stamp }: Sought): boolean {
  if (!isObject(record)) return false;
  // Of an edit after a deletion, only the stamp is known.
  if (path === 'deleted' && value === false) return stamp !== undefined && stampsOf(record).includes(stamp);
  // The stamps below an object are its own, so only the value can be compared.
  const isSame = sameJson(valueAt(record, splitPath(path)), value);
  return isSame && (isObject(value) || effectiveStamp(record, path) === stamp);
}

function stampsOf(record: JsonObject): unknown[] {
  const edits = member(record, 'edits');
  return [member(record, 'created'), ...Object.values(isObject(edits) ? edits : {})];
}

/** Most bytes of versions that are read, latest first; that takes some seconds. Authors of older values stay unknown. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Returns the earliest time of a commit with any of these, in seconds since 1970; clocks differ, so it allows one more day. */
function beginningOf(sought: readonly Sought[]): number | undefined {
  const times = sought.map(({ stamp }) => parseStamp(stamp)?.millis);
  const first = Math.min(...times.map((time) => time ?? -Infinity));
  return Number.isFinite(first) ? Math.floor((first - DAY) / 1000) : undefined;
}

/** Returns the author of each commit, with one call of git. */
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
