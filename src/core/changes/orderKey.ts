import { generateKeyBetween } from 'fractional-indexing';

/** Form of a key, stricter than the library, which accepts any character after the first one. */
const FORM = /^[A-Za-z][0-9A-Za-z]+$/;
/** Middle digit of base 62, which leaves room on both sides for later keys. */
const MIDDLE = 'V';

/**
 * Returns a key that sorts after `before` and before `after` (undefined: no neighbour there). Never throws: if keys written by hand
 * leave no room (equal, swapped, malformed), the goal lands directly behind `before` if possible.
 */
export function orderBetween(before?: string, after?: string): string {
  if (before !== undefined && after !== undefined && before >= after) return orderBetween(before);
  const key = keyBetween(usable(before), usable(after));
  if (key !== undefined && fits(key, before, after)) return key;
  if (before !== undefined && fits(`${before}${MIDDLE}`, before, after)) return `${before}${MIDDLE}`;
  return key ?? keyBetween(undefined, undefined) ?? 'a0';
}

function usable(key: string | undefined): string | undefined {
  return key !== undefined && FORM.test(key) && keyBetween(key, undefined) !== undefined ? key : undefined;
}

function fits(key: string, before: string | undefined, after: string | undefined): boolean {
  return (before === undefined || before < key) && (after === undefined || key < after);
}

function keyBetween(before: string | undefined, after: string | undefined): string | undefined {
  try {
    return generateKeyBetween(before, after);
  } catch {
    // The library refuses keys of any other format; `orderBetween` decides what to do instead.
    return undefined;
  }
}
