/** What the core needs of the outside world; everything impure comes in through one of these. */
import type { Change } from './document/change';
import type { GoalDocument } from './document/goalDocument';
import type { FileReading } from './document/fileReading';
import type { LinkedCommit } from './model/linkedCommit';

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}

export interface Random {
  bytes(count: number): Uint8Array;
}

export interface Hash {
  /** SHA-256 of the UTF-8 bytes, lower-case hex. */
  sha256(text: string): string;
}

export interface Log {
  info(message: string): void;
  error(message: string, cause?: unknown): void;
}

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
