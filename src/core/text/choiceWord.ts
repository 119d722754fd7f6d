import type { Say } from './fillText';

/** Returns a choice of a field for a person: translated, otherwise the English words that it is written from, such as `depends on`. */
export function choiceWord(choice: string, say: Say): string {
  const said = say(choice);
  return said === choice ? choice.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : said;
}
