import { systemRandom } from '../../store/nodePorts';
import type { Place } from './openPlace';

/** Writes into the person's own file what was committed for a personal goal since anybody looked. */
export async function recordCommits({ repository, personal }: Place): Promise<void> {
  if (!repository) return;
  const { recordPersonalCommits } = await import('../../git/log/recordPersonalCommits');
  await recordPersonalCommits(repository, personal, systemRandom);
}
