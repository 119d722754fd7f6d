/** Letters about twice as wide as others in a proportional font; all beyond Latin, Greek and Cyrillic count as such. */
const BROAD = /[WMmw@%]|[^\0-\u052f\u1e00-\u20ff]/u;
/** Single characters that are as wide as words: Arabic ligatures, cuneiform. */
const LONG = /[\ufdf0-\ufdff\u{12000}-\u{1254f}]/u;

/**
 * Breaks a text at spaces into lines of at most `width` units of a proportional font (most letters are one); cuts a longer word.
 * White space becomes single spaces, since a row of blanks would push the rest out of sight. Empty text gives one empty line.
 */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = (): void => {
    lines.push(line);
    line = '';
    used = 0;
  };
  for (const word of text.replace(/\s+/g, ' ').split(' ')) {
    if (used > 0) {
      if (used + 1 + unitsOf(word) > width) end();
      else {
        line += ' ';
        used += 1;
      }
    }
    for (const character of word) {
      const units = unitsOf(character);
      if (used > 0 && used + units > width) end();
      line += character;
      used += units;
    }
  }
  return [...lines, line];
}

function unitsOf(text: string): number {
  let units = 0;
  for (const character of text) units += LONG.test(character) ? 12 : BROAD.test(character) ? 2 : 1;
  return units;
}
