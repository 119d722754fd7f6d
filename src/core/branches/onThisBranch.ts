import { documentIn } from '../document/fileReading';
import type { Json } from '../document/json';
import { sameJson } from '../document/json';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/**
 * Returns a test for whether a goal concerns this branch: the branch changed it or worked on it beyond the integration branch, it is
 * active, or such a goal is below it. Every goal passes if there is no integration branch to compare with.
 */
export function onThisBranch({ goals, sources, branches, active }: Snapshot): (node: GoalNode) => boolean {
  const integration = branches?.facts.integration;
  if (!integration) return () => true;
  const readings = sources.filter(({ scope }) => scope === 'team').map(({ reading }) => reading);
  const recordOf = (id: string): Json | undefined =>
    readings.map((reading) => documentIn(reading)?.records.get(id)).find(Boolean);
  const found = new Set<string>();
  for (const [id, node] of goals) {
    const isWorkedOn = id === active || node.commits.some(({ state }) => state === 'here');
    const isChanged = !sameJson(recordOf(id), integration.document.records.get(id));
    if (node.scope !== 'team' || !(isWorkedOn || isChanged)) continue;
    for (let above: GoalNode | undefined = node; above && !found.has(above.goal.id);) {
      found.add(above.goal.id);
      above = above.parent === undefined ? undefined : goals.get(above.parent);
    }
  }
  return ({ goal }) => found.has(goal.id);
}
