import { closest, distance } from 'fastest-levenshtein';

/** Number of wrong letters up to which a word counts as mistyped. */
const MISTYPED = 2;

/** Returns the question for what a mistyped word or a plural meant, after a blank; nothing if no name is near. */
export function meant(word: string, names: readonly string[]): string {
  const singular = word.replace(/ies$/, 'y').replace(/s$/, '');
  const best = names.includes(singular) ? singular : closest(word, [...names]);
  const near = Math.min(MISTYPED, Math.floor(best.length / 2));
  return best === singular || distance(word, best) <= near ? ` Did you mean ${best}?` : '';
}
