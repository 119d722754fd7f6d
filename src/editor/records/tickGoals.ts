import { planTicks } from '../../app/tick';
import type { GoalService } from '../service/goalService';
import { permitted } from './savePlan';

/** Part of the service that ticking needs. */
export type Ticking = Pick<GoalService, 'snapshot' | 'place' | 'apply'>;

/** Ticks goals or unticks them, as one step that one undo takes back. @param wanted by goal id, true if it is to be done */
export async function tickGoals(service: Ticking, wanted: ReadonlyMap<string, boolean>): Promise<void> {
  const { snapshot, place } = service;
  if (snapshot && place) await service.apply(permitted(await planTicks(wanted, snapshot, place)).edits);
}
