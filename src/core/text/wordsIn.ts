const SETS = new Map<string, ReadonlySet<string>>();

/** The words of a list that stands in the source; taken apart once, when they are first asked for. */
export function wordsIn(list: string): ReadonlySet<string> {
  const known = SETS.get(list);
  if (known) return known;
  const words = new Set(list.split(/\s+/));
  SETS.set(list, words);
  return words;
}
