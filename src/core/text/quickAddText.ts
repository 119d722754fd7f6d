import { collapseSpace } from './safeText';
import { isTag, type QuickAddFields } from './quickAdd';
import { escapeWord, quickWords } from './quickWords';

/**
 * Returns the line that `parseQuickAdd` reads as these fields, so that people edit a goal by the same grammar. Ids are written
 * out, so that no later goal or person makes them ambiguous. Tags that the grammar cannot express (written by hand) are left out:
 * the caller keeps those of a goal for which `isTag` is false.
 */
export function quickAddText({ title, due, owner, parent, priority, repeat, tags }: QuickAddFields): string {
  const words = quickWords(collapseSpace(title), false).map(({ text, quoted }) => (quoted ? text : escapeWord(text)));
  if (due !== undefined) words.push(`!${due}`);
  if (repeat !== undefined) words.push(`*${repeat}`);
  if (owner !== undefined) words.push(/\s/.test(owner) ? `@"${owner}"` : `@${owner}`);
  words.push(...tags.filter(isTag).map((tag) => `#${tag}`));
  if (parent !== undefined) words.push(`^${parent}`);
  if (priority !== undefined) words.push(`!p${priority}`);
  return words.join(' ');
}
