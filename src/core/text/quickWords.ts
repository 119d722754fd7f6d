import { halfWidth } from './foldText';
import { repetitionNamed } from './repetitions';

/** A word of the quick-add line; `start` and `end` are UTF-16 offsets into the line. */
export interface QuickWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True inside "quotes": the word is never a token. */
  readonly quoted: boolean;
}

const VALUE_IN_QUOTES = /^[@^]"/;

/**
 * Splits a line into words at white space. A quote at the start of a word protects everything up to the next quote; an unclosed
 * one is a character like any other.
 *
 * @param joinValues takes `@"Bo Lee"` and `^"cut ci"` as one word, as when a line is read.
 */
export function quickWords(text: string, joinValues: boolean): QuickWord[] {
  const line = halfWidth(text);
  const words: QuickWord[] = [];
  const pattern = /\S+/g;
  let quotedUntil = -1;
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    const start = match.index;
    if (start > quotedUntil && match[0].startsWith('"')) quotedUntil = line.indexOf('"', start + 1);
    const quoted = start <= quotedUntil;
    if (!quoted && joinValues && VALUE_IN_QUOTES.test(match[0])) {
      const closing = line.indexOf('"', start + 2);
      if (closing >= 0) pattern.lastIndex = closing + 1;
    }
    const end = pattern.lastIndex;
    words.push({ text: text.slice(start, end), start, end, quoted });
  }
  return words;
}

/** Returns the word without its escape; undefined if it has none: a backslash before anything else is itself. */
export function unescapeWord(word: string): string | undefined {
  return word.startsWith('\\') && beginsWithSign(word) ? word.slice(1) : undefined;
}

/** Escapes a word so that it is read as text. An issue number and a lone sign are text anyway and stay readable. */
export function escapeWord(word: string): string {
  const needed = beginsWithSign(word) && !/^#\d+$/.test(halfWidth(word)) && word.length > 1;
  return needed || word === '"' ? `\\${word}` : word;
}

/** Tells whether a sign or quote follows any backslashes. An asterisk counts only before a repetition: else it is Markdown. */
function beginsWithSign(word: string): boolean {
  const bare = halfWidth(word.replace(/^\\+/, ''));
  return /^[!@#^"]/.test(bare) || (bare.startsWith('*') && repetitionNamed(bare.slice(1)) !== undefined);
}
