import type { GoalDocument } from '../document/goalDocument';
import type { Json } from '../document/json';

/** Contents of the shared file on branches that HEAD does not contain yet. */
export interface BranchFacts {
  /** Newest first, up to the limit of branches that are read. */
  readonly branches: readonly BranchRecords[];
  /** The most trusted of the branches that finished work goes to; undefined if there is none. */
  readonly integration: IntegrationBranch | undefined;
  /** Names that somebody has configured for integration branches but that no branch here has. */
  readonly unknown: readonly string[];
  /** Time of the last fetch of remote branches, milliseconds since 1970; undefined if no remote branches are known. */
  readonly fetched: number | undefined;
  /** Number of branches left out because there are too many. */
  readonly left: number;
}

export interface BranchRecords {
  /** Short name, e.g. `feat/x`. */
  readonly branch: string;
  /** Full name of the commit that the branch points at. */
  readonly commit: string;
  readonly isIntegration: boolean;
  /** Person who committed this version of the file, as history names them. */
  readonly by: { readonly name: string; readonly email: string } | undefined;
  /** Records that differ from those on the integration branch. */
  readonly records: ReadonlyMap<string, Json>;
}

export interface IntegrationBranch {
  /** Short name, e.g. `origin/main`. */
  readonly branch: string;
  readonly isRemote: boolean;
  /** Shared file on that branch; empty if the branch has no readable one. */
  readonly document: GoalDocument;
}
