import type { Json, JsonObject } from './json';

/**
 * One goals file in memory: the top-level members except `records`, and the records by id. Both are raw JSON, so that data from a
 * later version or another tool survives. Spacers belong to the layout and are not kept here.
 */
export interface GoalDocument {
  readonly top: JsonObject;
  readonly records: ReadonlyMap<string, Json>;
}

export const FORMAT_VERSION = 1;

export function emptyDocument(): GoalDocument {
  return { top: { version: FORMAT_VERSION }, records: new Map() };
}
