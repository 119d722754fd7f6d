import { signatureKind } from '../model/signature';
import type { PactSignature, Party, Terms } from '../snapshot/pactView';
import type { LostWord, Provenance } from '../snapshot/provenance';
import { isOf } from '../snapshot/recordNode';
import type { SignatureNode } from '../snapshot/signatureStanding';
import { isCounted } from '../snapshot/signatureStanding';
import type { RecordNode } from '../snapshot/snapshot';

/** Lost word of a person, with the record that had it. */
export interface Lost extends LostWord {
  readonly record: string;
}

/** Returns the words that people lost because somebody else changed or deleted them. */
export function lostWords({
  provenance,
  records,
}: {
  readonly provenance: ReadonlyMap<string, Provenance>;
  readonly records: ReadonlyMap<string, RecordNode>;
}): Lost[] {
  return [...provenance].flatMap(([record, found]) => {
    if (isCounted(found)) return [];
    const word = found.state === 'confirmed' ? undefined : found.lost;
    if (word) return [{ ...word, record }];
    const node = records.get(record);
    // A refusal that may not be the person's own binds nobody; it is enough to ask them.
    return found.state === 'unconfirmed' && isOf(node, signatureKind) && node.values.declines ? refusalIn(node) : [];
  });
}

function refusalIn(node: SignatureNode): Lost[] {
  const { id, goal, created } = node;
  const [author, party] = [giverOf(node), signerOf(node)];
  if (author === undefined || party === undefined || goal === undefined || created === undefined) return [];
  return [{ by: author, party, goal, declines: true, created, record: id }];
}

/** Answers that bind a person, or did. */
export interface Answers {
  /** The oldest first. */
  readonly signatures: readonly SignatureNode[];
  readonly lost: readonly Lost[];
  /** True if they took back a signature of their own. */
  readonly isTakenBack: boolean;
}

/** What a person has answered to any terms of a pact, and what of it holds. */
export interface Spoken {
  readonly person: string;
  /** Their answers that hold, the oldest first. */
  readonly valid: readonly SignatureNode[];
  readonly isValid: (node: SignatureNode) => boolean;
  readonly all: readonly SignatureNode[];
  readonly hasSpoken: boolean;
  /** Their own lost word, if they have not spoken since. */
  readonly lost: Lost | undefined;
  readonly isSilent: boolean;
}

/** Returns what of a person's answers holds. If their last answer is lost, nothing takes its place. */
export function spokenBy(
  person: string,
  { signatures, lost, isTakenBack }: Answers,
  isValid: Spoken['isValid'],
): Spoken {
  const last = new Map<string | undefined, Lost>();
  for (const word of lost) if (word.created > (last.get(word.by)?.created ?? 0)) last.set(word.by, word);
  const standing = signatures.filter(
    (node) => isValid(node) && (node.created ?? 0) >= (last.get(giverOf(node))?.created ?? 0),
  );
  const hasSpoken = standing.some((node) => giverOf(node) === person);
  const isSilent = !hasSpoken && (isTakenBack || last.has(person));
  const valid = isSilent ? [] : standing;
  return { person, valid, isValid, all: signatures, hasSpoken, lost: last.get(person), isSilent };
}

/**
 * Returns the answer of a person to terms: their own last one, also a refusal; one that somebody gave for them holds only while they
 * have given none.
 */
export function answerTo(hash: string, { person, valid }: Spoken): SignatureNode | undefined {
  const answers = valid.filter(({ values }) => values.terms === hash);
  return answers.findLast((node) => giverOf(node) === person) ?? answers.at(-1);
}

/** Returns how a party stands to the present terms. */
export function partyOf(spoken: Spoken, { hash }: Terms): Party {
  const { person, valid, isValid, all, hasSpoken, lost, isSilent } = spoken;
  const present = answerTo(hash, spoken);
  // Once they have answered again, earlier answers no longer matter.
  const since = present && giverOf(present) === person ? (present.created ?? 0) : 0;
  const uncounted =
    all.findLast((node) => !isValid(node) && (node.created ?? 0) >= since)?.id ??
    (hasSpoken ? undefined : lost?.record);
  const word = valid.findLast(({ values }) => values.terms !== undefined);
  const declinedBefore = !present && word?.values.declines ? signatureOf(word) : undefined;
  const about = {
    person,
    addresses: [person],
    uncounted,
    answersAlone: isSilent,
    declinedBefore,
    answered: word?.values.terms,
  };
  if (present)
    return { ...about, state: present.values.declines ? 'declined' : 'signed', signature: signatureOf(present) };
  const earlier = valid.findLast((node) => node.values.terms !== undefined && !node.values.declines);
  return { ...about, state: earlier ? 'lapsed' : 'missing', signature: earlier && signatureOf(earlier) };
}

function signatureOf({ id, author, values, created }: SignatureNode): PactSignature {
  const { terms = '', confidence, note } = values;
  return { id, by: author, terms, confidence, note, created };
}

/** Returns the person a signature binds: the one it was given for, otherwise the one who gave it. */
export function signerOf(node: SignatureNode): string | undefined {
  return node.written.for?.toLowerCase() ?? giverOf(node);
}

/** Returns the address of whoever gave a signature, as its record has it: history knows it under that. */
export function giverOf({ written }: SignatureNode): string | undefined {
  return written.by?.toLowerCase();
}
