import { foldText } from './foldText';

/** Lengths at which texts are cut before matching: the cost is the product of both, paid per goal and key press. */
const MAX_QUERY = 64;
const MAX_CANDIDATE = 256;

const LETTER = 1;
const WORD_START = 3;
const IN_A_ROW = 4;
/** Least average score per letter; below it, the letters are merely scattered in the candidate. */
const LEAST_PER_LETTER = 2;
const ALPHANUMERIC = /[\p{L}\p{N}]/u;

/**
 * Scores how well `query` abbreviates `candidate`: its letters and digits must occur in order, best at the start of words and in
 * a row; case, diacritics, blanks and dashes do not count (`ci-time` finds "Cut CI time").
 *
 * @returns 0 for no match; otherwise larger is better, and of equal matches the candidate with fewer letters left over wins.
 */
export function fuzzyScore(query: string, candidate: string): number {
  const letters = Array.from(foldText(query.slice(0, MAX_QUERY))).filter((letter) => ALPHANUMERIC.test(letter));
  const places = lettersOf(candidate);
  if (letters.length === 0 || !isSubsequence(letters, places)) return 0;
  const best = bestPlacement(letters, places);
  return best < LEAST_PER_LETTER * letters.length ? 0 : best + letters.length / places.length;
}

interface Place {
  readonly letter: string;
  readonly startsWord: boolean;
}

function lettersOf(candidate: string): Place[] {
  const places: Place[] = [];
  let startsWord = true;
  for (const letter of foldText(candidate.slice(0, MAX_CANDIDATE))) {
    const counts = ALPHANUMERIC.test(letter);
    if (counts) places.push({ letter, startsWord });
    startsWord = !counts;
  }
  return places;
}

function isSubsequence(letters: readonly string[], places: readonly Place[]): boolean {
  let found = 0;
  for (const { letter } of places) if (letter === letters[found]) found += 1;
  return found === letters.length;
}

/** Returns the best total over all ways to place the letters in order: one row per letter, one column per place. */
function bestPlacement(letters: readonly string[], places: readonly Place[]): number {
  let previous = places.map(() => 0);
  for (const [row, letter] of letters.entries()) {
    let bestBefore = row === 0 ? 0 : Number.NEGATIVE_INFINITY;
    const current = places.map((place, column) => {
      const diagonal = row === 0 ? Number.NEGATIVE_INFINITY : (previous[column - 1] ?? Number.NEGATIVE_INFINITY);
      bestBefore = Math.max(bestBefore, diagonal);
      if (place.letter !== letter) return Number.NEGATIVE_INFINITY;
      // The start of a word gets no bonus for following a match: only letters of the same word count as in a row.
      const inARow = place.startsWord ? Number.NEGATIVE_INFINITY : diagonal + IN_A_ROW;
      return Math.max(bestBefore, inARow) + LETTER + (place.startsWord ? WORD_START : 0);
    });
    previous = current;
  }
  return Math.max(...previous);
}
