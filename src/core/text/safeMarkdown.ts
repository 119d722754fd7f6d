import type { InlinePart } from './inlineMarkdown';
import { inlineMarkdown } from './inlineMarkdown';
import { escapeMarkdown, visible } from './safeText';

/** Opening line of a block of code. No backtick may follow the opening ones, else they are code inside a line. */
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const CLOSING_FENCE = /^ {0,3}(`{3,}|~{3,})\s*$/;
/** Blanks, then a heading, a quotation, or the sign of a list with its box. */
const BEGINNING = /^([ \t]{0,12})(#{1,6} |> |[-*+] |\d{1,9}[.)] )?(\[[ xX]\] )?/;

/**
 * Returns a person's Markdown reduced to its harmless parts: headings, lists, boxes, quotations, code, strong, emphasis, and
 * links to pages. Images, HTML, commands and everything else appear as they were typed.
 */
export function safeMarkdown(text: string): string {
  const shown: string[] = [];
  let block: { readonly fence: string; readonly lines: string[] } | undefined;
  for (const line of visible(text).split('\n')) {
    if (block && CLOSING_FENCE.exec(line)?.[1]?.startsWith(block.fence) === true) {
      shown.push(codeBlock(block.lines));
      block = undefined;
    } else if (block) block.lines.push(line);
    else {
      const fence = FENCE.exec(line)?.[1];
      if (fence === undefined) shown.push(safeLine(line));
      else block = { fence, lines: [] };
    }
  }
  if (block) shown.push(codeBlock(block.lines));
  return shown.join('\n');
}

/** Writes a block of code. Its fence is longer than any inside, so that every reader ends the block in the same place. */
function codeBlock(lines: readonly string[]): string {
  const code = lines.join('\n');
  const longest = (code.match(/`{3,}/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  return [fence, ...lines, fence].join('\n');
}

/** Makes one line safe, such as a reason, as `safeMarkdown` does. */
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
