import type { InlinePart } from './inlineMarkdown';
import { inlineMarkdown } from './inlineMarkdown';
import { escapeMarkdown, visible } from './safeText';

const FENCE = /^\s{0,3}(?:```|~~~)/;
/** Blanks, then a heading, a quotation, or the sign of a list with its box. */
const BEGINNING = /^([ \t]{0,12})(#{1,6} |> |[-*+] |\d{1,9}[.)] )?(\[[ xX]\] )?/;

/**
 * Markdown that a person wrote, as Markdown that does nothing but look like it: headings, lists, boxes, quotations, code, strong,
 * emphasis, and links to pages. Images, HTML, commands and whatever else stand there as they were typed.
 */
export function safeMarkdown(text: string): string {
  const lines: string[] = [];
  let isCode = false;
  for (const line of visible(text).split('\n')) {
    if (FENCE.test(line)) {
      lines.push('```');
      isCode = !isCode;
    } else lines.push(isCode ? line : safeLine(line));
  }
  return [...lines, ...(isCode ? ['```'] : [])].join('\n');
}

/** One line of it, such as a reason. */
export function safeInline(text: string): string {
  return shownParts(inlineMarkdown(visible(text)));
}

function safeLine(line: string): string {
  const [beginning = '', blanks = '', sign = '', box = ''] = BEGINNING.exec(line) ?? [];
  // Blanks before plain text would make it code.
  const indent = sign === '' ? '' : blanks;
  return `${indent}${sign}${escapeMarkdown(box)}${safeInline(line.slice(beginning.length))}`;
}

function shownParts(parts: readonly InlinePart[]): string {
  return parts.map(shownPart).join('');
}

function shownPart(part: InlinePart): string {
  switch (part.type) {
    case 'text':
      return escapeMarkdown(part.text);
    case 'strong':
      return `**${shownParts(part.parts)}**`;
    case 'emphasis':
      return `*${shownParts(part.parts)}*`;
    case 'code':
      return `\`${part.text}\``;
    case 'link':
      return part.text === part.url ? `<${part.url}>` : `[${escapeMarkdown(part.text)}](${part.url})`;
  }
}
