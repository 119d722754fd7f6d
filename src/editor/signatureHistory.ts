import type { Log } from '../core/ports';
import type { Snapshot, SourceReading } from '../core/rules/snapshot';
import type { WrittenSignature } from '../core/rules/writtenSignatures';
import { writtenSignatures } from '../core/rules/writtenSignatures';
import type { Repository } from '../git/repository';
import { signatureProvenance } from '../git/signatureProvenance';
import type { InBackground } from './inBackground';
import { inBackground } from './inBackground';

type Found = Snapshot['provenance'];

/** What history tells of the signatures of a place: read in the background, and again once git or the signatures changed. */
export class SignatureHistory {
  readonly #found: InBackground<Found>;
  #signatures: readonly WrittenSignature[] = [];
  #last: Found | undefined;

  /** @param files absolute paths of the shared file and its archive; @param onReady called when something else is known than before. */
  constructor(repository: Repository, files: readonly string[], log: Log, onReady: () => void) {
    const load = async (): Promise<Found | undefined> => {
      const found = await signatureProvenance(repository, files, this.#signatures);
      // The same again is no news, and nothing is drawn for it.
      if (this.#last === undefined || textOf(found) !== textOf(this.#last)) this.#last = found;
      return this.#last;
    };
    this.#found = inBackground(
      () =>
        load().catch((error: unknown) => {
          log.error('The history of the signatures could not be read.', error);
          return this.#last;
        }),
      onReady,
    );
  }

  /** What is known by now, be it of the signatures as they were a moment ago. */
  read(sources: readonly SourceReading[]): Found | undefined {
    const signatures = writtenSignatures(sources);
    if (JSON.stringify(signatures) !== JSON.stringify(this.#signatures)) {
      this.#signatures = signatures;
      this.#found.forget();
    }
    void this.#found.settled();
    return this.#last;
  }

  /** Git is asked again with the next reading, unless it has borne out all of them: that takes reading the file's whole history. */
  forget(): void {
    const isSettled = this.#signatures.every(({ id }) => this.#last?.get(id)?.state === 'confirmed');
    if (!isSettled) this.#found.forget();
  }

  settled(): Promise<void> {
    return this.#found.settled();
  }
}

function textOf(found: Found): string {
  return JSON.stringify([...found]);
}
