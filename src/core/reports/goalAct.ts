import type { Json } from '../document/json';
import { isSaidWith } from '../followUp/droppedReason';
import type { amendmentKind } from '../model/amendment';
import type { Goal } from '../model/goalView';
import { readGoal } from '../model/goalView';
import { isClosedStatus } from '../snapshot/goalStanding';
import type { RecordNode } from '../snapshot/snapshot';
import type { GoalNews } from './goalNews';
import type { NewsAct } from './recordAct';

type ChangeNote = RecordNode<typeof amendmentKind.fields>;

/** What was done to a goal, by whom and why, as far as its record and a change note say. */
interface GoalAct {
  readonly act: NewsAct | undefined;
  readonly author: string | undefined;
  readonly note: string | undefined;
  /** The change note that says why. */
  readonly noteId?: string;
}

const NOTHING: GoalAct = { act: undefined, author: undefined, note: undefined };

/** Returns what the news of a goal tell. @param notes the change notes that are new */
export function goalAct(
  { id, type, fields }: GoalNews,
  before: Json | undefined,
  now: Json | undefined,
  notes: readonly ChangeNote[],
): GoalAct {
  const isMoved = type === 'done' || type === 'dropped' || (type === 'changed' && fields.includes('status'));
  if (!isMoved || now === undefined) return NOTHING;
  const { goal } = readGoal(id, now);
  if (!isClosedStatus(goal.status)) return { ...NOTHING, act: opening(goal, before) };
  // The note of new terms names them; this one says why the goal ended.
  const note = notes.find(({ goal: of, created = 0, values }) => {
    const isWith = isSaidWith(goal, created) && created <= (goal.statusChanged ?? 0);
    return of === id && values.after === undefined && isWith;
  });
  const isDeclined =
    goal.kind !== 'pact' &&
    goal.status === 'dropped' &&
    note !== undefined &&
    note.author === goal.owner?.toLowerCase();
  const act = isDeclined ? 'declined' : ending(goal);
  return note ? { act, author: note.author, note: note.values.note, noteId: note.id } : { ...NOTHING, act };
}

function ending({ kind, status }: Goal): NewsAct | undefined {
  if (status === 'missed') return 'missed';
  return kind === 'pact' && status === 'done' ? 'kept' : undefined;
}

/** Returns what takes a goal on or asks for it; undefined for any other change of its status. */
function opening(goal: Goal, before: Json | undefined): NewsAct | undefined {
  const old = before === undefined ? undefined : readGoal(goal.id, before).goal.status;
  if (goal.kind === 'pact') return old === 'open' && goal.status === 'proposed' ? 'proposed' : undefined;
  return old === 'proposed' && goal.status === 'open' ? 'agreed' : undefined;
}
