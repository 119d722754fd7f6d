import { DAY } from '../ports/ports';
import type { Change } from '../document/change';
import type { GoalDocument } from '../document/goalDocument';
import { isObject, member, textMember } from '../document/json';
import { GOAL_ID } from '../document/recordId';
import { isClosed } from '../snapshot/goalStanding';
import { groupedBy } from '../snapshot/groupedBy';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

export const ARCHIVE_AFTER_DAYS = 90;
/** Size of a goals file, in characters, from which the archive is offered. */
export const LARGE_FILE = 1024 * 1024;

/** The shared file and the archive beside it. */
export interface ArchiveFiles {
  readonly goals: GoalDocument;
  readonly archive: GoalDocument;
}

export interface ArchivePlan {
  /** Ids of the goals that go to the archive, parents first. */
  readonly archived: readonly string[];
  /** Ids of the goals that come back from the archive. */
  readonly restored: readonly string[];
  /**
   * Steps to save, in this order: a record is stored in its new file before it leaves the old one, so that a crash in between
   * leaves it in both files, which readers understand, and never in none.
   */
  readonly steps: readonly ArchiveStep[];
}

export interface ArchiveStep {
  readonly file: keyof ArchiveFiles;
  readonly changes: readonly Change[];
}

/**
 * Returns the ids of the team's goals in trees that were closed as a whole at least `days` ago, parents first. A closed goal below
 * an open one stays, because the progress of the open one counts it; so does a goal of which nobody knows when it was closed.
 */
export function archivableGoals({ goals, teamRoots, calendar }: Snapshot, days: number): string[] {
  const latest = calendar.now - days * DAY;
  const isOld = (node: GoalNode): boolean =>
    isClosed(node) && (node.goal.statusChanged ?? Number.POSITIVE_INFINITY) <= latest;
  return teamRoots.flatMap((root) => {
    const tree = [root];
    for (const id of tree) for (const child of goals.get(id)?.children ?? []) tree.push(child);
    const isWhole = tree.every((id) => {
      const node = goals.get(id);
      return node !== undefined && isOld(node);
    });
    return isWhole ? tree : [];
  });
}

/**
 * Plans moving goals that were closed long ago to the archive, and moving back those that are needed again. Two kinds are needed: a goal
 * that another branch edited or deleted while it was archived here, which is in both files after the merge, and a goal that got a new
 * goal below it.
 */
export function planArchive(snapshot: Snapshot, files: ArchiveFiles, days: number): ArchivePlan {
  const archived = archivableGoals(snapshot, days).filter((id) => files.goals.records.has(id));
  return planMoves(files, archived, neededGoals(files, new Set(archived)));
}

/** Plans bringing goals back from the archive, each with the whole tree it was archived in. */
export function planRestore(files: ArchiveFiles, ids: readonly string[]): ArchivePlan {
  return planMoves(files, [], wholeTrees(files.archive, ids));
}

/** Returns those of the goals that the document holds, with all goals above and below them. */
function wholeTrees({ records }: GoalDocument, ids: readonly string[]): string[] {
  const tree = new Set(ids.filter((id) => records.has(id)));
  const children = groupedBy(records.keys(), (id) => textMember(records.get(id), 'parent'));
  for (const id of tree) {
    const parent = textMember(records.get(id), 'parent');
    for (const each of [parent, ...(children.get(id) ?? [])]) {
      if (each !== undefined && records.has(each)) tree.add(each);
    }
  }
  return [...tree];
}

/** Returns the archived goals that are also in the shared file or have a child there, with their trees. */
function neededGoals({ goals, archive }: ArchiveFiles, leaving: ReadonlySet<string>): string[] {
  const named = [...goals.records].flatMap(([id, record]) => {
    if (leaving.has(id)) return [];
    const isDeleted = isObject(record) && member(record, 'deleted') === true;
    return [id, isDeleted ? undefined : textMember(record, 'parent')];
  });
  return wholeTrees(
    archive,
    named.filter((id) => id !== undefined),
  ).filter((id) => !leaving.has(id));
}

function planMoves(files: ArchiveFiles, archived: readonly string[], restored: readonly string[]): ArchivePlan {
  const out = moves(files.goals, archived);
  const back = moves(files.archive, restored);
  const steps: ArchiveStep[] = [
    { file: 'archive', changes: out.arrive },
    { file: 'goals', changes: [...out.leave, ...back.arrive] },
    { file: 'archive', changes: back.leave },
  ];
  return {
    archived,
    restored: restored.filter((id) => GOAL_ID.test(id)),
    steps: steps.filter(({ changes }) => changes.length > 0),
  };
}

/** Returns the changes that move goals and every other record that names one of them as its goal, such as a check-in. */
function moves({ records }: GoalDocument, ids: readonly string[]): { arrive: Change[]; leave: Change[] } {
  const goals = new Set(ids);
  const moved = [...records].filter(([id, record]) => goals.has(id) || goals.has(textMember(record, 'goal') ?? ''));
  return {
    arrive: moved.map(([id, record]) => ({ type: 'put', id, record })),
    leave: moved.map(([id, record]) => ({ type: 'remove', id, record })),
  };
}
