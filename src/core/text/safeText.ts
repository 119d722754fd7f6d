/** Returns a one-line text as it is stored: NFC, each run of white space (line ends too) one blank, none at the ends. */
export function collapseSpace(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Controls, lone surrogates, and undrawn characters: bidi controls, zero-width, filler and tag characters, the empty Braille cell. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\ufff9-\ufffb]/gu;
/** Scripts whose spelling needs the joiners. */
const JOINING =
  /^[\p{scx=Arab}\p{scx=Syrc}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}]$/u;
const EMOJI = /^\p{Emoji}$/u;
const PICTOGRAPH = /^\p{Extended_Pictographic}$/u;
const HAN = /^\p{Script=Han}$/u;
const EMOJI_MODIFIER = /^[\p{Emoji_Modifier}\ufe0f]$/u;

/**
 * Makes free text safe for editor, terminal and report: characters that hide, reorder or command become escapes (`\u202e`). Line
 * feeds and tabs stay, and so do joiners and variation selectors where emoji or a script's spelling need them.
 */
export function visible(text: string): string {
  return withUnseen(text, escapeCharacter);
}

/** Does the same as `visible` for JSON, in its own escapes: it reads as the same value. */
export function visibleJson(json: string): string {
  return withUnseen(json, (character) => character.split('').map(escapeCharacter).join(''));
}

function withUnseen(text: string, escape: (character: string) => string): string {
  return text.replace(UNSEEN, (character: string, offset: number) =>
    belongs(character, text, offset) ? character : escape(character),
  );
}

function belongs(character: string, text: string, offset: number): boolean {
  if (character === '\n' || character === '\t') return true;
  const before = characterBefore(text, offset);
  if (character === '\ufe0e' || character === '\ufe0f') return EMOJI.test(before);
  if (character >= '\u{e0100}' && character <= '\u{e01ef}') return HAN.test(before);
  if (character !== '\u200c' && character !== '\u200d') return false;
  const after = characterAt(text, offset + 1);
  if (JOINING.test(before) && JOINING.test(after)) return true;
  return character === '\u200d' && PICTOGRAPH.test(after) && PICTOGRAPH.test(emojiBefore(text, offset));
}

/** Returns the emoji that ends before `offset`, without its skin tone or variation selector. */
function emojiBefore(text: string, offset: number): string {
  const last = characterBefore(text, offset);
  return EMOJI_MODIFIER.test(last) ? characterBefore(text, offset - last.length) : last;
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, offset: number): string {
  const pair = offset >= 2 ? characterAt(text, offset - 2) : '';
  return pair.length === 2 ? pair : text.slice(Math.max(0, offset - 1), offset);
}

function escapeCharacter(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/** Returns visible text on one line, at most `max` characters (code points); `…` stands for the rest that was cut off. */
export function oneLine(text: string, max: number): string {
  const line = visible(collapseSpace(text));
  if (line.length <= max) return line;
  // Twice as many code units hold all the wanted characters, so that a 1 MB text is not split to its end.
  const characters = Array.from(line.slice(0, 2 * max + 2));
  if (characters.length <= max) return line;
  return `${characters.slice(0, Math.max(0, max - 1)).join('')}…`;
}

/** Colons of addresses, emoji (`:bug:`) and definitions; not the one before a blank or inside a time of day. */
const COLON = /:(?=[^\s\d])|(?<!\d):(?=\d)|:(?=\d+:)|^:/;
/** Full stops of addresses and numbered lists; not the one at the end of a sentence or inside a number. */
const STOP = /\.(?=[^\s\d.])|(?<!\d)\.(?=\d)|(?<=\d)\.(?!\d)/;
/** Characters that Markdown may interpret; not the hyphen inside a word or a day. */
const MARKDOWN = new RegExp(String.raw`[\\\`*_{}[\]()#+!|<>~&$@=^]|\B-|-\B|${COLON.source}|${STOP.source}`, 'gm');

/**
 * Escapes text so that Markdown shows it as it is: no emphasis, link, image, HTML, entity, autolink or mention. Where theme icons
 * are supported, call `escapeIcons` first. Some people read it unrendered, so harmless characters stay as they are.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(MARKDOWN, '\\$&');
}

/**
 * Escapes text for labels in which the editor draws `$(name)` as an icon. A zero-width space separates the two characters,
 * because only some of these labels know the backslash.
 */
export function escapeIcons(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}

/** Returns one cell of a CSV file: visible, never a formula (`= + - @`, full-width ones too), quoted if it must be. */
export function csvCell(text: string): string {
  const shown = visible(text);
  const inert = /^[\s'"]*[=+\-@＝＋－＠]/u.test(shown) || shown.startsWith('\t') ? `'${shown}` : shown;
  return /[",;\n\t]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
