/** A part of a line of Markdown. The `text` of a link is what people see; nothing is escaped for any screen. */
export type InlinePart =
  | { readonly type: 'text' | 'code'; readonly text: string }
  /** Stressed text, with no further stress inside. */
  | { readonly type: 'strong' | 'emphasis'; readonly parts: readonly InlinePart[] }
  | { readonly type: 'link'; readonly text: string; readonly url: string };

/** Characters of an address, except parentheses. None of them ends a link in Markdown. */
const PLAIN = String.raw`[\w\-.~:/?#@!$&'*+,;=%]`;
/** Address of a page: nothing that runs a command or reads a file. Parentheses belong to it in pairs, as in `/wiki/Go_(game)`. */
const ADDRESS = String.raw`https?:\/\/${PLAIN}+(?:\(${PLAIN}*\)${PLAIN}*)*`;
/** Pattern of the parts: each ends at the next of its own signs, so that no text makes matching slow. */
const PART = new RegExp(
  [
    '(?<ticks>`{1,3})(?<code>[^`\\n]+)\\k<ticks>',
    String.raw`\[(?<name>[^[\]\n]{1,300})\]\((?<target>${ADDRESS})\)`,
    // If a text was cut here, nobody knows the rest of the address.
    String.raw`(?<address>${ADDRESS})(?<cut>(?:\(${PLAIN}*)?…)?`,
    String.raw`\*\*(?<strong>[^*\n]+)\*\*`,
    String.raw`\*(?<emphasis>[^*\s][^*\n]*)\*`,
  ].join('|'),
  'g',
);
/** Signs that belong to the sentence if they are at the end of an address. */
const SENTENCE_SIGNS = ".,;:!?'*";

/** Reads code, links, bare addresses, strong and emphasis; everything else is text, including images and HTML. */
export function inlineMarkdown(line: string): readonly InlinePart[] {
  const parts: InlinePart[] = [];
  let end = 0;
  for (const match of line.matchAll(PART)) {
    if (match.index > end) parts.push({ type: 'text', text: line.slice(end, match.index) });
    const part = partOf(match);
    parts.push(part);
    // Signs cut off the end of an address are text again.
    const left =
      part.type === 'link' && match.groups?.['address'] !== undefined ? match[0].slice(part.text.length) : '';
    if (left !== '') parts.push({ type: 'text', text: left });
    end = match.index + match[0].length;
  }
  if (end < line.length) parts.push({ type: 'text', text: line.slice(end) });
  return parts;
}

/** Returns the addresses in a text of several lines, each once, in order. */
export function addressesIn(text: string): readonly string[] {
  return [...new Set(text.split('\n').flatMap((line) => addressesOf(inlineMarkdown(line))))];
}

function addressesOf(parts: readonly InlinePart[]): string[] {
  return parts.flatMap((part) => {
    if ('parts' in part) return addressesOf(part.parts);
    return part.type === 'link' ? [part.url] : [];
  });
}

function partOf({ 0: whole, groups = {} }: RegExpMatchArray): InlinePart {
  const { code, name, target, address, cut, strong, emphasis } = groups;
  if (code !== undefined) return { type: 'code', text: code };
  if (name !== undefined && target !== undefined) return { type: 'link', text: name, url: targetOf(target) };
  if (cut !== undefined) return { type: 'text', text: whole };
  if (address !== undefined) {
    const text = withoutSentenceEnd(address);
    return { type: 'link', text, url: targetOf(text) };
  }
  if (strong !== undefined) return { type: 'strong', parts: inlineMarkdown(strong) };
  return { type: 'emphasis', parts: inlineMarkdown(emphasis ?? whole) };
}

function withoutSentenceEnd(address: string): string {
  let end = address.length;
  while (SENTENCE_SIGNS.includes(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}

/** Escapes parentheses, which end the target of a link in Markdown. */
function targetOf(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}
