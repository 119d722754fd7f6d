import { signatureKind } from '../model/signature';
import type { PactSignature } from '../snapshot/pactView';
import type { Provenance } from '../snapshot/provenance';
import { isOf } from '../snapshot/recordNode';
import type { SignatureNode } from '../snapshot/signatureStanding';
import { isByProxy, isCounted, standingOf } from '../snapshot/signatureStanding';
import type { Snapshot } from '../snapshot/snapshot';
import type { FactWords } from './factText';
import type { TeamNews } from './teamNews';

/** Sentences about signatures, in English; keys of the l10n bundle. {0} is who signed, {1} the pact. */
export const SIGNATURE_TEXTS = {
  count: '{0} ({1}/{2})',
  signedFor: '{0} signed {1} for {2}',
  waits: '{0} signed {1} for {2}; it does not count until {2} signs',
  signature: 'a signature',
  refusal: 'a refusal',
  /** {3} is one of the two above. */
  forged: '{2} wrote or changed {3} of {0} under {1}; it does not count',
  landed: '{2} committed {3} of {0} under {1}; it does not count until {0} says it again',
  uncounted: '{0} is said to have given {2} under {1}, but no commit of theirs has it; it does not count',
} as const;

export interface SignatureWords extends Pick<FactWords, 'say'> {
  /** The pact as a sentence names it. */
  readonly about: string;
  /** Returns the name of a person for a sentence. */
  readonly nameOf: (address: string) => string;
  /** Returns what is said of a signature that is what it seems. */
  readonly plain: (who: string) => string;
}

/** Returns what a new signature is: whose, for whom, and whether it counts; undefined for any other news. */
export function signatureSentence(
  { id, type, kind }: TeamNews,
  snapshot: Snapshot,
  words: SignatureWords,
): string | undefined {
  const node = kind === signatureKind && type === 'added' ? snapshot.records.get(id) : undefined;
  if (!isOf(node, signatureKind) || node.author === undefined) return undefined;
  const { say, about, nameOf, plain } = words;
  const standing = standingOf(id, snapshot);
  const who = nameOf(node.author);
  if (!isCounted(standing)) return uncounted(node, standing, words);
  if (node.values.declines) return plain(who);
  const sentence = isByProxy(node)
    ? say(SIGNATURE_TEXTS.signedFor, who, about, nameOf(node.values.for ?? ''))
    : plain(who);
  const count = countThen(node, snapshot);
  return count ? say(SIGNATURE_TEXTS.count, sentence, String(count.signed), String(count.parties)) : sentence;
}

function uncounted(
  { author = '', values }: SignatureNode,
  standing: Provenance | undefined,
  { say, about, nameOf }: SignatureWords,
): string {
  const who = nameOf(author);
  const what = say(values.declines ? SIGNATURE_TEXTS.refusal : SIGNATURE_TEXTS.signature);
  if (standing?.state === 'contradicted') return say(SIGNATURE_TEXTS.forged, who, about, nameOf(standing.author), what);
  if (standing?.state === 'unconfirmed' && standing.reason === 'by others')
    return say(SIGNATURE_TEXTS.landed, who, about, nameOf(standing.author), what);
  if (standing?.state === 'unconfirmed' && standing.reason === 'proxy')
    return say(SIGNATURE_TEXTS.waits, who, about, nameOf(values.for ?? ''));
  return say(SIGNATURE_TEXTS.uncounted, who, about, what);
}

/** Returns how many had signed the present terms with this signature; undefined if it is none of those that hold. */
function countThen(
  { id, goal, created = 0 }: SignatureNode,
  { pacts }: Snapshot,
): { signed: number; parties: number } | undefined {
  const pact = pacts.get(goal ?? '');
  const holding = (pact?.parties ?? []).flatMap(({ state, signature }): PactSignature[] =>
    state === 'signed' && signature ? [signature] : [],
  );
  if (!pact || !holding.some((each) => each.id === id)) return undefined;
  const signed = holding.filter((each) => (each.created ?? 0) <= created).length;
  return { signed, parties: pact.parties.length };
}
