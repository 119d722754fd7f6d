/** Letters that Unicode does not decompose, in the spelling of people whose keyboard lacks them. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i' };

/** Returns the text with the full-width signs, letters and digits of an input method as their ASCII ones; offsets stay the same. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (wide) =>
    wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

/** Folds a text for comparison only: lower case without diacritics, the same in every locale. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłı]/g, (letter) => PLAIN[letter] ?? letter);
}
