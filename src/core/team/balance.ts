import type { Goal } from '../model/goalView';
import { fromAbove } from '../snapshot/fromAbove';
import { counts } from '../snapshot/progress';
import type { Snapshot } from '../snapshot/snapshot';

/** Tags with a meaning of their own: work that keeps things running, work that delivers, and learning. */
export const AREAS = ['ops', 'delivery', 'growth'] as const;
export type Area = (typeof AREAS)[number];

export interface AreaBalance {
  readonly area: Area | 'other';
  readonly open: number;
  readonly done: number;
}

/** Counts by area the team's goals that count and have no children; empty while no goal is in an area. */
export function balanceOf(snapshot: Snapshot): readonly AreaBalance[] {
  const found = new Map<AreaBalance['area'], { open: number; done: number }>();
  for (const node of snapshot.goals.values()) {
    if (node.scope !== 'team' || node.children.length > 0 || !counts(node.goal)) continue;
    const areas = areasOf(node, snapshot) ?? [];
    for (const area of areas.length > 0 ? areas : (['other'] as const)) {
      const known = found.get(area) ?? { open: 0, done: 0 };
      found.set(area, known);
      known[node.goal.status === 'done' ? 'done' : 'open'] += 1;
    }
  }
  if (!AREAS.some((area) => found.has(area))) return [];
  const all = [...AREAS, 'other'] as const;
  return all.map((area) => ({ area, ...(found.get(area) ?? { open: 0, done: 0 }) }));
}

/** Returns the areas a goal is tagged with, otherwise those of the nearest goal above it that has any. */
const areasOf = fromAbove<readonly Area[]>(({ goal }, above = []) => {
  const own = taggedAreas(goal);
  return own.length > 0 ? own : above;
});

function taggedAreas({ tags }: Goal): readonly Area[] {
  return AREAS.filter((area) => tags.includes(area));
}
