import { collapseSpace } from './safeText';

export interface TodoComment {
  /** What is to be done, on one line. */
  readonly text: string;
  /** Where the id of a goal goes, in UTF-16 units: right after `TODO`. */
  readonly idAt: number;
}

/** Longer lines are generated or data: nobody writes a task there. */
const MAX_LINE = 1000;
const TODO = /(?:^|[\s*/#;%'"!-])TODO:\s*(\S.*)$/;
/** What begins a comment in the languages in use; a line inside a block comment begins with a star. */
const COMMENT = /\/\/|\/\*|^\s*\*|#|--|<!--|;|%|"""|'''|^\s*(?:'|rem\b)/i;
const COMMENT_END = /\s*(?:\*\/|-->|\*\)|"""|''')\s*$/;

/** The `TODO: text` of a comment on that line. Undefined for one that names a goal or a person already, `TODO(…): text`. */
export function todoComment(line: string): TodoComment | undefined {
  if (line.length > MAX_LINE) return undefined;
  const match = TODO.exec(line);
  if (!match) return undefined;
  const idAt = line.indexOf('TODO:', match.index) + 'TODO'.length;
  const text = collapseSpace((match[1] ?? '').replace(COMMENT_END, ''));
  return text !== '' && COMMENT.test(line.slice(0, idAt)) ? { text, idAt } : undefined;
}
