import { formatAfter } from './formatAfter';
import { formatDocument } from './formatDocument';
import type { GoalDocument } from './goalDocument';
import type { KnownText } from './readAfter';
import { readAfter } from './readAfter';

/**
 * The text last read or written of one file, or of versions of it. The next reading parses only what has changed, the next
 * writing writes only that, and an unchanged record stays the same object.
 */
export class KnownRecords {
  #last: KnownText | undefined;
  /** True if the last text is exactly what we write; undefined until somebody needs to know. */
  #isOurs: boolean | undefined;

  /** Reads a text that is exactly what `formatDocument` writes, so that rewriting it loses nothing; else returns undefined. */
  read(text: string): GoalDocument | undefined {
    const ours = this.#ours();
    const document = ours && readAfter(ours, text);
    if (document) this.#last = { text, document };
    return document;
  }

  /** Returns the text that `formatDocument` would. */
  format(document: GoalDocument): string {
    const ours = this.#ours();
    return ours ? formatAfter(ours, document) : formatDocument(document);
  }

  /** @param document content of the text */
  keep(text: string, document: GoalDocument): void {
    this.#last = { text, document };
    this.#isOurs = undefined;
  }

  /** Marks the text as what `formatDocument` writes. Call it if you know that: proving it takes as long as writing all of it. */
  trust(text: string): void {
    if (this.#last?.text === text) this.#isOurs = true;
  }

  #ours(): KnownText | undefined {
    this.#isOurs ??= this.#last && formatDocument(this.#last.document) === this.#last.text;
    return this.#isOurs ? this.#last : undefined;
  }
}
