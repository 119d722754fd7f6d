import { foldText } from './foldText';
import { fuzzyScore } from './fuzzy';
import { collapseSpace } from './safeText';

/** Something that a person names by its title. */
export interface Titled {
  readonly title: string;
  /** True for what is over: a title that fits both means the other. */
  readonly isClosed?: boolean;
}

const SUGGESTED = 3;

/**
 * Returns what a part of a title may mean; one entry if it is clear. A whole title beats a part, and what is open beats what is closed;
 * case, accents and runs of blanks do not count.
 */
export function matchTitle<T extends Titled>(text: string, choices: readonly T[]): readonly T[] {
  const wanted = titleKey(text);
  if (wanted === '') return [];
  const holding = choices
    .map((choice) => ({ choice, title: titleKey(choice.title) }))
    .filter(({ title }) => title.includes(wanted));
  const whole = holding.filter(({ title }) => title === wanted);
  const found = (whole.length > 0 ? whole : holding).map(({ choice }) => choice);
  const open = found.filter(({ isClosed }) => isClosed !== true);
  return open.length > 0 ? open : found;
}

/** Returns titles that a text abbreviates or comes near to, the best first: guesses to show, never to act upon. */
export function similarTitles<T extends Titled>(text: string, choices: readonly T[]): readonly T[] {
  return choices
    .map((choice) => ({ choice, score: fuzzyScore(text, choice.title) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, SUGGESTED)
    .map(({ choice }) => choice);
}

function titleKey(text: string): string {
  return foldText(collapseSpace(text));
}
