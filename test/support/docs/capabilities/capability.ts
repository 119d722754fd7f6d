/** One thing that people expect of the product, and where they find it. */
export interface Capability {
  readonly number: number;
  readonly name: string;
  /** Ids of commands, whose titles and keys are looked up, or words for what is clicked or seen. */
  readonly editor?: readonly string[];
  /** Commands behind `microgoals`, e.g. `pact sign`. */
  readonly verbs?: readonly string[];
  readonly proof?: Proof;
  /** What of it is not there yet. */
  readonly missing?: string;
}

export interface Proof {
  /** Relative to `test`. */
  readonly file: string;
  /** A test in it. */
  readonly title: string;
}
