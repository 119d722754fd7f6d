/** Our line in `info/attributes`, as text. Pure functions, so that a proof can show that uninstall takes away exactly what install adds. */

const LINE = '**/.microgoals/*.json merge=microgoals';
const OWN_FILE = `# This file was made by microgoals and goes with it.\n${LINE}\n`;

/** Adds our line. @param before undefined if there is no file. */
export function withAttributesLine(before: string | undefined): string {
  if (before === undefined) return OWN_FILE;
  if (hasAttributesLine(before)) return before;
  if (before === '') return LINE;
  // If the text has no final line end, none is added: the removal relies on that.
  return before.endsWith('\n') ? `${before}${LINE}\n` : `${before}\n${LINE}`;
}

/** Removes the line again, as the exact inverse; undefined if the file is to be removed, too. */
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
