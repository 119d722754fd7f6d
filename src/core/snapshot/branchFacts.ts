import type { GoalDocument } from '../document/goalDocument';
import type { Json } from '../document/json';

/** What the branches that HEAD does not have yet say of the shared file. */
export interface BranchFacts {
  /** Newest first; at most as many as are read. */
  readonly branches: readonly BranchRecords[];
  /** The branch finished work goes to, the most trusted one; undefined where there is none. */
  readonly integration: IntegrationBranch | undefined;
  /** Names that somebody has set for such branches and that no branch has here. */
  readonly unknown: readonly string[];
  /** When the remote branches were last fetched, milliseconds since 1970; undefined where none are known. */
  readonly fetched: number | undefined;
  /** How many branches were left out because there are too many. */
  readonly left: number;
}

export interface BranchRecords {
  /** Short name, e.g. `feat/x`. */
  readonly branch: string;
  /** Full name of the commit it points at. */
  readonly commit: string;
  readonly isIntegration: boolean;
  /** Who committed this version of the file, as history names them. */
  readonly by: { readonly name: string; readonly email: string } | undefined;
  /** The records that are not the same on the integration branch. */
  readonly records: ReadonlyMap<string, Json>;
}

export interface IntegrationBranch {
  /** Short name, e.g. `origin/main`. */
  readonly branch: string;
  readonly isRemote: boolean;
  /** The shared file there; empty where it has none that can be read. */
  readonly document: GoalDocument;
}
