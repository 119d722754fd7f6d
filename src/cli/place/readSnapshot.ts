import { readSpace } from '../../core/space/goalSpace';
import type { GoalNode, Snapshot, SourceReading } from '../../core/snapshot/snapshot';
import { presentCalendar } from '../../store/nodePorts';
import { describeUnreadable } from '../texts/describeUnreadable';
import { Failure } from '../terminal/failure';
import { endWorkThatIsOver } from './endWork';
import { findId, goalNames } from './findGoal';
import type { VerbPlace, Wanted } from './verbPlace';
import { spaceOf } from './verbPlace';

export async function readSnapshot(place: VerbPlace, wanted: Wanted): Promise<Snapshot> {
  const snapshot = await readSpace(spaceOf(place, wanted), presentCalendar());
  return wanted.active && wanted.commits ? endWorkThatIsOver(snapshot, place) : snapshot;
}

/** Returns one sentence for each file that cannot be read. */
export function unreadableFiles(sources: readonly SourceReading[], { root }: VerbPlace): string[] {
  return sources.flatMap(({ path, reading }) =>
    reading.state === 'broken' ? [describeUnreadable(path, reading.problems[0], root)] : [],
  );
}

/** Finds a goal as `findGoal` does, with everything that the rules say about it. */
export function findNode(text: string, snapshot: Snapshot, place: VerbPlace): GoalNode {
  try {
    const node = snapshot.goals.get(findId(text, goalNames(snapshot.goals)));
    if (node) return node;
  } catch (error) {
    const [first] = unreadableFiles(snapshot.sources, place);
    if (first !== undefined && error instanceof Failure) throw new Failure(first);
    throw error;
  }
  throw new Failure(`${text} is gone.`);
}
