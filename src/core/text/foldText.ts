/** Letters that Unicode does not decompose, in the spelling of people whose keyboard lacks them. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i' };

/** Folds a text for comparison only: lower case without diacritics, the same in every locale. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłı]/g, (letter) => PLAIN[letter] ?? letter);
}
