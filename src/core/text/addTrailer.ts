import type { GoalMention, GoalTrailer } from './trailers';
import { goalLine, goalMentions, goalTrailers } from './trailers';

const TRAILER = /^[A-Za-z0-9-]+[ \t]*:/;
/** Line that makes a note of everything below it, as readers of conventional commits have it; the subject is none. */
const BREAKING = /^[\s|*]*BREAKING[ -]CHANGE[:\s]/i;

/**
 * Returns the message with the goal named in its last paragraph, where git's own trailers are, but above a note on a breaking change.
 * A goal that is already named stays as it is, except that the key changes if the goal is now completed. The subject line is left to
 * the person.
 */
export function addTrailer(message: string, mention: GoalMention): string {
  const named = goalMentions(message).find(({ id }) => id === mention.id);
  if (named && (named.closes || !mention.closes)) return message;
  if (named) return closeMention(message, mention.id);
  const text = message.trimEnd();
  return (
    aboveBreaking(text, goalLine(mention)) ?? `${text}${endsWithTrailers(text) ? '\n' : '\n\n'}${goalLine(mention)}`
  );
}

/** Returns the text with the line above its note on a breaking change; undefined if there is none. */
function aboveBreaking(text: string, line: string): string | undefined {
  const lines = text.split('\n');
  const subject = lines.findIndex((each) => each.trim() !== '');
  const at = lines.findIndex((each, index) => index > subject && BREAKING.test(each));
  if (subject < 0 || at < 0) return undefined;
  // The line must not become part of the subject, which goes on to the first blank line.
  const isSubject = lines.slice(subject, at).every((each) => each.trim() !== '');
  return [...lines.slice(0, at), ...(isSubject ? ['', line, ''] : [line]), ...lines.slice(at)].join('\n');
}

function endsWithTrailers(text: string): boolean {
  const paragraphs = text.trim().split(/\n(?:[ \t]*\n)+/);
  const last = paragraphs.at(-1) ?? '';
  // A single paragraph is the subject, unless it consists of our own lines, which then still wait for a subject.
  const isBody = paragraphs.length > 1 || (last !== '' && withoutTrailers(last).trim() === '');
  const [first = '', ...others] = last.split('\n');
  return isBody && TRAILER.test(first) && others.every((line) => TRAILER.test(line) || /^[ \t]/.test(line));
}

function withoutTrailers(text: string): string {
  return goalTrailers(text).reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
}

/** Changes the key of the first trailer that names the goal; other goals of that trailer keep theirs. */
function closeMention(message: string, id: string): string {
  const trailer = goalTrailers(message).find(({ ids }) => ids.includes(id));
  return trailer ? message.slice(0, trailer.from) + closed(trailer, id) + message.slice(trailer.to) : message;
}

function closed({ indent, ids, rest }: GoalTrailer, id: string): string {
  const others = ids.filter((each) => each !== id);
  const lines = others.length === 0 ? [] : [`${indent}Goal: ${others.join(', ')}${rest}`];
  return [...lines, `${indent}${goalLine({ id, closes: true })}${others.length === 0 ? rest : ''}`].join('\n');
}
