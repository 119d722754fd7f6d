/** Where goals and the commits that name them come from: ports like those of `ports.ts`, in terms of documents. */
import type { Change } from './document/change';
import type { GoalDocument } from './document/goalDocument';
import type { FileReading } from './document/fileReading';
import type { LinkedCommit } from './model/linkedCommit';

/** One goals file. Reading never throws for what a file may hold; it throws only a `GoalFileError` that says what is wrong. */
export interface GoalFile {
  /** Absolute path. */
  readonly path: string;
  read(): Promise<FileReading>;
  /** Durable when it resolves: lock, read, apply, write, rename. Rejects with a `GoalFileError`, the file as it was. */
  save(changes: readonly Change[]): Promise<GoalDocument>;
}

/** Commits of the repository that name goals, newest first. */
export interface CommitSource {
  linkedCommits(): Promise<readonly LinkedCommit[]>;
}
