import type { Goal } from '../model/goalView';
import { signatureKind } from '../model/signature';
import { termsKind } from '../model/terms';
import type { Hash } from '../ports';
import type { Provenance } from './provenance';
import { keptTerms, termsId, termsOf, termValues } from './pactTerms';
import type { Pact, PactGap, PactSignature, PactState, Party, Terms } from './pactView';
import type { RecordNode } from './snapshot';

/** Below it people do not believe in what they sign. */
const DOUBT = 3;

export interface PactSource {
  readonly goals: Iterable<Goal>;
  readonly records: ReadonlyMap<string, RecordNode>;
  readonly recordsByGoal: ReadonlyMap<string, readonly RecordNode[]>;
  /** By id of a record; a signature that history contradicts never counts. */
  readonly provenance: ReadonlyMap<string, Provenance>;
}

/** Every pact among the goals, by id. */
export function readPacts(source: PactSource, hash: Hash): ReadonlyMap<string, Pact> {
  const pacts: Goal[] = [];
  const commitments: Goal[] = [];
  for (const goal of source.goals) {
    if (goal.kind === 'pact') pacts.push(goal);
    else if (goal.kind === 'commitment') commitments.push(goal);
  }
  return new Map(
    pacts.map((goal) => {
      const below = commitments.filter(({ parent }) => parent === goal.id);
      return [goal.id, readPact(goal, below, source, hash)];
    }),
  );
}

function readPact(
  goal: Goal,
  commitments: readonly Goal[],
  { records, recordsByGoal, provenance }: PactSource,
  hash: Hash,
): Pact {
  const below = recordsByGoal.get(goal.id) ?? [];
  const terms = termsOf({ pact: termValues(goal), commitments, records: below }, hash);
  const written = below.filter(({ kind }) => kind === signatureKind);
  const isRefuted = ({ id }: RecordNode): boolean => provenance.get(id)?.state === 'contradicted';
  const signatures = { valid: written.filter((node) => !isRefuted(node)), refuted: written.filter(isRefuted) };
  const parties = partiesOf(goal, commitments).map((person) => partyOf(person, signatures, terms));
  const confidence = meanConfidence(parties);
  return {
    id: goal.id,
    state: stateOf(goal, parties),
    terms,
    parties,
    commitments: commitments.map(({ id }) => id),
    missing: gapsOf(goal, commitments),
    confidence,
    isDoubted: confidence !== undefined && confidence < DOUBT,
    earlier: earlierTerms(goal, below, records, hash),
  };
}

function partiesOf({ owner, more }: Goal, commitments: readonly Goal[]): string[] {
  const named = [owner, more.sponsor?.toLowerCase(), ...commitments.map((each) => each.owner)];
  return [...new Set(named.filter((person) => person !== undefined))].sort();
}

interface Signatures {
  /** The oldest first, as the others. */
  readonly valid: readonly RecordNode[];
  readonly refuted: readonly RecordNode[];
}

/**
 * What a person said last of the present terms holds, also that they decline; what somebody signed for them only while they say
 * nothing themselves.
 */
function partyOf(person: string, { valid, refuted }: Signatures, { hash }: Terms): Party {
  const isTheirs = (node: RecordNode): boolean => signerOf(node) === person;
  const own = valid.filter(isTheirs);
  const answers = own.filter(({ values }) => values['terms'] === hash);
  const present = answers.findLast(({ author }) => author === person) ?? answers.at(-1);
  const forged = refuted.findLast(isTheirs)?.id;
  if (present)
    return { person, state: declines(present) ? 'declined' : 'signed', signature: signatureOf(present), forged };
  const earlier = own.findLast((node) => typeof node.values['terms'] === 'string' && !declines(node));
  return { person, state: earlier ? 'lapsed' : 'missing', signature: earlier && signatureOf(earlier), forged };
}

function signatureOf({ id, author, values, created }: RecordNode): PactSignature {
  const { terms, confidence, note } = values;
  return {
    id,
    by: author,
    terms: typeof terms === 'string' ? terms : '',
    confidence: typeof confidence === 'number' ? confidence : undefined,
    note: typeof note === 'string' ? note : undefined,
    created,
  };
}

/** Whom a signature binds: the person it was given for, else the one who gave it. */
export function signerOf({ author, values }: RecordNode): string | undefined {
  return typeof values['for'] === 'string' ? values['for'].toLowerCase() : author;
}

export function declines({ values }: RecordNode): boolean {
  return values['declines'] === true;
}

function stateOf({ status, more }: Goal, parties: readonly Party[]): PactState {
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
      if (parties.length > 0 && parties.every(({ state }) => state === 'signed')) return 'active';
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
  records: PactSource['records'],
  hash: Hash,
): ReadonlyMap<string, Terms> {
  const named = [more.terms, ...below.flatMap(({ values }) => [values['terms'], values['before'], values['after']])];
  const hashes = new Set(named.filter((name) => typeof name === 'string'));
  return new Map(
    [...hashes].flatMap((name) => {
      const node = records.get(termsId(name) ?? '');
      const kept = node?.kind === termsKind ? keptTerms(node, hash) : undefined;
      // Two hashes may share the beginning that makes the id.
      return kept?.hash === name ? [[name, kept] as const] : [];
    }),
  );
}

/** The terms that the difference begins with: those a person signed last, else those that were proposed last before the present ones. */
export function termsBefore({ earlier, parties, terms }: Pact, goal: Goal, me: string | undefined): Terms | undefined {
  const signed = parties.find(({ person }) => person === me)?.signature?.terms;
  const named = signed !== undefined && signed !== terms.hash ? signed : goal.more.terms;
  return named === undefined || named === terms.hash ? undefined : earlier.get(named);
}
