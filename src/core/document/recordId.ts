import type { Random } from '../ports/ports';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

/** Lower-case Crockford base32, as in ids and spacers: no i, l, o, u. */
export const BASE32 = ALPHABET;
export const RECORD_ID = /^[a-z]-[0-9a-hjkmnp-tv-z]{10}$/;
export const GOAL_ID = /^g-[0-9a-hjkmnp-tv-z]{10}$/;

/** Returns a new id of a kind, e.g. `g-4kq7w2m9xd`: 50 random bits, so that two offline clones never produce the same one. */
export function newRecordId(letter: string, random: Random): string {
  const bytes = random.bytes(LENGTH);
  return `${letter}-${Array.from(bytes, (byte) => ALPHABET[byte % 32] ?? '0').join('')}`;
}

/** Returns the id that follows from a hash (lower-case hex, at least 13 digits): the same in every clone. */
export function recordIdOfHash(letter: string, hash: string): string {
  const bits = hash.replace(/./g, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0'));
  const random = Array.from({ length: LENGTH }, (_, index) =>
    ALPHABET.charAt(Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)),
  );
  return `${letter}-${random.join('')}`;
}

/** Returns the letter that names the kind; undefined if the key is not a record id. */
export function kindLetter(id: string): string | undefined {
  return RECORD_ID.test(id) ? id[0] : undefined;
}
