/** Versions of a file that its conflict markers show, each with the rest of the file around it. */
export interface MarkedVersions {
  /** The sides in their order: two, or more where one merge joined more. */
  readonly sides: readonly string[];
  /** The ancestors, each of the side at its place and the next one; empty unless every conflict shows them. */
  readonly bases: readonly string[];
}

/** Versions of the lines of one conflict. */
interface Conflict {
  readonly sides: readonly (readonly string[])[];
  readonly bases: readonly (readonly string[])[];
}

interface Marker {
  readonly sign: string;
  readonly size: number;
}

/**
 * Returns the versions in a text with conflict markers: those of git with or without bases, and those of jj in each of its styles.
 * They may have any length, which is the same within a conflict. Undefined if there are none or they do not match up.
 */
export function splitMarkers(text: string): MarkedVersions | undefined {
  const lines = text.split('\n');
  const parts: (string | Conflict)[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const marker = markerOf(line);
    if (marker?.sign === '>') return undefined;
    if (marker?.sign !== '<') {
      parts.push(line);
      continue;
    }
    const end = endOf(lines, index, marker.size);
    const conflict = end === undefined ? undefined : conflictOf(lines.slice(index + 1, end), marker.size);
    if (end === undefined || !conflict) return undefined;
    parts.push(conflict);
    index = end;
  }
  return versionsOf(parts);
}

function versionsOf(parts: readonly (string | Conflict)[]): MarkedVersions | undefined {
  const conflicts = parts.filter((part) => typeof part !== 'string');
  const count = conflicts[0]?.sides.length ?? 0;
  if (count < 2 || conflicts.some(({ sides }) => sides.length !== count)) return undefined;
  const hasBases = conflicts.every(({ bases }) => bases.length === count - 1);
  const version = (of: 'sides' | 'bases', place: number): string =>
    parts.flatMap((part) => (typeof part === 'string' ? [part] : (part[of][place] ?? []))).join('\n');
  const sides = conflicts[0]?.sides.map((_, place) => version('sides', place)) ?? [];
  return { sides, bases: hasBases ? sides.slice(1).map((_, place) => version('bases', place)) : [] };
}

/** Returns the marker that a line is; undefined for a line of text. No line of a goals file begins with one of these signs. */
function markerOf(line: string, size?: number): Marker | undefined {
  const run = /^(?:<+|>+|\|+|=+|%+|\++|-+|\\+)(?= |\r?$)/.exec(line)?.[0];
  if (run === undefined || (size !== undefined && run.length !== size)) return undefined;
  return { sign: run.charAt(0), size: run.length };
}

/** Returns the line that closes a conflict. A side may hold a whole conflict that was committed with its markers. */
function endOf(lines: readonly string[], start: number, size: number): number | undefined {
  let depth = 0;
  for (let index = start; index < lines.length; index += 1) {
    depth += depthChange(markerOf(lines[index] ?? '', size));
    if (depth === 0) return index;
  }
  return undefined;
}

function depthChange(marker: Marker | undefined): number {
  return marker?.sign === '<' ? 1 : marker?.sign === '>' ? -1 : 0;
}

function conflictOf(body: readonly string[], size: number): Conflict | undefined {
  const first = markerOf(body[0] ?? '', size)?.sign ?? '';
  return '%+-'.includes(first) && first !== '' ? conflictOfJj(body, size) : conflictOfGit(body, size);
}

function conflictOfGit(body: readonly string[], size: number): Conflict | undefined {
  const [ours, base, theirs]: [string[], string[], string[]] = [[], [], []];
  let section = ours;
  let depth = 0;
  let hasBase = false;
  for (const line of body) {
    const marker = markerOf(line, size);
    const sign = depth === 0 ? marker?.sign : undefined;
    depth += depthChange(marker);
    if (sign === '|' && section === ours) {
      section = base;
      hasBase = true;
    } else if (sign === '=' && section !== theirs) section = theirs;
    else if (sign === '|' || sign === '=') return undefined;
    else section.push(line);
  }
  return section === theirs ? { sides: [ours, theirs], bases: hasBase ? [base] : [] } : undefined;
}

/** Reads sections as jj writes them: a side, a base, or the difference between a base and a side. */
function conflictOfJj(body: readonly string[], size: number): Conflict | undefined {
  const [sides, bases]: [string[][], string[][]] = [[], []];
  let sign = '';
  for (const line of body) {
    const next = markerOf(line, size)?.sign;
    // The second line of the label of a difference.
    if (next === '\\' && sign === '%') continue;
    if (next !== undefined && !'%+-'.includes(next)) return undefined;
    if (next === undefined) {
      if (!pushLine(line, sign, sides.at(-1), bases.at(-1))) return undefined;
      continue;
    }
    sign = next;
    if (next !== '-') sides.push([]);
    if (next !== '+') bases.push([]);
  }
  return { sides, bases };
}

function pushLine(line: string, section: string, side: string[] | undefined, base: string[] | undefined): boolean {
  if (section !== '%') {
    (section === '+' ? side : base)?.push(line);
    return true;
  }
  const [change, rest] = [line.charAt(0), line.slice(1)];
  // An editor may have taken the blank off an empty line.
  const isKept = change === ' ' || change === '' || change === '\r';
  if (!isKept && change !== '-' && change !== '+') return false;
  if (change !== '-') side?.push(rest);
  if (change !== '+') base?.push(rest);
  return true;
}
