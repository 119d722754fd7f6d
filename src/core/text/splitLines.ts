import { halfWidth } from './foldText';
import { collapseSpace } from './safeText';

export interface OutlineLine {
  /** One line, however many it was wrapped into. */
  readonly text: string;
  /** Meaning of its box; open without one. */
  readonly status: 'open' | 'done' | 'dropped';
  /** True for a heading that stands above list items. */
  readonly isHeading: boolean;
  readonly children: readonly OutlineLine[];
}

interface OpenLine extends OutlineLine {
  text: string;
  readonly children: OpenLine[];
}

/** Most levels of the tree; deeper lines become siblings, so that nothing that walks the tree can run out of stack. */
const MAX_DEPTH = 16;
const TAB = 4;
const BULLET = /^(?:[-*+•◦‣▪●○・]|\d{1,9}[.)])(?=\s|$)/;
/** A number that continues a list: Markdown lets only 1 begin one right below other text. */
const LATER_NUMBER = /^(?!1[.)])\d{1,9}[.)](?=\s|$)/;
const CHECKBOX = /^(?:\[([ xX✓✔√✅~/.oO\\><!?*+−–—✗✘❌-]?)\ufe0f?\]|([☐☑☒✅✔✓])\ufe0f?)(?=\s|$)/u;
const DONE = /^[xX✓✔√✅☑☒]$/u;
const DROPPED = /^[-~−–—✗✘❌]$/u;
const FENCE = /^\s*(?:```|~~~)/;
/** A rule or the underline of a heading. */
const RULE = /^[-*_=\s]*$/;
const HEADING = /^(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})\s*$/;
/** Headings, quotes and tables end the item above them. */
const OTHER_BLOCK = /^(?:[>|]|#{1,6}\s)/;

/**
 * Reads pasted lines or a Markdown list (`- [x] a`, `* b`, `1. c`) as a tree; a line that is indented more is a child, or the rest of the
 * item right above it if it has no marker.
 */
export function splitLines(text: string): readonly OutlineLine[] {
  const outline = new Outline();
  for (const source of sourceLines(text)) outline.add(source, outline.wraps(source));
  return outline.lines;
}

export interface Checklist {
  readonly lines: readonly OutlineLine[];
  /** Number of lines that are not part of a list: prose, code, headings without a list. */
  readonly others: number;
}

/** Returns the lists of a Markdown text below the headings that they stand below; all lines if the text has no list. */
export function readChecklist(text: string): Checklist {
  const outline = new Outline();
  const sources = sourceLines(text);
  let [others, isCode, items] = [0, false, 0];
  for (const [index, source] of sources.entries()) {
    const content = source.trimStart();
    const isFence = FENCE.test(source);
    const isMarkdown = !isFence && !isCode;
    if (isFence) isCode = !isCode;
    const heading = isMarkdown ? headingOf(content, sources[index + 1]) : undefined;
    const isRest = isMarkdown && outline.wraps(source, true);
    if (heading && !isRest) outline.addHeading(heading.level, heading.text);
    else if (isMarkdown && (isRest || isItem(content))) {
      if (!isRest) items += 1;
      outline.add(source, isRest);
    } else {
      outline.endItem();
      if (readLine(content) !== undefined) others += 1;
    }
  }
  if (items === 0) return { lines: splitLines(text), others: 0 };
  const pruned = withItems(outline.lines);
  return { lines: pruned.lines, others: others + pruned.left };
}

/** Lines of an outline while they are read. */
class Outline {
  readonly #root: OpenLine[] = [];
  /** Further lines of the last item. */
  #rest: string[] = [];
  readonly #headings: { readonly level: number; readonly line: OpenLine }[] = [];
  readonly #open: { readonly indent: number; readonly isNumbered: boolean; readonly line: OpenLine }[] = [];
  /** True right below an item, where a line without a marker is the rest of it. */
  #isInItem = false;

  /** Returns the outermost lines read so far. */
  get lines(): readonly OutlineLine[] {
    this.#joinRest();
    return this.#root;
  }

  /** Tells whether a line is the rest of the item above it. @param isLazy true where it need not be indented, as in Markdown. */
  wraps(source: string, isLazy = false): boolean {
    const content = source.trimStart();
    const last = this.#open.at(-1);
    if (!this.#isInItem || !last || RULE.test(content) || OTHER_BLOCK.test(content)) return false;
    if (LATER_NUMBER.test(content)) return !this.#open.some(({ isNumbered }) => isNumbered);
    return !isItem(content) && (isLazy || indentOf(source) > last.indent);
  }

  endItem(): void {
    this.#isInItem = false;
  }

  addHeading(level: number, text: string): void {
    this.endItem();
    this.#joinRest();
    this.#open.length = 0;
    while ((this.#headings.at(-1)?.level ?? 0) >= level) this.#headings.pop();
    const line: OpenLine = { text, status: 'open', isHeading: true, children: [] };
    this.#siblings().push(line);
    this.#headings.push({ level, line });
  }

  add(source: string, isRest: boolean): void {
    const content = source.trimStart();
    const last = this.#open.at(-1);
    if (isRest && last) {
      this.#rest.push(content);
      return;
    }
    this.#joinRest();
    const line = readLine(content);
    this.#isInItem = line !== undefined && isItem(content);
    if (!line) return;
    const indent = indentOf(source);
    const most = MAX_DEPTH - this.#headings.length;
    while (this.#open.length >= most || indent <= (this.#open.at(-1)?.indent ?? -1)) this.#open.pop();
    (this.#open.at(-1)?.line.children ?? this.#siblings()).push(line);
    this.#open.push({ indent, isNumbered: /^\d/.test(content), line });
  }

  #joinRest(): void {
    const line = this.#open.at(-1)?.line;
    // A backslash at the end of a line is Markdown's break.
    if (line && this.#rest.length > 0)
      line.text = collapseSpace([line.text, ...this.#rest].map((part) => part.replace(/\\\s*$/, '')).join(' '));
    this.#rest = [];
  }

  #siblings(): OpenLine[] {
    return this.#headings.at(-1)?.line.children ?? this.#root;
  }
}

/** Reads a heading of either form. @param next the line below it, which may underline it */
function headingOf(
  content: string,
  next: string | undefined,
): { readonly level: number; readonly text: string } | undefined {
  const [, marks, words = ''] = HEADING.exec(content) ?? [];
  const isUnderlined =
    marks === undefined &&
    UNDERLINE.test(next ?? '') &&
    !isItem(content) &&
    !RULE.test(content) &&
    !OTHER_BLOCK.test(content);
  const text = collapseSpace(isUnderlined ? content : words);
  if (text === '') return undefined;
  return { level: marks?.length ?? ((next ?? '').trim().startsWith('=') ? 1 : 2), text };
}

/** Leaves out the headings without items. */
function withItems(lines: readonly OutlineLine[]): { readonly lines: readonly OutlineLine[]; readonly left: number } {
  let left = 0;
  const kept = lines.flatMap((line): OutlineLine[] => {
    if (!line.isHeading) return [line];
    const below = withItems(line.children);
    left += below.left;
    if (below.lines.length > 0) return [{ ...line, children: below.lines }];
    left += 1;
    return [];
  });
  return { lines: kept, left };
}

function isItem(content: string): boolean {
  return (BULLET.test(content) || CHECKBOX.test(halfWidth(content))) && readLine(content) !== undefined;
}

function sourceLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}

function readLine(content: string): OpenLine | undefined {
  if (RULE.test(content)) return undefined;
  const entry = content.replace(BULLET, '').trimStart();
  const [box = '', inner, sign] = CHECKBOX.exec(halfWidth(entry)) ?? [];
  const mark = inner ?? sign ?? '';
  const text = collapseSpace(entry.slice(box.length));
  const status = DONE.test(mark) ? 'done' : DROPPED.test(mark) ? 'dropped' : 'open';
  return text === '' ? undefined : { text, status, isHeading: false, children: [] };
}

/** Returns the columns of leading white space. */
function indentOf(source: string): number {
  let columns = 0;
  for (const character of source.slice(0, source.length - source.trimStart().length))
    columns += character === '\t' ? TAB - (columns % TAB) : 1;
  return columns;
}
