import type { Change } from '../document/change';
import { isObject, member } from '../document/json';
import { amendmentKind } from '../model/amendment';
import { pactKind } from '../model/pact';
import { personOf } from '../model/onePerson';
import { signatureKind } from '../model/signature';
import type { Hash, Random } from '../ports/ports';
import { oneLine } from '../text/safeText';
import { setField } from '../changes/goalActions';
import { STATUS_REFUSALS } from '../goals/acceptance';
import { partsTakenOn } from './proposedParts';
import { termsId, termsOf, termValues } from './pactTerms';
import type { Pact, Party, Terms } from '../snapshot/pactView';
import type { RecordPlan } from '../records/planRecord';
import { planEdit } from '../records/planRecord';
import type { RecordValues } from '../changes/recordActions';
import type { Refusal } from '../changes/refusal';
import { refusalOf } from '../changes/refusal';
import { addRecord } from '../changes/recordActions';
import { documentAt, recordsOfKind } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Reasons why a person may not propose, sign or amend a pact, in English; keys of the l10n bundle. */
export const PACT_REFUSALS = {
  noPact: '"{0}" is no pact.',
  personal: '"{0}" is personal; share it first, so that others can sign it.',
  closed: '"{0}" is closed ({1}).',
  nobody: 'Git does not know who you are; set user.email first.',
  noParties: '"{0}" has no parties: name its owner, or add the commitments of its members.',
  unproposed: '"{0}" is a draft; it is signed once it is proposed.',
  paused: '"{0}" is paused.',
  notSigner: 'Only its parties sign "{0}": the owner, the sponsor and those who have a commitment.',
  signed: '{0} has signed already.',
  declined: '{0} has declined already.',
  answersAlone: '{0} has answered before, and it no longer stands; only they can sign again.',
  noWhy: STATUS_REFUSALS.noWhy,
  changed: 'The terms changed while you read them; nothing is signed.',
  noReason: 'Say in one line why you decline.',
  draft: '"{0}" is a draft: edit it, and propose it when it is ready.',
  noNote: 'Say in one line what changes and why.',
  gone: '"{0}" is gone.',
  unchanged: 'Nothing that people sign changes in "{0}".',
} as const;

/** Returns the pact of a goal, or a refusal if there is none or nothing can be agreed about it. */
export function openPact(node: GoalNode, snapshot: Snapshot): Pact | Refusal {
  return node.scope !== 'team' && snapshot.pacts.has(node.goal.id)
    ? refusalOf(PACT_REFUSALS.personal, node.goal)
    : unclosedPact(node, snapshot);
}

/** Returns the pact of a goal, even a personal one, or a refusal if there is none or it has ended. */
export function unclosedPact({ goal }: GoalNode, snapshot: Snapshot): Pact | Refusal {
  const pact = snapshot.pacts.get(goal.id);
  if (!pact) return refusalOf(PACT_REFUSALS.noPact, goal);
  if (pact.state === 'kept' || pact.state === 'missed' || pact.state === 'dropped')
    return refusalOf(PACT_REFUSALS.closed, goal, { words: [pact.state] });
  if (snapshot.me === undefined) return { problem: PACT_REFUSALS.nobody };
  return pact;
}

/** Asks all parties to sign the terms as they stand. @param given the reason, where the pact does not have one yet */
export function planPropose(
  node: GoalNode,
  snapshot: Snapshot,
  given?: { readonly why: string; readonly hash: Hash },
): RecordPlan {
  const pact = openPact(node, snapshot);
  if ('problem' in pact) return pact;
  if (pact.parties.length === 0) return refusalOf(PACT_REFUSALS.noParties, node.goal);
  const why = given?.why.trim() ?? '';
  if (!given || why === '' || !pact.missing.includes('why'))
    return whyRefusal(node, pact) ?? planOf(node, proposal(node, pact.terms, snapshot));
  const terms = termsWith(node, pact, { why }, snapshot, given.hash);
  return planOf(node, [setField(node.goal.id, 'why', why), ...proposal(node, terms, snapshot)]);
}

/** Returns the terms of a pact as they are with these values. */
function termsWith({ goal }: GoalNode, pact: Pact, values: RecordValues, snapshot: Snapshot, hash: Hash): Terms {
  const commitments = pact.commitments.flatMap((id) => snapshot.goals.get(id)?.goal ?? []);
  const records = snapshot.recordsByGoal.get(goal.id) ?? [];
  return termsOf({ pact: { ...termValues(goal), ...values }, commitments, records }, hash);
}

export interface Signing {
  /** Hash of the terms that the person was shown; nothing else is signed. */
  readonly shown?: string | undefined;
  readonly confidence?: number | undefined;
  readonly note?: string | undefined;
  /** Address of the person for whom it is given, if they have somebody else sign. */
  readonly for?: string | undefined;
  /** False if that person does not commit here, so that the signature holds without theirs, and takes on their part. */
  readonly isHeld?: boolean | undefined;
}

/** Signs the terms as the snapshot has them; they must be the ones that were shown, by this snapshot or an earlier one. */
export function planSign(node: GoalNode, signing: Signing, snapshot: Snapshot, random: Random): RecordPlan {
  const pact = openPact(node, snapshot);
  if ('problem' in pact) return pact;
  const party = partyFor(pact, signing.for, snapshot);
  const refused =
    answerRefusal(node, pact, party) ??
    proxyRefusal(party, signing.for, snapshot) ??
    whyRefusal(node, pact) ??
    changedRefusal(pact, signing.shown);
  if (refused) return refused;
  const said = { confidence: signing.confidence, note: signing.note };
  const own = party?.state === 'signed' ? snapshot.records.get(party.signature?.id ?? '') : undefined;
  if (own && own.author === snapshot.me) {
    const given = Object.entries(said).filter(([, value]) => value !== undefined);
    return withParts(
      planEdit(own, Object.fromEntries(given), snapshot),
      node,
      partsTakenOn(pact, node, party?.person, snapshot),
    );
  }
  const isProxy = signing.for !== undefined && signing.for !== snapshot.me;
  const parts = isProxy && signing.isHeld !== false ? [] : partsTakenOn(pact, node, party?.person, snapshot);
  return withParts(planAnswer(node, pact, { party, isProxy, said }, snapshot, random), node, parts);
}

/** Adds changes to the goals in the same file to a plan. */
function withParts(plan: RecordPlan, { source }: GoalNode, parts: readonly Change[]): RecordPlan {
  return 'problem' in plan || plan.path !== source ? plan : { ...plan, changes: [...plan.changes, ...parts] };
}

/** Declines the terms: the person has read them and does not agree, and the others see why. */
export function planDecline(node: GoalNode, reason: string, snapshot: Snapshot, random: Random): RecordPlan {
  const pact = openPact(node, snapshot);
  if ('problem' in pact) return pact;
  const party = partyFor(pact, undefined, snapshot);
  const refused = answerRefusal(node, pact, party);
  if (refused) return refused;
  if (reason.trim() === '') return { problem: PACT_REFUSALS.noReason };
  return planAnswer(
    node,
    pact,
    { party, isProxy: false, said: { note: reason.trim(), declines: true } },
    snapshot,
    random,
  );
}

interface Answer {
  readonly party: Party | undefined;
  readonly isProxy: boolean;
  readonly said: RecordValues;
}

/** Answers under the addresses that the terms name, since history must find the answer under the same. */
function planAnswer(
  node: GoalNode,
  { id, terms }: Pact,
  { party, isProxy, said }: Answer,
  snapshot: Snapshot,
  random: Random,
): RecordPlan {
  const changes = (party?.addresses ?? []).map((address) => {
    const people = isProxy ? { by: snapshot.me, for: address } : { by: address };
    return addRecord(signatureKind, { goal: id, ...people, terms: terms.hash, ...said }, random).change;
  });
  return planOf(node, [...keepTerms(node, terms, snapshot), ...changes]);
}

export function partyFor({ parties }: Pact, person: string | undefined, { me, aliases }: Snapshot): Party | undefined {
  const wanted = person === undefined ? me : personOf(person, aliases);
  return parties.find((party) => party.person === wanted);
}

function answerRefusal({ goal }: GoalNode, { state }: Pact, party: Party | undefined): Refusal | undefined {
  if (state === 'draft') return refusalOf(PACT_REFUSALS.unproposed, goal);
  if (state === 'paused') return refusalOf(PACT_REFUSALS.paused, goal);
  return party ? undefined : refusalOf(PACT_REFUSALS.notSigner, goal);
}

/** Refuses to let somebody sign for a person who has answered themselves. */
function proxyRefusal(
  party: Party | undefined,
  other: string | undefined,
  { me, people }: Snapshot,
): Refusal | undefined {
  if (!party || other === undefined || other === me) return undefined;
  const about = [oneLine(people.get(party.person) ?? party.person, 100)];
  if (party.answersAlone) return { problem: PACT_REFUSALS.answersAlone, about };
  if (party.state === 'missing' || party.state === 'lapsed' || party.signature?.by !== party.person) return undefined;
  return { problem: PACT_REFUSALS[party.state], about };
}

/** Refuses a pact without a reason: people sign only if they know why. */
function whyRefusal({ goal }: GoalNode, { missing }: Pact): Refusal | undefined {
  return missing.includes('why') ? refusalOf(PACT_REFUSALS.noWhy, goal) : undefined;
}

function changedRefusal({ terms }: Pact, shown: string | undefined): Refusal | undefined {
  return shown === undefined || shown === terms.hash ? undefined : { problem: PACT_REFUSALS.changed };
}

export interface Amendment {
  readonly note: string;
  readonly affects?: string | undefined;
  /** ISO day; today unless said otherwise. */
  readonly from?: string | undefined;
  /** Fields of the pact that change; empty if commitments, resources or KPIs were changed already. */
  readonly values: RecordValues;
}

/** Changes the terms, with a note that says why; signatures of the older terms lapse. */
export function planAmend(
  node: GoalNode,
  { note, affects, from, values }: Amendment,
  snapshot: Snapshot,
  { hash, random }: { readonly hash: Hash; readonly random: Random },
): RecordPlan {
  const pact = openPact(node, snapshot);
  if ('problem' in pact) return pact;
  const { goal } = node;
  if (pact.state === 'draft') return refusalOf(PACT_REFUSALS.draft, goal);
  if (note.trim() === '') return { problem: PACT_REFUSALS.noNote };
  const record = recordsOfKind(pactKind, snapshot).find(({ id }) => id === goal.id);
  const edit = record ? planEdit(record, values, snapshot) : refusalOf(PACT_REFUSALS.gone, goal);
  if ('problem' in edit) return edit;
  const terms = termsWith(node, pact, values, snapshot, hash);
  if ((terms.value['pact'] as RecordValues)['why'] === undefined) return refusalOf(PACT_REFUSALS.noWhy, goal);
  // Where the commitments or a suggestion changed the terms already, this note is of that change.
  const before = terms.hash === pact.terms.hash ? (goal.more.terms ?? terms.hash) : pact.terms.hash;
  if (terms.hash === before) return refusalOf(PACT_REFUSALS.unchanged, goal);
  const said = { goal: goal.id, by: snapshot.me, note: note.trim(), affects, from: from ?? snapshot.calendar.today };
  const { change } = addRecord(amendmentKind, { ...said, before, after: terms.hash }, random);
  const kept = before === pact.terms.hash ? keepTerms(node, pact.terms, snapshot) : [];
  return planOf(node, [...edit.changes, ...kept, ...proposal(node, terms, snapshot), change]);
}

/** Returns what an amendment would change in the terms as they stand now; undefined where it is refused. */
export function amendedTerms(
  node: GoalNode,
  values: RecordValues,
  snapshot: Snapshot,
  hash: Hash,
): { readonly before: Terms; readonly after: Terms } | undefined {
  const pact = snapshot.pacts.get(node.goal.id);
  if (!pact) return undefined;
  const after = termsWith(node, pact, values, snapshot, hash);
  const named = after.hash === pact.terms.hash ? pact.earlier.get(node.goal.more.terms ?? '') : pact.terms;
  return named && { before: named, after };
}

function proposal(node: GoalNode, terms: Terms, snapshot: Snapshot): Change[] {
  const { id } = node.goal;
  return [...keepTerms(node, terms, snapshot), setField(id, 'terms', terms.hash), setField(id, 'status', 'proposed')];
}

/** Keeps the terms under their hash, so that later changes can be shown; repairs a record that is there but was touched. */
function keepTerms({ source }: GoalNode, { hash, text }: Terms, snapshot: Snapshot): Change[] {
  const id = termsId(hash);
  if (id === undefined) return [];
  const record = documentAt(snapshot, source)?.records.get(id);
  if (!isObject(record)) return [{ type: 'add', id, fields: { hash, text } }];
  const isDeleted = member(record, 'deleted') === true;
  return [
    setField(id, 'hash', hash),
    setField(id, 'text', text),
    ...(isDeleted ? [setField(id, 'deleted', false)] : []),
  ];
}

export function planOf({ goal, scope, source }: GoalNode, changes: readonly Change[]): RecordPlan {
  return { id: goal.id, path: source, scope, changes };
}
