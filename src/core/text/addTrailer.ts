import type { GoalMention } from './trailers';
import { goalLine, goalMentions } from './trailers';

const TRAILER = /^[A-Za-z0-9-]+: \S/;

/**
 * Returns the message with the goal named in its last paragraph, where git's own trailers are. A goal that is already named stays
 * as it is, except that the key changes if the goal is now completed. The subject line is left to the person.
 */
export function addTrailer(message: string, mention: GoalMention): string {
  const named = goalMentions(message).find(({ id }) => id === mention.id);
  if (named && (named.closes || !mention.closes)) return message;
  if (named) return closeMention(message, mention.id);
  const text = message.trimEnd();
  return `${text}${endsWithTrailers(text) ? '\n' : '\n\n'}${goalLine(mention)}`;
}

function endsWithTrailers(text: string): boolean {
  const paragraphs = text.trim().split(/\n(?:[ \t]*\n)+/);
  const lines = (paragraphs.at(-1) ?? '').split('\n');
  // A single paragraph is the subject, unless it consists of our own lines, which then still wait for a subject.
  const isBody = paragraphs.length > 1 || lines.every((line) => goalMentions(line).length > 0);
  return isBody && lines.every((line) => TRAILER.test(line));
}

function closeMention(message: string, id: string): string {
  const open = goalLine({ id, closes: false });
  const closed = goalLine({ id, closes: true });
  const lines = message.split('\n');
  const at = lines.findIndex((line) => line.trimStart().startsWith(open));
  return lines.map((line, index) => (index === at ? line.replace(open, closed) : line)).join('\n');
}
