import { amendmentKind } from '../model/amendment';
import type { Goal } from '../model/goalView';
import type { Aliases } from '../model/onePerson';
import { personOf } from '../model/onePerson';
import { signatureKind } from '../model/signature';
import { termsKind } from '../model/terms';
import type { Hash } from '../ports/ports';
import { groupedBy } from '../snapshot/groupedBy';
import type { Provenance } from '../snapshot/provenance';
import type { SignatureNode } from '../snapshot/signatureStanding';
import { isCounted } from '../snapshot/signatureStanding';
import type { Lost, Spoken } from './partyAnswers';
import { giverOf, lostWords, partyOf, signerOf, spokenBy } from './partyAnswers';
import { keptTerms, termsId, termsOf, termValues } from './pactTerms';
import { termsInForce } from './termsInForce';
import type { Pact, PactGap, PactState, Party, Terms } from '../snapshot/pactView';
import { isOf, ofKind } from '../snapshot/recordNode';
import type { RecordNode } from '../snapshot/snapshot';

/** Mean confidence, 1 to 5, below which people do not believe in what they sign. */
const DOUBT = 3;

export interface PactSource {
  readonly goals: Iterable<Goal>;
  readonly records: ReadonlyMap<string, RecordNode>;
  readonly recordsByGoal: ReadonlyMap<string, readonly RecordNode[]>;
  /** Signatures that were taken back. */
  readonly withdrawn: readonly SignatureNode[];
  /** Provenance by id of the record; tells which signatures count. */
  readonly provenance: ReadonlyMap<string, Provenance>;
  readonly aliases: Aliases;
}

/** Returns every pact among the goals, by id. */
export function readPacts(
  { goals, records, recordsByGoal, withdrawn, provenance, aliases }: PactSource,
  hash: Hash,
): ReadonlyMap<string, Pact> {
  const all = [...goals];
  const commitments = groupedBy(all, ({ kind, parent }) => (kind === 'commitment' ? parent : undefined));
  const termsNamed = termsReader(records, hash);
  const pacts = all.filter(({ kind }) => kind === 'pact');
  const lost = groupedBy(lostWords({ provenance, records }), ({ goal }) => goal);
  const own = withdrawn.filter((node) => giverOf(node) === signerOf(node) && isCounted(provenance.get(node.id)));
  const withdrawals = groupedBy(own, ({ goal }) => goal);
  return new Map(
    pacts.map((goal) => {
      const below = recordsByGoal.get(goal.id) ?? [];
      const takenBack = new Set(withdrawals.get(goal.id)?.flatMap((node) => giverOf(node) ?? []));
      const facts = { termsNamed, hash, provenance, aliases, lost: lost.get(goal.id) ?? [], takenBack };
      return [goal.id, readPact(goal, commitments.get(goal.id) ?? [], below, facts)];
    }),
  );
}

/** Facts that reading a pact needs beyond the records below it. */
interface PactFacts extends Pick<PactSource, 'provenance' | 'aliases'> {
  /** Returns the kept terms with that hash. */
  readonly termsNamed: (hash: string) => Terms | undefined;
  readonly hash: Hash;
  /** Lost words about this pact. */
  readonly lost: readonly Lost[];
  /** People who took back a signature of their own. */
  readonly takenBack: ReadonlySet<string>;
}

function readPact(
  goal: Goal,
  commitments: readonly Goal[],
  below: readonly RecordNode[],
  { termsNamed, hash, provenance, aliases, lost, takenBack }: PactFacts,
): Pact {
  const terms = termsOf({ pact: termValues(goal), commitments, records: below }, hash);
  const signatures = groupedBy(ofKind(below, signatureKind), signerOf);
  const isValid = ({ id }: SignatureNode): boolean => isCounted(provenance.get(id));
  const spokenOf = (person: string): Spoken => {
    const answers = {
      signatures: signatures.get(person) ?? [],
      lost: lost.filter(({ party }) => party === person),
      isTakenBack: takenBack.has(person),
    };
    return spokenBy(person, answers, isValid);
  };
  const parties = partiesOf(goal, commitments).map((person) => partyOf(spokenOf(person), terms));
  const confidence = meanConfidence(parties);
  const earlier = earlierTerms(goal, below, termsNamed);
  const inForce = isSignedByAll(parties) ? terms : termsInForce(earlier.values(), spokenOf);
  return {
    id: goal.id,
    state: stateOf(goal, parties, inForce),
    terms,
    inForce,
    amendment: amendmentTo(terms, below),
    parties: joinedParties(parties, aliases),
    commitments: commitments.map(({ id }) => id),
    missing: gapsOf(goal, commitments),
    confidence,
    isDoubted: confidence !== undefined && confidence < DOUBT,
    earlier,
  };
}

/** Returns who changed the terms to what they are, and what they were before; undefined if no change note says so. */
function amendmentTo({ hash }: Terms, below: readonly RecordNode[]): Pact['amendment'] {
  const node = ofKind(below, amendmentKind).findLast(({ values }) => values.after === hash);
  return node && { by: node.author, before: node.values.before };
}

function isSignedByAll(parties: readonly Party[]): boolean {
  return parties.length > 0 && parties.every(({ state }) => state === 'signed');
}

/** Returns the addresses that the terms name: what .mailmap joins is still asked for each, since anybody may write that file. */
function partiesOf({ written }: Goal, commitments: readonly Goal[]): string[] {
  const named = [written.owner, written.sponsor, ...commitments.map((each) => each.written.owner)];
  return [...new Set(named.flatMap((person) => person?.toLowerCase() ?? []))].sort();
}

/** Returns each person once, as somebody who has to sign as long as that is so for one of their addresses. */
function joinedParties(parties: readonly Party[], aliases: Aliases): readonly Party[] {
  const byPerson = groupedBy(parties, ({ person }) => personOf(person, aliases));
  return [...byPerson].flatMap(([person, those]) => {
    const open = those.filter(({ state }) => state !== 'signed');
    const [party] = [...open, ...those];
    return party ? [{ ...party, person, addresses: (open.length > 0 ? open : those).map((each) => each.person) }] : [];
  });
}

function stateOf({ status, more }: Goal, parties: readonly Party[], inForce: Terms | undefined): PactState {
  switch (status) {
    case 'done':
      return 'kept';
    case 'missed':
    case 'dropped':
    case 'paused':
      return status;
    case 'open':
    case 'proposed': {
      if (status === 'open' && more.terms === undefined) return 'draft';
      if (isSignedByAll(parties)) return 'active';
      if (inForce) return 'amended';
      return parties.some(({ state }) => state === 'lapsed') ? 'lapsed' : 'proposed';
    }
  }
}

function gapsOf({ due, more }: Goal, commitments: readonly Goal[]): PactGap[] {
  const isThere: Record<PactGap, boolean> = {
    why: hasText(more.why),
    measure: hasText(more.measure) || hasText(more.unit),
    target: more.target !== undefined,
    due: due !== undefined,
    commitments: commitments.length > 0,
  };
  return (Object.keys(isThere) as PactGap[]).filter((gap) => !isThere[gap]);
}

function hasText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

function meanConfidence(parties: readonly Party[]): number | undefined {
  const given = parties.flatMap(({ state, signature }) => (state === 'signed' ? (signature?.confidence ?? []) : []));
  return given.length === 0 ? undefined : given.reduce((sum, each) => sum + each, 0) / given.length;
}

function earlierTerms(
  { more }: Goal,
  below: readonly RecordNode[],
  termsNamed: PactFacts['termsNamed'],
): ReadonlyMap<string, Terms> {
  const signed = ofKind(below, signatureKind).map(({ values }) => values.terms);
  const amended = ofKind(below, amendmentKind).flatMap(({ values }) => [values.before, values.after]);
  const hashes = new Set([more.terms, ...signed, ...amended].filter((name) => name !== undefined));
  return new Map([...hashes].flatMap((name) => [termsNamed(name)].flatMap((kept) => (kept ? [[name, kept]] : []))));
}

/** Makes a reader of kept terms by their hash. Many pacts may name the same long terms, so they are read and verified once. */
function termsReader(records: PactSource['records'], hash: Hash): PactFacts['termsNamed'] {
  const known = new Map<RecordNode, Terms | undefined>();
  return (name) => {
    const node = records.get(termsId(name) ?? '');
    if (!isOf(node, termsKind)) return undefined;
    if (!known.has(node)) known.set(node, keptTerms(node, hash));
    const kept = known.get(node);
    // Two hashes may share the beginning that makes the id.
    return kept?.hash === name ? kept : undefined;
  };
}

/**
 * Returns the terms to compare with the present ones: those that this person signed or declined last; for somebody who has not answered,
 * those before the last change. Undefined if they are the present ones, or nobody knows them any more.
 */
export function termsBefore(
  { earlier, parties, terms, amendment }: Pact,
  goal: Goal,
  me: string | undefined,
): Terms | undefined {
  const answered = parties.find(({ person }) => person === me)?.answered;
  const named = answered ?? amendment?.before ?? goal.more.terms;
  return named === undefined || named === terms.hash ? undefined : earlier.get(named);
}
