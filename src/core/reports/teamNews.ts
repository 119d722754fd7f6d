import type { GoalDocument } from '../document/goalDocument';
import type { Json } from '../document/json';
import { isObject, sameJson } from '../document/json';
import { goalKind } from '../model/goal';
import type { Kind } from '../model/kind';
import { kindOfRecord } from '../model/kinds';
import { NO_ALIASES } from '../model/onePerson';
import type { GoalNews } from './goalNews';
import { changedMembers, goalNews, latestFirst, stampOfMember } from './goalNews';
import { recordLine, recordNode } from '../snapshot/recordNode';
import type { RecordNode } from '../snapshot/snapshot';

/** Change of a goal, or of a record such as a check-in, between two versions of a team's goals. */
export interface TeamNews extends GoalNews {
  readonly kind: Kind;
  /** The goal itself, or the goal that the record belongs to; undefined for a record of the team as a whole. */
  readonly goal: string | undefined;
  /** Author that the record itself names. */
  readonly author: string | undefined;
}

/** Returns the news about goals and records, latest first. Records that no view lists are left out. */
export function teamNews(before: GoalDocument, now: GoalDocument): TeamNews[] {
  const goals = goalNews(before, now).map((news) => ({ ...news, kind: goalKind, goal: news.id, author: undefined }));
  const ids = new Set([...before.records.keys(), ...now.records.keys()]);
  const records = [...ids].flatMap((id) => recordNews(id, before.records.get(id), now.records.get(id)) ?? []);
  return [...goals, ...records].sort(latestFirst);
}

const SILENT: ReadonlySet<string> = new Set(['deleted']);

function recordNews(id: string, before: Json | undefined, now: Json | undefined): TeamNews | undefined {
  const kind = kindOfRecord(id, now ?? before ?? null);
  if (!kind || kind.letter === goalKind.letter || kind.shows.length === 0 || sameJson(before, now)) return undefined;
  const [old, there] = [present(kind, id, before), present(kind, id, now)];
  const shown = there ?? old;
  if (!shown) return undefined;
  const about = { id, title: recordLine(shown), kind, goal: shown.goal, author: shown.author };
  if (!there) {
    const stamp = isObject(now) ? stampOfMember(now, 'deleted') : undefined;
    return { ...about, type: isObject(now) ? 'deleted' : 'gone', fields: [], stamp };
  }
  if (!isObject(now)) return undefined;
  if (!old || !isObject(before)) return { ...about, type: 'added', fields: [], stamp: stampOfMember(now, 'deleted') };
  const changed = changedMembers(before, now, SILENT);
  return changed.fields.length === 0 ? undefined : { ...about, type: 'changed', ...changed };
}

function present(kind: Kind, id: string, record: Json | undefined): RecordNode | undefined {
  if (!isObject(record)) return undefined;
  const node = recordNode(kind, id, record, { scope: 'team', path: '' }, NO_ALIASES);
  return node.values.deleted ? undefined : node;
}
