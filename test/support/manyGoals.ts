import type { GoalDocument } from '../../src/core/document/goalDocument';
import { emptyDocument } from '../../src/core/document/goalDocument';
import { formatStamp } from '../../src/core/document/stamp';
import type { Json } from '../../src/core/document/json';

const START = Date.UTC(2026, 0, 5);
const MINUTE = 60_000;
/** Each of these many goals is the parent of those that follow it. */
const FAMILY = 8;

/** Goals like those of a team after some months: nested, owned, dated, a third of them edited. Always the same ones. */
export function manyGoals(count: number): { readonly document: GoalDocument; readonly ids: readonly string[] } {
  const ids = Array.from({ length: count }, (_, index) => idOf(index));
  const records = new Map(ids.map((id, index) => [id, recordOf(index, ids)]));
  return { document: { ...emptyDocument(), records }, ids };
}

function idOf(index: number): string {
  // A multiplier prime to the range spreads the ids as random ones are spread.
  const digits = ((index * 7919 + 104_729) % 32 ** 4).toString(32).padStart(4, '0');
  return `g-${digits.replace(/[ilou]/g, (letter) => ({ i: 'w', l: 'x', o: 'y', u: 'z' })[letter] ?? letter)}${String(index).padStart(6, '0')}`;
}

function recordOf(index: number, ids: readonly string[]): Json {
  const stamp = (minutes: number): string =>
    formatStamp({ millis: START + (index + minutes) * MINUTE, counter: 0, replica: 'k3f9' });
  const isParent = index % FAMILY === 0;
  const parent = isParent ? undefined : ids[index - (index % FAMILY)];
  return {
    title: `Goal ${index}: make the part of the product better`,
    kind: isParent ? 'objective' : 'micro',
    status: index % 3 === 0 ? 'done' : 'open',
    owner: `person${index % 12}@example.com`,
    ...(parent === undefined ? {} : { parent }),
    ...(index % 4 === 0 ? { due: '2026-12-04' } : {}),
    ...(index % 5 === 0 ? { tags: { ci: true } } : {}),
    ...(index % 3 === 0 ? { edits: { status: stamp(30) } } : {}),
    created: stamp(0),
  };
}
