import type { JsonObject } from '../document/json';

/** The terms of a pact as they stand or stood. */
export interface Terms {
  /** `1:sha256-` and 64 hex digits: of the version and the text. */
  readonly hash: string;
  /** Canonical JSON. */
  readonly text: string;
  /** `{version, pact, commitments, resources, guards}`, the last three by id. */
  readonly value: JsonObject;
}

/**
 * draft: nobody was asked yet; proposed: somebody has still to sign; active: every party signed the terms as they stand; lapsed: the
 * terms are not what was signed; kept, missed, dropped, paused: as its status says.
 */
export type PactState = 'draft' | 'proposed' | 'active' | 'lapsed' | 'kept' | 'missed' | 'dropped' | 'paused';

/** A pact as its terms and signatures make it; worked out anew with every snapshot and never stored. */
export interface Pact {
  readonly id: string;
  readonly state: PactState;
  readonly terms: Terms;
  /** Who has to sign, by address: the owner, the members of its commitments, the sponsor. */
  readonly parties: readonly Party[];
  /** Ids of the goals that are its commitments. */
  readonly commitments: readonly string[];
  /** What makes a goal SMART and is not there; it blocks nothing, but signing waits for `why`. */
  readonly missing: readonly PactGap[];
  /** Mean confidence of the signatures that hold, 1 to 5; undefined where none says one. */
  readonly confidence: number | undefined;
  /** Whether the mean confidence is so low that the terms should be talked over. */
  readonly isDoubted: boolean;
  /** Earlier terms that are still known, by hash. */
  readonly earlier: ReadonlyMap<string, Terms>;
}

export interface Party {
  readonly person: string;
  /** lapsed: signed other terms than the present ones. */
  readonly state: 'signed' | 'declined' | 'lapsed' | 'missing';
  /** Their latest signature over the present terms, else over earlier ones. */
  readonly signature: PactSignature | undefined;
  /** Id of the latest signature in their name that does not count, as history contradicts it, or somebody else brought it or took it out. */
  readonly uncounted: string | undefined;
  /** True after they took back what they had signed, or somebody took away what they said last: nobody signs for them any more. */
  readonly answersAlone: boolean;
}

export type PactGap = 'why' | 'measure' | 'target' | 'due' | 'commitments';

export interface PactSignature {
  readonly id: string;
  /** Who gave it: another person than the party where that is a proxy. */
  readonly by: string | undefined;
  /** The hash of what was signed. */
  readonly terms: string;
  readonly confidence: number | undefined;
  readonly note: string | undefined;
  /** Milliseconds since 1970; undefined without a valid stamp. */
  readonly created: number | undefined;
}
