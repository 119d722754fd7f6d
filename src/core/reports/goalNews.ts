import type { GoalDocument } from '../document/goalDocument';
import type { Json, JsonObject } from '../document/json';
import { byCodeUnit, isObject, sameJson } from '../document/json';
import { kindLetter } from '../document/recordId';
import { childState, recordState, stampWithin } from '../document/registerState';
import type { Goal } from '../model/goalView';
import { readGoal } from '../model/goalView';
import { isClosedStatus } from '../snapshot/goalStanding';
import { editsOf } from './registerChanges';

/** `gone`: the goal has left the file without being deleted, as after the checkout of another branch. */
export type NewsType = 'added' | 'done' | 'reopened' | 'dropped' | 'changed' | 'deleted' | 'gone';

/** Change of one goal between two versions of the document. */
export interface GoalNews {
  readonly id: string;
  readonly title: string;
  readonly type: NewsType;
  /** Members that differ in addition to what the type says, e.g. `due`; none for a new goal. */
  readonly fields: readonly string[];
  /** Stamp of the latest of these changes; undefined if the record has none. */
  readonly stamp: string | undefined;
}

/** Members that mean nothing by themselves, and those that the type covers. */
const SILENT: ReadonlySet<string> = new Set(['order', 'deleted', 'status']);

/** Members in which the end of a goal is told. */
const OF_END: readonly string[] = ['learned', 'reason', 'score'];

/** Returns the news about goals, latest first; of a goal that is new also how it ended since. */
export function goalNews(before: GoalDocument, now: GoalDocument): GoalNews[] {
  const ids = new Set([...before.records.keys(), ...now.records.keys()].filter((id) => kindLetter(id) === 'g'));
  return [...ids].flatMap((id) => newsOf(id, before.records.get(id), now.records.get(id))).sort(latestFirst);
}

export function latestFirst(a: Pick<GoalNews, 'id' | 'stamp'>, b: Pick<GoalNews, 'id' | 'stamp'>): number {
  return byCodeUnit(b.stamp ?? '', a.stamp ?? '') || byCodeUnit(a.id, b.id);
}

function newsOf(id: string, before: Json | undefined, now: Json | undefined): GoalNews[] {
  if (sameJson(before, now)) return [];
  const [old, goal] = [present(id, before), present(id, now)];
  if (goal && isObject(now)) {
    const change = old && isObject(before) ? changeOf(old, before, goal, now) : undefined;
    return old ? (change ? [change] : []) : [addition(goal, now), ...endSince(goal, now)];
  }
  if (!old) return [];
  const { title } = old;
  if (!isObject(now)) return [{ id, title, type: 'gone', fields: [], stamp: undefined }];
  return [{ id, title, type: 'deleted', fields: [], stamp: stampOfMember(now, 'deleted') }];
}

function present(id: string, record: Json | undefined): Goal | undefined {
  const goal = record === undefined ? undefined : readGoal(id, record).goal;
  return goal?.deleted === false ? goal : undefined;
}

function addition({ id, title }: Goal, record: JsonObject): GoalNews {
  // A goal that was deleted and restored has the stamp of its return.
  return { id, title, type: 'added', fields: [], stamp: stampOfMember(record, 'deleted') };
}

/** Returns the end of a goal that is new; none if it ended before it came here, as an imported one may have. */
function endSince({ id, title, status }: Goal, record: JsonObject): GoalNews[] {
  const edits = new Map(editsOf(record));
  if (!isClosedStatus(status) || !edits.has('status')) return [];
  const isNamed = status === 'done' || status === 'dropped';
  const fields = [...(isNamed ? [] : ['status']), ...OF_END.filter((field) => edits.has(field))];
  return [{ id, title, type: isNamed ? status : 'changed', fields, stamp: edits.get('status') }];
}

function changeOf(old: Goal, before: JsonObject, goal: Goal, now: JsonObject): GoalNews | undefined {
  const isMoved = old.status !== goal.status;
  const type = isMoved ? statusNews(old, goal) : 'changed';
  const { fields, stamp } = changedMembers(before, now, SILENT);
  const said = type === 'changed' && isMoved ? ['status', ...fields] : fields;
  if (type === 'changed' && said.length === 0) return undefined;
  const stamps = [stamp ?? '', (isMoved ? stampOfMember(now, 'status') : undefined) ?? ''].sort(byCodeUnit);
  return { id: goal.id, title: goal.title, type, fields: said, stamp: stamps.at(-1) || undefined };
}

function statusNews(old: Goal, goal: Goal): NewsType {
  if (goal.status === 'done' || goal.status === 'dropped') return goal.status;
  return isClosedStatus(old.status) && !isClosedStatus(goal.status) ? 'reopened' : 'changed';
}

/** Returns the members that differ between two versions of a record, and the latest stamp among them. */
export function changedMembers(
  before: JsonObject,
  now: JsonObject,
  silent: ReadonlySet<string>,
): { readonly fields: readonly string[]; readonly stamp: string | undefined } {
  const [earlier, later] = [recordState(before), recordState(now)];
  const differs = (key: string): boolean => !sameJson(childState(earlier, key).value, childState(later, key).value);
  const keys = [...new Set([...membersOf(earlier.value), ...membersOf(later.value)])];
  const fields = keys.filter((key) => !silent.has(key) && differs(key));
  const stamps = fields.map((key) => stampWithin(childState(later, key)) ?? '').sort(byCodeUnit);
  return { fields, stamp: stamps.at(-1) || undefined };
}

function membersOf(value: Json | undefined): string[] {
  return isObject(value) ? Object.keys(value) : [];
}

export function stampOfMember(record: JsonObject, key: string): string | undefined {
  return stampWithin(childState(recordState(record), key));
}
