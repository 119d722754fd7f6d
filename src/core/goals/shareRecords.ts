import type { Change } from '../document/change';
import type { GoalDocument } from '../document/goalDocument';
import { member } from '../document/json';
import { namedRecords } from '../changes/namedRecords';
import { assessmentKind } from '../model/assessment';
import type { RecordAbout } from '../model/recordsAbout';
import { recordsAbout } from '../model/recordsAbout';
import { withoutPersonal } from './shareGoal';

/** Records about personal goals that are shared. */
export interface SharedRecords {
  /** Changes that write those that go along, with the times that they have. */
  readonly changes: readonly Change[];
  /** Ids of those that go along. */
  readonly moved: readonly string[];
  /** Ids of those that stay the person's own. */
  readonly left: readonly string[];
}

/**
 * Returns what goes along with goals that are shared: what was said of them, and what was said of that. Self-assessments stay, because
 * they are personal on purpose, and so does what cannot be understood without something personal.
 * @param goals ids of the goals. @param isShared tells whether everybody has a record, or gets it in the same step
 */
export function recordsToShare(
  document: GoalDocument,
  goals: ReadonlySet<string>,
  isShared: (id: string) => boolean,
): SharedRecords {
  const about = recordsAbout(document.records, goals);
  const moved = new Map([...about].filter(([, { kind }]) => kind !== assessmentKind));
  const isWhole = ({ kind, record }: RecordAbout): boolean =>
    Object.entries(kind.fields).every(
      ([name, field]) =>
        !field.required ||
        namedRecords(field, member(record, name)).every((named) => moved.has(named) || isShared(named)),
    );
  // What stays may take others with it.
  for (let count = -1; count !== moved.size;) {
    count = moved.size;
    for (const [id, found] of moved) if (!isWhole(found)) moved.delete(id);
  }
  const changes = [...moved].map(([id, { kind, record }]): Change => {
    const known = (named: string): boolean => moved.has(named) || isShared(named);
    return { type: 'put', id, record: withoutPersonal(kind, record, known) };
  });
  return { changes, moved: [...moved.keys()], left: [...about.keys()].filter((id) => !moved.has(id)) };
}
