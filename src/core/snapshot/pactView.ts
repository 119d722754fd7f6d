import type { JsonObject } from '../document/json';

/** Present or earlier terms of a pact. */
export interface Terms {
  /** `1:sha256-` and 64 hex digits, computed from the version and the text. */
  readonly hash: string;
  /** Canonical JSON. */
  readonly text: string;
  /** `{version, pact, commitments, resources, kpis}`; the last three are keyed by id. */
  readonly value: JsonObject;
}

/**
 * `draft`: nobody has been asked yet; `proposed`: somebody still has to sign; `active`: every party signed the present terms;
 * `amended`: it is in force under earlier terms, and somebody still has to sign the present ones; `lapsed`: the terms differ from the
 * signed ones, and none are in force; `kept`, `missed`, `dropped`, `paused`: as the goal's status says.
 */
export type PactState =
  'draft' | 'proposed' | 'active' | 'amended' | 'lapsed' | 'kept' | 'missed' | 'dropped' | 'paused';

/** A pact derived from its terms and signatures; computed anew for every snapshot and never stored. */
export interface Pact {
  readonly id: string;
  readonly state: PactState;
  readonly terms: Terms;
  /** Terms that all their parties signed last, the present or earlier ones; they hold until all have signed newer ones. */
  readonly inForce: Terms | undefined;
  /** Who changed the terms to what they are, and the hash of the terms before; undefined if no change note says so. */
  readonly amendment: { readonly by: string | undefined; readonly before: string | undefined } | undefined;
  /** People who have to sign, by address: the owner, the owners of its commitments, the sponsor. */
  readonly parties: readonly Party[];
  /** Ids of the goals that are its commitments. */
  readonly commitments: readonly string[];
  /** Elements of a SMART goal that are missing; they block nothing, except that signing waits for `why`. */
  readonly missing: readonly PactGap[];
  /** Mean confidence of the valid signatures, 1 to 5; undefined if none states one. */
  readonly confidence: number | undefined;
  /** True if the mean confidence is so low that the parties should discuss the terms. */
  readonly isDoubted: boolean;
  /** Earlier terms that are still known, by hash. */
  readonly earlier: ReadonlyMap<string, Terms>;
}

export interface Party {
  /** The address that stands for the person. */
  readonly person: string;
  /** Addresses by which the terms name the person, those alone that still have to sign if there are any. */
  readonly addresses: readonly string[];
  /** `lapsed`: the party signed terms other than the present ones. */
  readonly state: 'signed' | 'declined' | 'lapsed' | 'missing';
  /** Their latest signature of the present terms, or else of earlier ones. */
  readonly signature: PactSignature | undefined;
  /** Id of the latest signature in their name that does not count: history contradicts it, or somebody else added or removed it. */
  readonly uncounted: string | undefined;
  /** True after they withdrew their signature or somebody removed their last word: nobody can sign for them any more. */
  readonly answersAlone: boolean;
  /** Their refusal of earlier terms, if that is their last word. */
  readonly declinedBefore: PactSignature | undefined;
  /** Hash of the terms that they signed or declined last. */
  readonly answered: string | undefined;
}

export type PactGap = 'why' | 'measure' | 'target' | 'due' | 'commitments';

export interface PactSignature {
  readonly id: string;
  /** Person who gave the signature; differs from the party if the signature was given by proxy. */
  readonly by: string | undefined;
  /** Hash of the signed terms. */
  readonly terms: string;
  readonly confidence: number | undefined;
  readonly note: string | undefined;
  /** Milliseconds since 1970; undefined without a valid stamp. */
  readonly created: number | undefined;
}

/** Words for the states of a pact, in English; keys of the l10n bundle. */
export const PACT_WORDS: Readonly<Record<PactState, string>> = {
  draft: 'draft',
  proposed: 'proposed',
  active: 'in force',
  amended: 'in force',
  lapsed: 'lapsed',
  kept: 'kept',
  missed: 'missed',
  dropped: 'dropped',
  paused: 'paused',
};
