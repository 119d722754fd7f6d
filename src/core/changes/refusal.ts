import type { Say } from '../text/fillText';
import { oneLine } from '../text/safeText';
import type { Goal } from '../model/goalView';

/** Why something is not done, as data. */
export interface Refusal {
  /** In English; the key of the l10n bundle. */
  readonly problem: string;
  /** What fills its placeholders: text of people, or words of a declaration, which have a translation of their own. */
  readonly about?: readonly (string | { readonly words: readonly string[] })[];
}

const LONGEST = 100;

/** Returns the sentence for a person. */
export function refusalText({ problem, about = [] }: Refusal, say: Say): string {
  const filled = about.map((value) =>
    typeof value === 'string' ? value : value.words.map((word) => say(word)).join(', '),
  );
  return say(problem, ...filled);
}

/** Returns a refusal that names a goal, as a person knows it. */
export function refusalOf(
  problem: string,
  { title }: Pick<Goal, 'title'>,
  ...more: NonNullable<Refusal['about']>
): Refusal {
  return { problem, about: [oneLine(title, LONGEST), ...more] };
}
