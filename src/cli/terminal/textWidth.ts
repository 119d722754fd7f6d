/** Characters that take two columns: East Asian ones and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;
/** Characters that combine with the one before and take no column. */
const NONE = /[\p{Mn}\p{Me}\p{Cf}\p{Emoji_Modifier}]/u;

/** Returns the terminal columns that one line of text takes, exact enough for a layout. */
export function textWidth(text: string): number {
  // Nearly every text is plain ASCII, and a list has thousands of texts.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return Array.from(text).reduce((width, character) => width + characterWidth(character), 0);
}

/** Cuts a text to a number of columns; `…` shows where it was cut. */
export function fitText(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let width = 1;
  let kept = '';
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function characterWidth(character: string): number {
  if (NONE.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
