import type { GoalDocument } from '../document/goalDocument';
import type { Json } from '../document/json';
import { isObject, sameJson, textMember } from '../document/json';
import { splitPath } from '../document/registerPath';
import { goalKind } from '../model/goal';
import type { Zone } from '../ports/ports';
import type { Kind } from '../model/kind';
import { kindOfRecord } from '../model/kinds';
import { NO_ALIASES } from '../model/onePerson';
import type { GoalNews } from './goalNews';
import type { ShownChange } from './changeText';
import { isTold } from './changeText';
import { registerChanges } from './registerChanges';
import { changedMembers, goalNews, latestFirst, stampOfMember } from './goalNews';
import { lineOf, recordNode } from '../snapshot/recordNode';
import type { RecordNode } from '../snapshot/snapshot';

/** Change of a goal, or of a record such as a check-in, between two versions of a team's goals. */
export interface TeamNews extends GoalNews {
  readonly kind: Kind;
  /** The goal itself, or the goal that the record belongs to; undefined for a record of the team as a whole. */
  readonly goal: string | undefined;
  /** Title of that goal; undefined if there is none. */
  readonly about: string | undefined;
  /** Author that the record itself names. */
  readonly author: string | undefined;
  /** True for a new signature that declines the terms. */
  readonly isDeclined: boolean;
  /** Id of the goal that a new or moved goal stands below since. */
  readonly below: string | undefined;
  /** What changed, besides what the type says; none for what is new or gone. */
  readonly changes: readonly ShownChange[];
}

/** Returns the news about goals and records, latest first. Records that no view lists are left out. */
export function teamNews(before: GoalDocument, now: GoalDocument, zone: Zone): TeamNews[] {
  const goals = goalNews(before, now).map((news): TeamNews => {
    const changes = changesOf(goalKind, news, before, now);
    const isMoved = news.type === 'added' || news.fields.includes('parent');
    const below = isMoved ? textMember(now.records.get(news.id), 'parent') : undefined;
    const about = { kind: goalKind, goal: news.id, about: news.title, author: undefined, isDeclined: false };
    return { ...news, ...about, below, changes };
  });
  const ids = new Set([...before.records.keys(), ...now.records.keys()]);
  const records = [...ids].flatMap((id): TeamNews[] => {
    const news = recordNews(id, before.records.get(id), now.records.get(id));
    if (!news) return [];
    const { shown, ...rest } = news;
    const find = (member: 'title' | 'unit', of: string): string | undefined =>
      textMember(now.records.get(of), member) ?? textMember(before.records.get(of), member);
    const about = news.goal === undefined ? undefined : find('title', news.goal);
    const title = lineOf(shown, zone, (of) => find('unit', of));
    return [{ ...rest, title, about, changes: changesOf(news.kind, news, before, now) }];
  });
  return [...goals, ...records].sort(latestFirst);
}

const SILENT: ReadonlySet<string> = new Set(['deleted']);

/** Returns the changes of the members that the news names. */
function changesOf(
  kind: Kind,
  { id, fields }: Pick<GoalNews, 'id' | 'fields'>,
  before: GoalDocument,
  now: GoalDocument,
): readonly ShownChange[] {
  const [old, there] = [before.records.get(id), now.records.get(id)];
  if (!isObject(old) || !isObject(there)) return [];
  const isNamed = ({ field }: ShownChange): boolean => fields.includes(splitPath(field)[0] ?? '');
  const isOther = ({ before: was, value }: ShownChange): boolean => !sameJson(was, value);
  return registerChanges([old], there).filter((each) => isNamed(each) && isOther(each) && isTold(kind, each.field));
}

interface RecordNews extends Omit<TeamNews, 'title' | 'about' | 'changes'> {
  /** The record as it is now, or as it was. */
  readonly shown: RecordNode;
}

function recordNews(id: string, before: Json | undefined, now: Json | undefined): RecordNews | undefined {
  const kind = kindOfRecord(id, now ?? before ?? null);
  if (!kind || kind.letter === goalKind.letter || kind.shows.length === 0 || sameJson(before, now)) return undefined;
  const [old, there] = [present(kind, id, before), present(kind, id, now)];
  const shown = there ?? old;
  if (!shown) return undefined;
  const about = {
    id,
    shown,
    kind,
    goal: shown.goal,
    author: shown.author,
    isDeclined: shown.values['declines'] === true,
    below: undefined,
  };
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
