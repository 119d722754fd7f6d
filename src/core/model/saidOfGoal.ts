import { number, person, reference } from './field';

/** First fields of every kind of record in which somebody says something about a goal: `below` is `goal`, `author` is `by`. */
export const saidOfGoal = {
  goal: reference('g', { label: 'Goal', required: true }),
  by: person({ label: 'By', required: true, preset: 'me' }),
};

/** The person's confidence that the goal will be reached. */
export const confidence = number({ label: 'Confidence', help: '1 hardly, 5 surely.', min: 1, max: 5 });

interface Said {
  readonly note: string | undefined;
  readonly confidence: number | undefined;
}

/** Returns the line of a record with a note and a confidence. */
export function noteAndConfidence(said: Said): string {
  const parts = [said.note, said.confidence === undefined ? undefined : `${said.confidence}/5`];
  return parts.filter((part) => part !== undefined).join(' · ');
}
