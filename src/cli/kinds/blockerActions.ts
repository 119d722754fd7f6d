import type { Kind } from '../../core/model/kind';
import type { Json } from '../../core/document/json';
import { blockerKind } from '../../core/model/blocker';
import { meetingKind } from '../../core/model/meeting';
import type { BlockerNode } from '../../core/followUp/blockers';
import { isOpenBlocker } from '../../core/followUp/blockers';
import { planClear, planSolving } from '../../core/records/planBlocker';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { oneWord, parseArguments } from '../terminal/arguments';
import { Failure, UsageError } from '../terminal/failure';
import { readQuickAdd } from '../place/fieldContext';
import { readFieldValue } from '../terminal/readFieldValue';
import type { Context, ExitCode } from '../terminal/verb';
import { findRecord, openKind, savePlan } from './openKind';
import { planFacts } from '../../app/planFacts';

/** Runs `microgoals blocker clear ID`. */
export async function clearBlocker(_kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { resolution: { type: 'string' } });
  const { place, snapshot } = await openKind(context);
  const node = openBlocker(oneWord(positionals, 'ID'), snapshot);
  await savePlan(planClear(node, values.resolution ?? '', snapshot), place);
  context.terminal.print(`${node.id} cleared: ${oneLine(noteOf(node), 1000)}`);
  return 0;
}

/** Runs `microgoals blocker solve ID --attendees ana,bo --action TEXT …`. */
export async function solveBlocker(_kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    attendees: { type: 'string' },
    action: { type: 'string', multiple: true },
  });
  const { place, snapshot, fields } = await openKind(context);
  const node = openBlocker(oneWord(positionals, 'ID'), snapshot);
  const attendees =
    values.attendees === undefined
      ? undefined
      : await readFieldValue('attendees', meetingKind.fields.attendees, values.attendees, fields);
  const actions = await Promise.all((values.action ?? []).map((text) => readQuickAdd(text, place)));
  if (actions.some(({ title }) => title === '')) throw new UsageError('An action needs a title besides its signs.');
  const plan = await planSolving(node, { attendees: members(attendees), actions }, snapshot, planFacts(place));
  const id = await savePlan(plan, place);
  context.terminal.print(`${id} added: ${oneLine(noteOf(node), 1000)}`);
  for (const change of 'changes' in plan ? plan.changes : []) {
    const title = change.type === 'add' ? change.fields['title'] : undefined;
    if (typeof title === 'string') context.terminal.print(`${change.id} ${oneLine(title, 1000)}`);
  }
  return 0;
}

function openBlocker(word: string, snapshot: Snapshot): BlockerNode {
  const node = findRecord(word, blockerKind, snapshot);
  if (!isOpenBlocker(node, snapshot)) throw new Failure(`${node.id} is cleared already.`);
  return node;
}

function noteOf({ values, id }: BlockerNode): string {
  return values.note ?? id;
}

function members(value: Json | undefined): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
