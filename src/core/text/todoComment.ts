import { collapseSpace } from './safeText';

export interface TodoComment {
  /** The task, on one line. */
  readonly text: string;
  /** Offset for the id of a goal, in UTF-16 units: right after `TODO`. */
  readonly idAt: number;
}

/** Longest line that is read: longer ones are generated or data, where nobody writes a task. */
const MAX_LINE = 1000;
const TODO = /(?:^|[\s*/#;%'"!-])TODO:\s*(\S.*)$/;
/** Starts of comments in the languages in use; a line inside a block comment begins with a star. */
const COMMENT = /\/\/|\/\*|^\s*\*|#|--|<!--|;|%|"""|'''|^\s*(?:'|rem\b)/i;
const COMMENT_END = /\s*(?:\*\/|-->|\*\)|"""|''')\s*$/;

/** Returns the `TODO: text` of a comment on that line; undefined if it already names a goal or a person, `TODO(…): text`. */
export function todoComment(line: string): TodoComment | undefined {
  if (line.length > MAX_LINE) return undefined;
  const match = TODO.exec(line);
  if (!match) return undefined;
  const idAt = line.indexOf('TODO:', match.index) + 'TODO'.length;
  const text = collapseSpace((match[1] ?? '').replace(COMMENT_END, ''));
  return text !== '' && COMMENT.test(line.slice(0, idAt)) ? { text, idAt } : undefined;
}
