import { formatAfter } from './formatAfter';
import { formatDocument } from './formatDocument';
import type { GoalDocument } from './goalDocument';
import type { KnownText } from './readAfter';
import { readAfter } from './readAfter';

/**
 * What was read or written last of one file, or of versions of it: the next reading parses only what has changed, the next writing
 * writes only that, and a record that has not changed is the same object.
 */
export class KnownRecords {
  #last: KnownText | undefined;
  /** Whether the last text is exactly what we write; undefined until somebody needs to know. */
  #isOurs: boolean | undefined;

  /** Undefined unless the text is exactly what `formatDocument` writes of the result: then nothing in it is lost by writing it again. */
  read(text: string): GoalDocument | undefined {
    const ours = this.#ours();
    const document = ours && readAfter(ours, text);
    if (document) this.#last = { text, document };
    return document;
  }

  /** The text of `formatDocument`. */
  format(document: GoalDocument): string {
    const ours = this.#ours();
    return ours ? formatAfter(ours, document) : formatDocument(document);
  }

  /** @param document what the text says */
  keep(text: string, document: GoalDocument): void {
    this.#last = { text, document };
    this.#isOurs = undefined;
  }

  /** To be told where it is known already that the text is what `formatDocument` writes: proving it takes as long as writing all of it. */
  trust(text: string): void {
    if (this.#last?.text === text) this.#isOurs = true;
  }

  #ours(): KnownText | undefined {
    this.#isOurs ??= this.#last && formatDocument(this.#last.document) === this.#last.text;
    return this.#isOurs ? this.#last : undefined;
  }
}
