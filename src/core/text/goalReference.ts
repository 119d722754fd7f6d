/** A place on a line, in UTF-16 units: `from` inclusive, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Reference to a goal that a person is typing, with the span that a suggestion replaces. */
export type TypedReference =
  /** The key of a trailer, alone on its line so far. */
  | ({ readonly type: 'key' } & Span)
  /** The goal of a trailer, or a further one; the person may also type part of the title. `spaced`: true if a space precedes it. */
  | ({ readonly type: 'trailer'; readonly spaced: boolean } & Span)
  /** The goal of a `TODO(…)` comment; `closed`: true if the closing bracket is already there. */
  | ({ readonly type: 'todo'; readonly closed: boolean } & Span);

export const TRAILER_KEYS = ['Goal', 'Closes-Goal'] as const;

const GOAL_IDS = /\bg-[0-9a-hjkmnp-tv-z]{10}\b/g;
const TYPED_TRAILER = /^\s*(?:closes-)?goal[^\S\n]*:([^\S\n]*(?:g-[0-9a-hjkmnp-tv-z]{10}[\s,;]+)*)(.*)$/i;
const TYPED_KEY = /^\s*([A-Za-z-]*)$/;
const TYPED_TODO = /\bTODO\(([0-9A-Za-z-]*)$/;

/** Returns the trailer that is being typed on a line of a commit message, with the cursor at `column`. */
export function typedTrailer(line: string, column: number): TypedReference | undefined {
  const before = line.slice(0, column);
  const trailer = TYPED_TRAILER.exec(before);
  if (trailer) {
    const [, lead = '', typed = ''] = trailer;
    return { type: 'trailer', spaced: lead !== '', from: column - typed.length, to: column };
  }
  const key = TYPED_KEY.exec(before)?.[1]?.toLowerCase();
  const isKey = key !== undefined && TRAILER_KEYS.some((each) => each.toLowerCase().startsWith(key));
  // With text after the cursor, the line is a sentence that begins with such a word.
  return isKey && line.slice(column).trim() === '' ? { type: 'key', from: column - key.length, to: column } : undefined;
}

/** Returns the goal that is being typed in `TODO(g-…`, with the cursor at `column`. */
export function typedTodo(line: string, column: number): TypedReference | undefined {
  const typed = TYPED_TODO.exec(line.slice(0, column))?.[1];
  if (typed === undefined) return undefined;
  return { type: 'todo', closed: line[column] === ')', from: column - typed.length, to: column };
}

/** Returns every goal id of a line or text, with its place. */
export function goalIdsIn(text: string): (Span & { readonly id: string })[] {
  return Array.from(text.matchAll(GOAL_IDS), ({ 0: id, index }) => ({ id, from: index, to: index + id.length }));
}

/** Replaces each id that stands alone; in a path or a URL it is part of another word. Returns undefined if there is none. */
export function replaceGoalIds(text: string, replacement: (id: string) => string | undefined): string | undefined {
  let changed: string | undefined;
  let done = 0;
  for (const { id, from, to } of goalIdsIn(text)) {
    const isAlone =
      /^[\s(]?$/.test(text.slice(Math.max(0, from - 1), from)) && /^[\s),.;:]?$/.test(text.slice(to, to + 1));
    const by = isAlone ? replacement(id) : undefined;
    if (by === undefined) continue;
    changed = (changed ?? '') + text.slice(done, from) + by;
    done = to;
  }
  return changed === undefined ? undefined : changed + text.slice(done);
}
