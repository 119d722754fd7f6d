import { collapseSpace } from './safeText';

export interface TodoComment {
  /** The task, on one line. */
  readonly text: string;
  /** Offset for the id of a goal, in UTF-16 units: right after `TODO`. */
  readonly idAt: number;
}

/** Longest line that is read: longer ones are generated or data, where nobody writes a task. */
const MAX_LINE = 1000;
const TODO = /(?:^|[\s*/#;%'"!{[(|=-])(TODO)(?:[:：]\s*|\s+)(\S.*)$/;
/** Starts of comments in the languages in use; a line inside a block comment begins with a star. */
const COMMENT = /\/\/|\/\*|^\s*\*|#|--|<!--|\(\*|\{-|;|%|"""|'''|^\s*(?:'|rem\b)/i;
/** A comment that the task is the first word of: needed where no colon follows. */
const COMMENT_BEGINS = /(?:\/\/[/!]?|\/\*[*!]?|^\s*\*|#|--(?:\[=*\[)?|<!--|\(\*|\{-|;+|%|"""|'''|^\s*(?:'|rem\b))\s*$/i;

/** Signs around a comment that ends within its line. */
const BLOCKS: readonly (readonly [opens: string, closes: string])[] = [
  ['/*', '*/'],
  ['<!--', '-->'],
  ['(*', '*)'],
  ['{-', '-}'],
  ['--[[', ']]'],
  ['--[=[', ']=]'],
  ['#[[', ']]'],
  ['#[=[', ']=]'],
  ['{#', '#}'],
  ['{{!--', '--}}'],
  ['{{!', '}}'],
  ['<%--', '--%>'],
  ['<%#', '%>'],
  ['<#', '#>'],
  ['@*', '*@'],
  ['#|', '|#'],
  ['#=', '=#'],
  ['%{', '%}'],
  ['"""', '"""'],
  ["'''", "'''"],
];

/**
 * Returns the task of a comment on that line, `TODO: text`, or `TODO text` where the comment begins with it; undefined if it already
 * names a goal or a person, `TODO(…): text`. What closes the comment, and code behind it, is no part of the task.
 */
export function todoComment(line: string): TodoComment | undefined {
  if (line.length > MAX_LINE) return undefined;
  const match = TODO.exec(line);
  if (!match) return undefined;
  const at = line.indexOf('TODO', match.index);
  const idAt = at + 'TODO'.length;
  const before = line.slice(0, at);
  const isComment = /^[:：]/.test(line.slice(idAt)) ? COMMENT.test(before) : COMMENT_BEGINS.test(before);
  const text = collapseSpace(withoutClosing(match[2] ?? '', before));
  return text !== '' && isComment ? { text, idAt } : undefined;
}

/** Cuts a text where the comment ends that it stands in. @param before what stands before it on the line */
function withoutClosing(text: string, before: string): string {
  const ends = BLOCKS.flatMap(([opens, closes]) => {
    const at = isOpen(before, opens, closes) ? text.indexOf(closes) : -1;
    return at < 0 ? [] : [at];
  });
  return text.slice(0, Math.min(text.length, ...ends));
}

/** Tells whether a comment with these signs is begun and not ended; a line that begins with a star is inside one. */
function isOpen(before: string, opens: string, closes: string): boolean {
  if (opens === closes) return before.split(opens).length % 2 === 0;
  const isInside = opens === '/*' && /^\s*\*/.test(before);
  return isInside || before.lastIndexOf(opens) > before.lastIndexOf(closes);
}
