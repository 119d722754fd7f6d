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
  const authors = await authorsOfAll(repository, file, open);
  return open.map((each, index) => ({ ...each, ...(authors[index] ?? NOBODY) }));
}

/** @param file absolute path of the goals file. */
export async function disagreementAuthors(
  repository: Repository,
  file: string,
  disagreement: OpenDisagreement,
): Promise<DisagreementAuthors> {
  const [authors] = await authorsOfAll(repository, file, [disagreement]);
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

/** Who made the oldest commit that holds a value which none of its parents holds. */
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
    // What a shallow clone begins with is not what its author did.
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

/** False also where nobody knows: then it may have come before. */
function lacks(version: Version<Held>, sought: Sought): boolean {
  return version === 'absent' || (typeof version !== 'string' && !version.content.has(sought));
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

/** What is read of the versions at most, the latest first: some seconds. Further back it was somebody. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Seconds since 1970 before which no commit can have any of these; clocks differ, so a day more is read. */
function beginningOf(sought: readonly Sought[]): number | undefined {
  const times = sought.map(({ stamp }) => parseStamp(stamp)?.millis);
  const first = Math.min(...times.map((time) => time ?? -Infinity));
  return Number.isFinite(first) ? Math.floor((first - DAY) / 1000) : undefined;
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
