export interface Room {
  /** What stands in it, in a few words. */
  readonly holds: string;
  readonly imports: readonly string[];
}
export type Rooms = Readonly<Record<string, Room>>;

export const MOST_FILES: number;
export const ROOMS: Rooms;
export function isWithin(name: string, entry: string): boolean;
export function allowedImports(room: string, rooms?: Rooms): string[];
