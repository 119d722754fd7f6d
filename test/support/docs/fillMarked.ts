/**
 * The text with new content between `<!-- NAME -->` and `<!-- /NAME -->`, each on a line of its own.
 * @throws Error where the two marks are not there.
 */
export function fillMarked(text: string, name: string, content: string): string {
  const [opening, closing] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const start = text.indexOf(opening);
  const end = text.indexOf(closing, start);
  if (start < 0 || end < 0) throw new Error(`The marks of the part "${name}" are missing.`);
  return `${text.slice(0, start + opening.length)}\n${content}\n${text.slice(end)}`;
}
