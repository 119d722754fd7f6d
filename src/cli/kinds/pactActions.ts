import { commitsHere } from '../../app/placeFacts';
import { amendmentKind } from '../../core/model/amendment';
import type { Kind } from '../../core/model/kind';
import { signatureKind } from '../../core/model/signature';
import { contributorsOf } from '../../core/commits/contributors';
import { membersWithoutSkill } from '../../core/growth/membersWithoutSkill';
import type { PactEnd } from '../../core/pacts/closePact';
import { planClose } from '../../core/pacts/closePact';
import { amendedTerms, planAmend, planDecline, planPropose, planSign } from '../../core/pacts/pactPlans';
import { awaitedParties } from '../../core/pacts/pactWaiting';
import type { Pact } from '../../core/snapshot/pactView';
import type { RecordPlan } from '../../core/records/planRecord';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { systemHash, systemRandom } from '../../store/nodePorts';
import { doubtText } from '../texts/doubtText';
import { ownerName } from '../texts/goalTexts';
import { atMostOne, oneWord, parseArguments } from '../terminal/arguments';
import { Failure, UsageError } from '../terminal/failure';
import { mayGoOn, paint } from '../terminal/terminal';
import { pactWords, printChanges, printDifference, printPact, printTerms, wayOn } from '../texts/pactTexts';
import { readFieldValue } from '../terminal/readFieldValue';
import { findNode } from '../place/readSnapshot';
import type { Wanted } from '../place/verbPlace';
import type { Context, ExitCode } from '../terminal/verb';
import { fieldFlags, readFlags } from './fieldFlags';
import type { OpenedKind } from './openKind';
import { openKind, savePlan } from './openKind';

const TEXT = { type: 'string' } as const;

interface FoundPact extends OpenedKind {
  readonly node: GoalNode;
  readonly pact: Pact;
}

export async function proposePact(_kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const found = await findPact(parseArguments(args, {}).positionals, context);
  const code = await save(planPropose(found.node, found.snapshot), found, context);
  for (const line of wayOn(found.pact)) context.terminal.print(paint('dim', line));
  return code;
}

export async function signPact(_kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const options = { confidence: TEXT, note: TEXT, for: TEXT } as const;
  const { values, positionals } = parseArguments(args, options);
  const found = await findPact(positionals, context);
  const { node, pact, snapshot, fields } = found;
  const read = async (name: keyof typeof options): Promise<unknown> =>
    values[name] === undefined
      ? undefined
      : readFieldValue(name, signatureKind.fields[name], values[name] ?? '', fields);
  const [confidence, note, person] = [await read('confidence'), await read('note'), await read('for')];
  const other = typeof person === 'string' ? person.toLowerCase() : undefined;
  const plan = planSign(
    node,
    {
      confidence: typeof confidence === 'number' ? confidence : undefined,
      note: typeof note === 'string' ? note : undefined,
      for: other,
      isHeld: other === undefined ? undefined : await commitsHere(other, found.place),
    },
    snapshot,
    systemRandom,
  );
  if (!('problem' in plan)) {
    printDifference(pact, node, snapshot, context.terminal, 'What changed:');
    context.terminal.print(`The terms of "${oneLine(node.goal.title, 1000)}":`);
    printTerms(pact, snapshot, context.terminal);
    if (context.terminal.interactive && !(await mayGoOn('Sign them?', context.terminal))) return 0;
  }
  const code = await save(plan, found, context);
  if (other !== undefined) await sayIfHeld(other, found, context);
  return code;
}

/** Says that a signature waits for the person it was given for, where it does. */
async function sayIfHeld(person: string, { node }: FoundPact, context: Context): Promise<void> {
  const { snapshot } = await openKind(context);
  const party = snapshot.pacts.get(node.goal.id)?.parties.find((each) => each.person === person);
  if (party?.state === 'signed' || party?.uncounted === undefined) return;
  context.terminal.print(`${ownerName(person, snapshot)} commits here: it does not count until they sign themselves.`);
}

export async function amendPact(kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const notes = { note: TEXT, affects: TEXT, from: TEXT } as const;
  const { values, positionals } = parseArguments(args, { ...fieldFlags(kind), ...notes });
  const found = await findPact(positionals, context);
  const given: Readonly<Record<string, unknown>> = values;
  const text = async (name: keyof typeof notes): Promise<string | undefined> => {
    const { [name]: said } = given;
    const read =
      typeof said === 'string' ? await readFieldValue(name, amendmentKind.fields[name], said, found.fields) : undefined;
    return typeof read === 'string' ? read : undefined;
  };
  const amendment = {
    note: (await text('note')) ?? '',
    affects: await text('affects'),
    from: await text('from'),
    values: await readFlags(kind, values, found.fields),
  };
  const plan = planAmend(found.node, amendment, found.snapshot, { hash: systemHash, random: systemRandom });
  const terms = amendedTerms(found.node, amendment.values, found.snapshot, systemHash);
  const code = await save(plan, found, context);
  if (terms) printChanges(terms.before, terms.after, found.snapshot, context.terminal);
  return code;
}

export async function declinePact(_kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { reason: TEXT });
  const found = await findPact(positionals, context);
  return save(planDecline(found.node, values.reason ?? '', found.snapshot, systemRandom), found, context);
}

export async function closePact(_kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const flags = { kept: { type: 'boolean' }, missed: { type: 'boolean' }, dropped: { type: 'boolean' } } as const;
  const { values, positionals } = parseArguments(args, { ...flags, learned: TEXT, reason: TEXT });
  const state = atMostOne(values, 'kept', 'missed', 'dropped');
  if (state === undefined)
    throw new UsageError('How did it end? --kept [--reason TEXT], --missed --learned TEXT or --dropped --reason TEXT');
  const found = await findPact(positionals, context);
  const ends: Readonly<Record<typeof state, PactEnd>> = {
    kept: { state: 'kept', reason: values.reason },
    missed: { state: 'missed', learned: values.learned ?? '' },
    dropped: { state: 'dropped', reason: values.reason ?? '' },
  };
  const plan = planClose(found.node, ends[state], found.snapshot, systemRandom);
  return save(plan, found, context);
}

export async function pactStatus(_kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  const { node, pact, snapshot } = await findPact(positionals, context, { commits: true });
  if (values.json) context.terminal.printJson(pactJson(pact, node, snapshot));
  else printPact(pact, node, snapshot, context.terminal);
  return 0;
}

export async function pactDifference(_kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { node, pact, snapshot } = await findPact(parseArguments(args, {}).positionals, context);
  if (!printDifference(pact, node, snapshot, context.terminal))
    context.terminal.print('The terms are the ones that were proposed, or that you signed or declined last.');
  return 0;
}

async function findPact(words: readonly string[], context: Context, wanted: Wanted = {}): Promise<FoundPact> {
  const word = oneWord(words, 'ID');
  const kind = await openKind(context, wanted);
  const node = findNode(word, kind.snapshot, kind.place);
  const pact = kind.snapshot.pacts.get(node.goal.id);
  if (!pact) throw new Failure(`"${oneLine(node.goal.title, 100)}" is no pact.`);
  return { ...kind, node, pact };
}

/** Writes a plan, then reads the pact anew and prints its state. */
async function save(plan: RecordPlan, { place, node }: FoundPact, context: Context): Promise<ExitCode> {
  await savePlan(plan, place);
  const { snapshot } = await openKind(context);
  const pact = snapshot.pacts.get(node.goal.id);
  const title = oneLine(snapshot.goals.get(node.goal.id)?.goal.title ?? node.goal.title, 1000);
  const words = pact ? pactWords(pact, snapshot).join(' · ') : 'gone';
  context.terminal.print(`${node.goal.id} ${words}: ${title}`);
  return 0;
}

function pactJson(pact: Pact, node: GoalNode, snapshot: Snapshot): object {
  const { goal } = node;
  return {
    id: pact.id,
    title: goal.title,
    why: goal.more.why ?? null,
    state: pact.state,
    terms: pact.terms.hash,
    inForce: pact.inForce?.hash ?? null,
    waitsFor: awaitedParties(pact),
    proposed: goal.more.terms ?? null,
    parties: pact.parties.map(({ person, state, signature, uncounted }) => ({
      person,
      state,
      signature: signature?.id ?? null,
      by: signature?.by ?? null,
      terms: signature?.terms ?? null,
      confidence: signature?.confidence ?? null,
      note: signature?.note ?? null,
      doubt: doubtText(signature?.id ?? uncounted, snapshot) ?? null,
    })),
    commitments: pact.commitments.flatMap((id) => {
      const each = snapshot.goals.get(id)?.goal;
      return each ? [{ id, title: each.title, owner: each.owner ?? null, status: each.status }] : [];
    }),
    contributors: contributorsOf(pact.id, snapshot),
    missing: pact.missing,
    confidence: pact.confidence ?? null,
    renegotiate: pact.isDoubted,
    withoutSkillGoal: membersWithoutSkill(node, snapshot),
  };
}
