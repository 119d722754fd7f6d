import { ROOMS } from '../../../.config/rooms.mjs';
import { markdownTable } from './markdownTable';

/** The map of the rooms in CONTRIBUTING.md. */
export function roomsTable(): string {
  const rows = Object.entries(ROOMS).map(([room, { holds, imports }]) => [
    room === '.' ? '`src/extension.ts`' : `\`src/${room}/\``,
    holds,
    imports.join(', '),
  ]);
  return markdownTable(['Room', 'What stands in it', 'May import'], rows);
}
