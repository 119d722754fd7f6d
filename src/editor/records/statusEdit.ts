import type { Change } from '../../core/document/change';
import type { GoalStatus } from '../../core/model/goal';
import { statusRefusal } from '../../core/goals/acceptance';
import { setStatus } from '../../core/changes/goalActions';
import { statusChanges } from '../../core/goals/nextOccurrence';
import { documentAt } from '../../core/snapshot/recordNode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { systemHash } from '../../store/nodePorts';
import { PlainError } from '../service/commandBoundary';
import { refusalWords } from '../texts/declaredWord';
import { plain } from '../texts/words';

/**
 * What the word of the person at the keyboard on how a goal stands writes.
 * @param node `source` is empty for a goal that only another branch has.
 * @throws PlainError for a commitment of somebody else.
 */
export function statusEdit(
  { goal, source }: Pick<GoalNode, 'goal' | 'source'>,
  status: GoalStatus,
  snapshot: Snapshot,
): readonly Change[] {
  const refusal = statusRefusal(goal, snapshot.me);
  if (refusal) throw new PlainError(plain(refusalWords(refusal)));
  const { today } = snapshot.calendar;
  const document = documentAt(snapshot, source);
  return document ? statusChanges({ id: goal.id, status, document, today }, systemHash) : [setStatus(goal.id, status)];
}
