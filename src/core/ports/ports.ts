/** Interfaces to the outside world; everything impure comes into the core through one of these. */

/** One day in milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

export interface Clock {
  /** Returns milliseconds since 1970, UTC. */
  now(): number;
}

/** The time zone that days and times are shown in. */
export interface Zone {
  /** Returns the milliseconds that its clocks are ahead of UTC at a moment; negative if they are behind. */
  aheadAt(millis: number): number;
}

export interface Random {
  bytes(count: number): Uint8Array;
}

export interface Hash {
  /** Returns the SHA-256 of the UTF-8 bytes in lower-case hex. */
  sha256(text: string): string;
}

export interface Log {
  info(message: string): void;
  error(message: string, cause?: unknown): void;
}
