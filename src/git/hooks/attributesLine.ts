/** Our line in `info/attributes`, as text. Pure, so that what install adds and uninstall takes away can be proved equal. */

const LINE = '**/.microgoals/*.json merge=microgoals';
const OWN_FILE = `# This file was made by microgoals and goes with it.\n${LINE}\n`;

/** @param before undefined where there is no file. */
export function withAttributesLine(before: string | undefined): string {
  if (before === undefined) return OWN_FILE;
  if (hasAttributesLine(before)) return before;
  if (before === '') return LINE;
  // Without a final line end, none is added: that is how the removal knows.
  return before.endsWith('\n') ? `${before}${LINE}\n` : `${before}\n${LINE}`;
}

/** The exact inverse; undefined where the file goes, too. */
export function withoutAttributesLine(text: string): string | undefined {
  if (text === OWN_FILE) return undefined;
  if (text === LINE) return '';
  if (text.endsWith(`\n${LINE}`)) return text.slice(0, -LINE.length - 1);
  if (text.startsWith(`${LINE}\n`)) return text.slice(LINE.length + 1);
  return text.replace(`\n${LINE}\n`, '\n');
}

export function hasAttributesLine(text: string): boolean {
  return text.split('\n').includes(LINE);
}
