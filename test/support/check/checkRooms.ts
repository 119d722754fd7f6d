import path from 'node:path';
import { allowedImports, isWithin, MOST_FILES, ROOMS, type Rooms } from '../../../.config/rooms.mjs';
import { importGraph } from './importGraph';
import type { SourceFile } from './sourceFiles';

const TABLE = '.config/rooms.mjs';

/** Returns a line for each import between rooms that the table does not allow, each room that is too full and each fault of the table. */
export function checkRooms(files: readonly SourceFile[], rooms: Rooms = ROOMS): string[] {
  const names = files.map(({ name }) => path.posix.relative('src', name));
  return [...checkTable(rooms, names), ...checkPlaces(rooms, names), ...checkImports(rooms, files)];
}

/** A room that names only what stands above it can never be reached from there: no imports run in a circle. */
function checkTable(rooms: Rooms, files: readonly string[]): string[] {
  const table = Object.keys(rooms);
  const stands = (entry: string, names: readonly string[]): boolean =>
    names.some((name) => isWithin(name, entry)) || names.includes(path.posix.dirname(entry));
  return Object.entries(rooms).flatMap(([room, { imports }], at) => [
    ...(files.some((name) => path.posix.dirname(name) === room) ? [] : [`${TABLE}: ${room} has no files.`]),
    ...imports
      .filter((entry) => !stands(entry, table.slice(0, at)) || table.slice(at).some((name) => isWithin(name, entry)))
      .map(
        (entry) => `${TABLE}: ${room} names ${entry}, which does not stand above it: imports could run in a circle.`,
      ),
  ]);
}

function checkPlaces(rooms: Rooms, files: readonly string[]): string[] {
  const folders = files.map((name) => path.posix.dirname(name));
  return [...new Set(folders)].flatMap((folder) => {
    const count = folders.filter((each) => each === folder).length;
    return [
      ...(folder in rooms ? [] : [`src/${folder}: is no room of ${TABLE}.`]),
      ...(count > MOST_FILES ? [`src/${folder}: ${count} files; ${MOST_FILES} is the most a room has.`] : []),
    ];
  });
}

function checkImports(rooms: Rooms, files: readonly SourceFile[]): string[] {
  const allowed = new Map(Object.keys(rooms).map((room) => [room, allowedImports(room, rooms)]));
  return [...importGraph(files)].flatMap(([name, imported]) => {
    const room = path.posix.relative('src', path.posix.dirname(name)) || '.';
    return imported
      .map((target) => path.posix.relative('src', target).replace(/\.ts$/, ''))
      .filter((target) => path.posix.dirname(target) !== room)
      .filter((target) => !allowed.get(room)?.some((entry) => isWithin(target, entry)))
      .map((target) => `${name}: ${room} may not import ${target}; see ${TABLE}.`);
  });
}
