import type { Say } from '../text/fillText';
import { oneLine } from '../text/safeText';
import type { Goal } from '../model/goalView';

/** Reason why something is not done, as data. */
export interface Refusal {
  /** English text of the reason; a key of the l10n bundle. */
  readonly problem: string;
  /**
   * Values of its placeholders: text that people wrote, words of a declaration, which have translations of their own, or clauses that
   * are refusals themselves.
   */
  readonly about?: readonly (string | { readonly words: readonly string[] } | { readonly parts: readonly Refusal[] })[];
}

const LONGEST = 100;

/** Returns the sentence in the language of the person. */
export function refusalText({ problem, about = [] }: Refusal, say: Say): string {
  const filled = about.map((value) => {
    if (typeof value === 'string') return value;
    if ('words' in value) return value.words.map((word) => say(word)).join(', ');
    return value.parts.map((part) => refusalText(part, say)).join('; ');
  });
  return say(problem, ...filled);
}

/** Returns a refusal that names a goal by its title. */
export function refusalOf(
  problem: string,
  { title }: Pick<Goal, 'title'>,
  ...more: NonNullable<Refusal['about']>
): Refusal {
  return { problem, about: [oneLine(title, LONGEST), ...more] };
}
