import { readInput } from '../core/goalSpace';
import type { LinkedCommit } from '../core/model/linkedCommit';
import { calendarAt } from '../core/rules/calendar';
import { recordedLinks, withRecordedLinks } from '../core/rules/recordedLinks';
import { systemClock } from '../store/nodePorts';
import type { Place } from './openPlace';
import { spaceOf } from './openPlace';

/** The commits of one goal, the newest first, without what the rules make of all the goals. */
export async function goalCommits(place: Place, id: string): Promise<readonly LinkedCommit[]> {
  const input = await readInput(spaceOf(place, { commits: true }), calendarAt(systemClock.now()));
  const linked = withRecordedLinks(input.commits, recordedLinks(input.sources), input.recorded ?? new Map());
  return linked.filter(({ goals }) => goals.some((goal) => goal.id === id));
}
