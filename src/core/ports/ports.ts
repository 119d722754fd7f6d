/** What the core needs of the outside world; everything impure comes in through one of these. */

/** Milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

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
