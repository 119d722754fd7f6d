import type { PlanFacts } from '../../core/changes/kindRule';
import { microgoalsFolder } from '../../git/run/gitFolder';
import { systemRandom } from '../../store/nodePorts';
import { readOrCreateReplica } from '../../store/replica';
import type { VerbPlace } from '../place/verbPlace';

export function planFacts({ repository }: VerbPlace): PlanFacts {
  return {
    random: systemRandom,
    async tickOf(node, snapshot) {
      if (!repository) return undefined;
      const replica = await readOrCreateReplica(microgoalsFolder(repository.commonDir), systemRandom);
      const { tickFacts } = await import('../../git/people/tickFacts');
      return tickFacts(repository, node, snapshot, replica);
    },
  };
}
