import type { Kind } from '../../core/model/kind';
import { planEdit } from '../../core/records/planRecord';
import type { RecordValues } from '../../core/changes/recordActions';
import { recordLine } from '../../core/snapshot/recordNode';
import { oneLine } from '../../core/text/safeText';
import { oneWord, parseArguments } from '../terminal/arguments';
import type { Context, ExitCode } from '../terminal/verb';
import { findRecord, openKind, savePlan } from './openKind';

/**
 * What one word says of a record, e.g. that it was reached.
 * @param answer the fields it sets; @param word what is printed.
 */
export function answerAction(
  answer: (calendar: { readonly today: string }) => RecordValues,
  word: string,
): (kind: Kind, args: readonly string[], context: Context) => Promise<ExitCode> {
  return async (kind, args, context) => {
    const id = oneWord(parseArguments(args, {}).positionals, 'ID');
    const { place, snapshot } = await openKind(context);
    const node = findRecord(id, kind, snapshot);
    await savePlan(planEdit(node, answer(snapshot.calendar), snapshot), place);
    context.terminal.print(`${node.id} ${word}: ${oneLine(recordLine(node), 200)}`);
    return 0;
  };
}
