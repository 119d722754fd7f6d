/** Sides of a text with conflict markers, each with the rest of the file around it. */
export interface MarkedSides {
  readonly ours: string;
  readonly theirs: string;
  /** The common ancestor, if every conflict shows it (diff3 and zdiff3). */
  readonly base: string | undefined;
}

type Section = 'common' | 'ours' | 'base' | 'theirs';

/** Returns the sides of a text with conflict markers of any size; undefined if there are none or they do not match up. */
export function splitMarkers(text: string): MarkedSides | undefined {
  const lines: Record<'ours' | 'theirs' | 'base', string[]> = { ours: [], theirs: [], base: [] };
  let section: Section = 'common';
  let size = 0;
  let conflicts = 0;
  let withBase = 0;
  for (const line of text.split('\n')) {
    const next = sectionAfter(line, section, size);
    if (next === undefined) {
      if (section === 'common') for (const side of Object.values(lines)) side.push(line);
      else lines[section].push(line);
      continue;
    }
    if (next === 'ours') {
      conflicts += 1;
      size = markerSize(line);
    }
    if (next === 'base') withBase += 1;
    section = next;
  }
  if (section !== 'common' || conflicts === 0) return undefined;
  const joined = (side: 'ours' | 'theirs' | 'base'): string => lines[side].join('\n');
  return { ours: joined('ours'), theirs: joined('theirs'), base: withBase === conflicts ? joined('base') : undefined };
}

/** Returns the section that a marker opens; undefined for a line of text. A base may contain markers of another size. */
function sectionAfter(line: string, section: Section, size: number): Section | undefined {
  const found = markerSize(line);
  if (found === 0 || (section !== 'common' && found !== size)) return undefined;
  const sign = line.charAt(0);
  if (sign === '<' && section === 'common') return 'ours';
  if (sign === '|' && section === 'ours') return 'base';
  if (sign === '=' && (section === 'ours' || section === 'base')) return 'theirs';
  return sign === '>' && section === 'theirs' ? 'common' : undefined;
}

/** Returns the length of the marker at the start of a line, 0 for none. No line of a goals file starts with a marker. */
function markerSize(line: string): number {
  return /^(?:(<{7,}|\|{7,}|>{7,})(?: .*)?|(={7,}))\r?$/.exec(line)?.slice(1).find(Boolean)?.length ?? 0;
}
