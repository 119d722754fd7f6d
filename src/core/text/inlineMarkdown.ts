/** A part of a line of Markdown. Of a link `text` is what is shown; nothing is escaped for any screen. */
export type InlinePart =
  | { readonly type: 'text' | 'code'; readonly text: string }
  /** Without further stress inside. */
  | { readonly type: 'strong' | 'emphasis'; readonly parts: readonly InlinePart[] }
  | { readonly type: 'link'; readonly text: string; readonly url: string };

/** Only addresses of pages: nothing that runs a command or reads a file. None of its characters ends a link in Markdown. */
const ADDRESS = String.raw`https?:\/\/[\w\-.~:/?#@!$&'*+,;=%]+`;
/** Each part ends at the next of its own signs, so that no text makes this slow. */
const PART = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    String.raw`\[(?<name>[^[\]\n]{1,300})\]\((?<target>${ADDRESS})\)`,
    `(?<address>${ADDRESS})`,
    String.raw`\*\*(?<strong>[^*\n]+)\*\*`,
    String.raw`\*(?<emphasis>[^*\s][^*\n]*)\*`,
  ].join('|'),
  'g',
);
/** Belongs to the sentence, not to the address. */
const SENTENCE_END = /[.,;:!?'*]+$/;

/** Reads code, links, bare addresses, strong and emphasis; everything else, images and HTML too, is text. */
export function inlineMarkdown(line: string): readonly InlinePart[] {
  const parts: InlinePart[] = [];
  let end = 0;
  for (const match of line.matchAll(PART)) {
    if (match.index > end) parts.push({ type: 'text', text: line.slice(end, match.index) });
    const part = partOf(match);
    parts.push(part);
    // What an address leaves behind is text again.
    const left = part.type === 'link' && match.groups?.['address'] !== undefined ? match[0].slice(part.url.length) : '';
    if (left !== '') parts.push({ type: 'text', text: left });
    end = match.index + match[0].length;
  }
  if (end < line.length) parts.push({ type: 'text', text: line.slice(end) });
  return parts;
}

/** The addresses of a text of several lines, each once, in order. */
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
  const { code, name, target, address, strong, emphasis } = groups;
  if (code !== undefined) return { type: 'code', text: code };
  if (name !== undefined && target !== undefined) return { type: 'link', text: name, url: target };
  if (address !== undefined) {
    const url = address.replace(SENTENCE_END, '');
    return { type: 'link', text: url, url };
  }
  if (strong !== undefined) return { type: 'strong', parts: inlineMarkdown(strong) };
  return { type: 'emphasis', parts: inlineMarkdown(emphasis ?? whole) };
}
