import { formatDocument } from './formatDocument';
import type { GoalDocument } from './goalDocument';

/** Tells whether a text is laid out as we write it. Line ends do not count: git may be set to check out others. */
export function hasOwnLayout({ text, document }: { readonly text: string; readonly document: GoalDocument }): boolean {
  return formatDocument(document) === text.replaceAll('\r\n', '\n');
}
