import type { PlanFacts } from '../../core/changes/kindRule';
import { microgoalsFolder } from '../../git/run/gitFolder';
import { tickFacts } from '../../git/people/tickFacts';
import { systemRandom } from '../../store/nodePorts';
import { readOrCreateReplica } from '../../store/replica';
import type { GoalService } from '../service/goalService';

export function planFacts({ place }: Pick<GoalService, 'place'>): PlanFacts {
  const repository = place?.repository;
  return {
    random: systemRandom,
    async tickOf(node, snapshot) {
      if (!repository) return undefined;
      const replica = await readOrCreateReplica(microgoalsFolder(repository.commonDir), systemRandom);
      return tickFacts(repository, node, snapshot, replica);
    },
  };
}
