import type { GoalDocument } from '../document/goalDocument';
import type { Json } from '../document/json';
import { isObject, sameJson, textMember } from '../document/json';
import { splitPath } from '../document/registerPath';
import { amendmentKind } from '../model/amendment';
import { goalKind } from '../model/goal';
import type { Zone } from '../ports/ports';
import type { Kind } from '../model/kind';
import { kindOfRecord } from '../model/kinds';
import { NO_ALIASES } from '../model/onePerson';
import type { GoalNews } from './goalNews';
import type { ShownChange } from './changeText';
import { isTold } from './changeText';
import { goalAct } from './goalAct';
import type { NewsAct } from './recordAct';
import { recordAct } from './recordAct';
import { registerChanges } from './registerChanges';
import { changedMembers, goalNews, latestFirst, stampOfMember } from './goalNews';
import { isOf, lineOf, recordNode } from '../snapshot/recordNode';
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
  /** What was done, where the type and the kind do not say it. */
  readonly act: NewsAct | undefined;
  /** The word that was given with it, such as a reason. */
  readonly note: string | undefined;
  /** Id of the goal that a new or moved goal stands below since. */
  readonly below: string | undefined;
  /** What changed, besides what the type says; none for what is new or gone. */
  readonly changes: readonly ShownChange[];
}

/** Returns the news about goals and records, latest first. Records that no view lists are left out. */
export function teamNews(before: GoalDocument, now: GoalDocument, zone: Zone): TeamNews[] {
  const ids = new Set([...before.records.keys(), ...now.records.keys()]);
  const records = [...ids].flatMap((id) => recordNews(id, before.records.get(id), now.records.get(id)));
  const notes = records.flatMap(({ shown, type }) => (type === 'added' && isOf(shown, amendmentKind) ? [shown] : []));
  const said = new Set<string>();
  const goals = goalNews(before, now).map((news): TeamNews => {
    const { noteId, ...did } = goalAct(news, before.records.get(news.id), now.records.get(news.id), notes);
    if (noteId !== undefined) said.add(noteId);
    const changes = changesOf(goalKind, news, before, now);
    const told = did.act === undefined ? changes : changes.filter(({ field }) => field !== 'status');
    const isMoved = news.type === 'added' || news.fields.includes('parent');
    const below = isMoved ? textMember(now.records.get(news.id), 'parent') : undefined;
    return { ...news, ...did, kind: goalKind, goal: news.id, about: news.title, below, changes: told };
  });
  const find = (member: 'title' | 'unit', of: string): string | undefined =>
    textMember(now.records.get(of), member) ?? textMember(before.records.get(of), member);
  // A note that says why a goal ended is told with its end.
  const told = records
    .filter(({ id }) => !said.has(id))
    .map(({ shown, ...news }): TeamNews => {
      const about = news.goal === undefined ? undefined : find('title', news.goal);
      const title = lineOf(shown, zone, (of) => find('unit', of));
      const changes = news.act === undefined ? changesOf(news.kind, news, before, now) : [];
      return { ...news, title, about, changes };
    });
  return [...goals, ...told].sort(latestFirst);
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
  if (!isObject(there)) return [];
  const isNamed = ({ field }: ShownChange): boolean => fields.includes(splitPath(field)[0] ?? '');
  const isOther = ({ before: was, value }: ShownChange): boolean => !sameJson(was, value);
  return registerChanges(isObject(old) ? [old] : [], there).filter(
    (each) => isNamed(each) && isOther(each) && isTold(kind, each.field),
  );
}

interface RecordNews extends Omit<TeamNews, 'title' | 'about' | 'changes'> {
  /** The record as it is now, or as it was. */
  readonly shown: RecordNode;
}

function recordNews(id: string, before: Json | undefined, now: Json | undefined): RecordNews[] {
  const kind = kindOfRecord(id, now ?? before ?? null);
  if (!kind || kind.letter === goalKind.letter || kind.shows.length === 0 || sameJson(before, now)) return [];
  const [old, there] = [present(kind, id, before), present(kind, id, now)];
  const shown = there ?? old;
  if (!shown) return [];
  const of = { goal: shown.goal, author: shown.author, below: undefined };
  const about = { id, shown, kind, ...of, act: undefined, note: undefined };
  if (!there || !isObject(now)) {
    const stamp = isObject(now) ? stampOfMember(now, 'deleted') : undefined;
    return [{ ...about, type: isObject(now) ? 'deleted' : 'gone', fields: [], stamp }];
  }
  const did = recordAct(there, now, old);
  const acts = did ? [{ ...about, ...did, type: 'changed' as const }] : [];
  if (!old || !isObject(before)) {
    const act = there.values['declines'] === true ? 'declined' : undefined;
    return [{ ...about, act, type: 'added', fields: [], stamp: stampOfMember(now, 'deleted') }, ...acts];
  }
  const changed = changedMembers(before, now, new Set([...SILENT, ...(did?.fields ?? [])]));
  return changed.fields.length === 0 ? acts : [...acts, { ...about, type: 'changed', ...changed }];
}

function present(kind: Kind, id: string, record: Json | undefined): RecordNode | undefined {
  if (!isObject(record)) return undefined;
  const node = recordNode(kind, id, record, { scope: 'team', path: '' }, NO_ALIASES);
  return node.values.deleted ? undefined : node;
}
