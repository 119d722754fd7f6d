import { collapseSpace } from './safeText';

export interface OutlineLine {
  readonly text: string;
  /** True if ticked in a checklist. */
  readonly done: boolean;
  readonly children: readonly OutlineLine[];
}

interface OpenLine extends OutlineLine {
  readonly children: OpenLine[];
}

/** Most levels of the tree; deeper lines become siblings, so that nothing that walks the tree can run out of stack. */
const MAX_DEPTH = 16;
const TAB = 4;
const BULLET = /^(?:[-*+•]|\d{1,9}[.)])(?=\s|$)/;
const CHECKBOX = /^\[([ xX])\](?=\s|$)/;
const FENCE = /^\s*(?:```|~~~)/;
/** A rule or the underline of a heading. */
const RULE = /^[-*_=\s]*$/;

/** Reads pasted lines or a Markdown list (`- [x] a`, `* b`, `1. c`) as a tree; a line that is indented more is a child. */
export function splitLines(text: string): OutlineLine[] {
  const root: OpenLine[] = [];
  const open: { indent: number; line: OpenLine }[] = [];
  for (const source of sourceLines(text)) {
    const content = source.trimStart();
    const line = readLine(content);
    if (!line) continue;
    const indent = width(source.slice(0, source.length - content.length));
    while (open.length >= MAX_DEPTH || indent <= (open.at(-1)?.indent ?? -1)) open.pop();
    (open.at(-1)?.line.children ?? root).push(line);
    open.push({ indent, line });
  }
  return root;
}

export interface Checklist {
  readonly lines: OutlineLine[];
  /** Number of lines that are not part of a list: headings, prose, code. */
  readonly others: number;
}

/** Returns the lists of a Markdown text; all lines if the text has no list. */
export function readChecklist(text: string): Checklist {
  const isInside = { code: false };
  const outside = sourceLines(text).map((source) => {
    const isFence = FENCE.test(source);
    if (isFence) isInside.code = !isInside.code;
    return isFence || isInside.code ? '' : source;
  });
  const items = outside.filter((source) => isItem(source.trimStart()));
  if (items.length === 0) return { lines: splitLines(text), others: 0 };
  const filled = sourceLines(text).filter((source) => readLine(source.trimStart()) !== undefined);
  return { lines: splitLines(items.join('\n')), others: filled.length - items.length };
}

function isItem(content: string): boolean {
  return (BULLET.test(content) || CHECKBOX.test(content)) && readLine(content) !== undefined;
}

function sourceLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}

function readLine(content: string): OpenLine | undefined {
  if (RULE.test(content)) return undefined;
  const entry = content.replace(BULLET, '').trimStart();
  const done = CHECKBOX.exec(entry)?.[1]?.toLowerCase() === 'x';
  const text = collapseSpace(entry.replace(CHECKBOX, ''));
  return text === '' ? undefined : { text, done, children: [] };
}

/** Returns the columns of leading white space. */
function width(space: string): number {
  let columns = 0;
  for (const character of space) columns += character === '\t' ? TAB - (columns % TAB) : 1;
  return columns;
}
