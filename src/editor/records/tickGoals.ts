import { planTicks } from '../../app/tick';
import type { GoalService } from '../service/goalService';
import { permitted } from './savePlan';

/** Of the service, what a tick needs. */
export type Ticking = Pick<GoalService, 'snapshot' | 'place' | 'apply'>;

/** Ticks goals and takes ticks back, as one step that is undone at once. @param wanted by id whether the goal is to be done */
export async function tickGoals(service: Ticking, wanted: ReadonlyMap<string, boolean>): Promise<void> {
  const { snapshot, place } = service;
  if (snapshot && place) await service.apply(permitted(await planTicks(wanted, snapshot, place)).edits);
}
