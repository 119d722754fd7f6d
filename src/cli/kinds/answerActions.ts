import type { Fields } from '../../core/model/field';
import type { Answer, Kind } from '../../core/model/kind';
import { planEdit } from '../../core/records/planRecord';
import { recordLine } from '../../core/snapshot/recordNode';
import { oneLine } from '../../core/text/safeText';
import { oneWord, parseArguments } from '../terminal/arguments';
import type { Context, ExitCode } from '../terminal/verb';
import { findRecord, openKind, savePlan } from './openKind';

/** Returns the action that gives a record one of the answers that its kind declares. */
export function answerAction(
  answer: Answer<Fields>,
): (kind: Kind, args: readonly string[], context: Context) => Promise<ExitCode> {
  return async (kind, args, context) => {
    const id = oneWord(parseArguments(args, {}).positionals, 'ID');
    const { place, snapshot } = await openKind(context);
    const node = findRecord(id, kind, snapshot);
    await savePlan(planEdit(node, answer.values(snapshot.calendar.today), snapshot), place);
    context.terminal.print(`${node.id} ${answer.said}: ${oneLine(recordLine(node, snapshot), 200)}`);
    return 0;
  };
}
