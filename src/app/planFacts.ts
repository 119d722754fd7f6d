import type { PlanFacts } from '../core/changes/kindRule';
import { systemRandom } from '../store/nodePorts';
import type { Place } from './openPlace';

/** Returns the facts that planning needs beyond the snapshot. @param place undefined until it is open; then nobody can tell who ticked */
export function planFacts(place: Pick<Place, 'repository' | 'replica'> | undefined): PlanFacts {
  return {
    random: systemRandom,
    async tickOf(node, snapshot) {
      if (!place?.repository) return undefined;
      const { tickFacts } = await import('../git/people/tickFacts');
      return tickFacts(place.repository, node, snapshot, place.replica);
    },
  };
}
