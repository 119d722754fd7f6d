/** Lines of a conflict between versions of a text; around it stands what all have in common. */
export type Section = (versions: { readonly sides: readonly Lines[]; readonly bases: readonly Lines[] }) => Lines;
type Lines = readonly string[];

/** Returns a text with one conflict, as a program leaves it that could not merge the sides. */
export function marked(sides: readonly string[], bases: readonly string[], section: Section): string {
  const all = [...sides, ...bases].map((text) => text.split('\n'));
  const [first = []] = all;
  const isCommon = (place: number): boolean => all.every((lines) => lines.at(place) === first.at(place));
  let start = 0;
  while (isCommon(start)) start += 1;
  let end = 1;
  while (isCommon(-end)) end += 1;
  end -= 1;
  const inner = all.map((lines) => lines.slice(start, lines.length - end));
  const conflict = section({ sides: inner.slice(0, sides.length), bases: inner.slice(sides.length) });
  return [...first.slice(0, start), ...conflict, ...first.slice(first.length - end)].join('\n');
}

/** Returns a difference of two versions as jj shows it: what both have at start and end is kept. */
export function difference(before: Lines = [], after: Lines = []): Lines {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const signed = (sign: string, lines: Lines): Lines => lines.map((line) => `${sign}${line}`);
  return [
    ...signed(' ', before.slice(0, start)),
    ...signed('-', before.slice(start, before.length - end)),
    ...signed('+', after.slice(start, after.length - end)),
    ...signed(' ', before.slice(before.length - end)),
  ];
}
