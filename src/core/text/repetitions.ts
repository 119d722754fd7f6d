/** Intervals at which a goal begins anew; also the words that may follow `*` in a quick-add line. */
export const REPETITIONS = ['daily', 'weekdays', 'weekly', 'fortnightly', 'monthly', 'quarterly'] as const;
export type Repetition = (typeof REPETITIONS)[number];

/** @param word in any case. */
export function repetitionNamed(word: string): Repetition | undefined {
  const lower = word.toLowerCase();
  return REPETITIONS.find((each) => each === lower);
}
