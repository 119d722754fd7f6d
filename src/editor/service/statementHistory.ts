import type { Place } from '../../app/openPlace';
import { provenanceOf } from '../../app/placeFacts';
import type { Log } from '../../core/ports/ports';
import type { Snapshot, SourceReading } from '../../core/snapshot/snapshot';
import type { Statement } from '../../core/snapshot/statements';
import { writtenStatements } from '../../core/snapshot/statements';
import type { InBackground } from './inBackground';
import { inBackground } from './inBackground';

type Found = Snapshot['provenance'];

/** Place with the address of the person at the keyboard. */
export interface LatePlace extends Pick<Place, 'repository' | 'team' | 'archive'> {
  readonly me: () => Promise<string | undefined>;
}

/** Facts from history about a place's signatures and confirmations, read in the background and again when git or they change. */
export class StatementHistory {
  readonly #found: InBackground<Found>;
  #statements: readonly Statement[] = [];
  #last: Found | undefined;

  /** Prepares the reading of history. @param onReady called when the known facts have changed */
  constructor(place: LatePlace, log: Log, onReady: () => void) {
    const load = async (): Promise<Found | undefined> => {
      const found = await provenanceOf(place, this.#statements, await place.me());
      // An equal result is no news, so nothing is drawn for it.
      if (this.#last === undefined || textOf(found) !== textOf(this.#last)) this.#last = found;
      return this.#last;
    };
    this.#found = inBackground(
      () =>
        load().catch((error: unknown) => {
          log.error('The history of signatures and confirmations could not be read.', error);
          return this.#last;
        }),
      onReady,
    );
  }

  /** Returns what is known so far. Nothing is known of a statement that has just changed. */
  read(sources: readonly SourceReading[]): Found | undefined {
    const statements = writtenStatements(sources);
    const known = new Set(this.#statements.map((statement) => JSON.stringify(statement)));
    const unchanged = statements.filter((statement) => known.has(JSON.stringify(statement)));
    if (unchanged.length < statements.length || statements.length < this.#statements.length) {
      const ids = new Set(unchanged.map(({ id }) => id));
      const changed = new Set([...this.#statements, ...statements].map(({ id }) => id).filter((id) => !ids.has(id)));
      this.#last = this.#last && new Map([...this.#last].filter(([id]) => !changed.has(id)));
      this.#statements = statements;
      this.#found.forget();
    }
    void this.#found.settled();
    return this.#last;
  }

  /** Makes the next reading ask git again, unless git has confirmed all statements: asking means reading the file's whole history. */
  forget(): void {
    const { length } = this.#statements;
    const isSettled =
      (this.#last?.size ?? 0) === length &&
      [...(this.#last ?? new Map()).values()].every(({ state }) => state === 'confirmed');
    if (!isSettled) this.#found.forget();
  }

  settled(): Promise<void> {
    return this.#found.settled();
  }
}

function textOf(found: Found): string {
  return JSON.stringify([...found]);
}
