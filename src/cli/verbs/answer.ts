import { relationKind } from '../../core/model/relation';
import { feedbackKind } from '../../core/model/feedback';
import type { Kind } from '../../core/model/kind';
import { pactKind } from '../../core/model/pact';
import { resourceKind } from '../../core/model/resource';
import { planAccept, planDeclineGoal } from '../../core/records/answerGoal';
import { awaitsAnswer, recordLine } from '../../core/snapshot/recordNode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { waitingOnMe } from '../../core/team/waiting';
import { oneLine } from '../../core/text/safeText';
import { systemRandom } from '../../store/nodePorts';
import { kindVerb } from '../kinds/kindVerb';
import { savePlan } from '../kinds/openKind';
import type { Named } from '../place/findGoal';
import { goalNames, idsNamed, onlyId } from '../place/findGoal';
import { findNode, readSnapshot } from '../place/readSnapshot';
import type { VerbPlace } from '../place/verbPlace';
import { openVerbPlace } from '../place/verbPlace';
import { oneWord, parseArguments } from '../terminal/arguments';
import { Failure } from '../terminal/failure';
import type { Context, ExitCode, Verb } from '../terminal/verb';
import { confirmVerb } from './confirm';

const TEXT = { type: 'string' } as const;
const YES = { type: 'boolean', short: 'y' } as const;
/** Kinds whose records ask somebody for a yes or no, and the action that says yes. */
const ASKING: ReadonlyMap<Kind, string> = new Map<Kind, string>([
  [feedbackKind, 'accept'],
  [relationKind, 'accept'],
  [resourceKind, 'grant'],
]);

export const acceptVerb: Verb = {
  usage: 'accept ID [--confidence 1-5] [--note TEXT] [--yes]',
  help: `Says yes to whatever asks: takes on a goal that others made for you, signs a pact, makes the edit that a suggestion asks for, agrees
to serve, grants a resource, confirms that a goal is done. ID is that of the goal or of the entry, or a part of the title; of a goal with
one open question, the goal is enough.

  --confidence 1-5, --note TEXT   for a pact, as for sign
  --yes                           also a suggestion that makes others sign again, unasked`,
  async run(args, context) {
    const { values: said, positionals } = parseArguments(args, { confidence: TEXT, note: TEXT, yes: YES });
    const { yes, ...values } = said;
    const word = oneWord(positionals, 'ID');
    const place = await openVerbPlace(context);
    const snapshot = await readSnapshot(place, { me: true });
    const id = askingId(word, snapshot);
    const kind = askingKind(id, snapshot);
    const unasked = yes && kind === feedbackKind ? ['--yes'] : [];
    if (kind) return runAction(kind, [ASKING.get(kind) ?? 'accept', id, ...unasked], context);
    const node = findNode(id, snapshot, place);
    if (node.goal.kind === 'pact') return runAction(pactKind, ['sign', id, ...optionsOf(values)], context);
    if (node.goal.status === 'done') return confirmVerb.run([id], context);
    await savePlan(planAccept(node, snapshot), place);
    context.terminal.print(`${id} accepted: ${oneLine(node.goal.title, 1000)}`);
    return 0;
  },
};

export const declineVerb: Verb = {
  usage: 'decline ID --reason TEXT',
  help: `Says no to whatever asks, and why: a goal that others made for you is dropped with a change note, a pact stays unsigned by you, a
suggestion, a request to serve or a resource is declined. ID is as for accept.`,
  async run(args, context) {
    const { values, positionals } = parseArguments(args, { reason: TEXT });
    const word = oneWord(positionals, 'ID');
    const place = await openVerbPlace(context);
    const snapshot = await readSnapshot(place, { me: true });
    const id = askingId(word, snapshot);
    const kind = askingKind(id, snapshot);
    // A resource is declined in one word.
    const reason = kind === resourceKind ? [] : optionsOf(values);
    if (kind) return runAction(kind, ['decline', id, ...reason], context);
    const node = findNode(id, snapshot, place);
    if (node.goal.kind === 'pact') return runAction(pactKind, ['decline', id, ...reason], context);
    return declineGoal(node, values.reason ?? '', snapshot, place, context);
  },
};

async function declineGoal(
  node: GoalNode,
  reason: string,
  snapshot: Snapshot,
  place: VerbPlace,
  { terminal }: Context,
): Promise<ExitCode> {
  const { id, title, status } = node.goal;
  if (status === 'done') {
    throw new Failure(
      `"${oneLine(title, 40)}" is done; if it is not, microgoals reopen ${id} and say what is missing.`,
    );
  }
  await savePlan(planDeclineGoal(node, reason, snapshot, systemRandom), place);
  terminal.print(`${id} declined: ${oneLine(title, 1000)}`);
  return 0;
}

/**
 * Returns the id of the goal or record that a word names among those that may ask something; what waits for this person comes first.
 * @throws UsageError if several are meant, NotFound if none is.
 */
function askingId(word: string, snapshot: Snapshot): string {
  const waiting = new Set(waitingOnMe(snapshot).map(({ goal, record }) => record ?? goal));
  const names = askingNames(snapshot);
  const found = [...new Set([...names.keys()].map((id) => id.charAt(0)))].flatMap((letter) =>
    idsNamed(word, names, letter),
  );
  const mine = found.filter((id) => waiting.has(id));
  const below = recordsBelow(found, snapshot).filter((id) => waiting.has(id));
  const meant = [mine, below, found].find((ids) => ids.length > 0) ?? [];
  return onlyId(word, [...new Set(meant)], names, 'goal or entry');
}

function askingNames(snapshot: Snapshot): Named {
  const records = [...snapshot.records.values()].filter(({ kind }) => ASKING.has(kind));
  const lines = records.map(
    (node) => [node.id, { title: recordLine(node, snapshot), isClosed: !awaitsAnswer(node) }] as const,
  );
  return new Map([...goalNames(snapshot.goals), ...lines]);
}

/** Returns the open questions of goals. */
function recordsBelow(goals: readonly string[], { recordsByGoal }: Snapshot): string[] {
  const records = goals.flatMap((id) => recordsByGoal.get(id) ?? []);
  return records.filter((node) => ASKING.has(node.kind) && awaitsAnswer(node)).map(({ id }) => id);
}

function askingKind(id: string, { records }: Snapshot): Kind | undefined {
  const kind = records.get(id)?.kind;
  return kind && ASKING.has(kind) ? kind : undefined;
}

function runAction(kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  return kindVerb(kind).run(args, context);
}

function optionsOf(values: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
}
