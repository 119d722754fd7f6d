import { byCodeUnit } from '../document/json';
import type { Goal } from '../model/goalView';

/** Siblings stand by their order key; those without one after the others, older first. */
export function compareGoals(a: Goal, b: Goal): number {
  if (a.order !== undefined && b.order !== undefined) return byCodeUnit(a.order, b.order) || byCodeUnit(a.id, b.id);
  if (a.order !== undefined) return -1;
  if (b.order !== undefined) return 1;
  return (a.created ?? 0) - (b.created ?? 0) || byCodeUnit(a.id, b.id);
}
