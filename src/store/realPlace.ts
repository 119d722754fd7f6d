import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { errnoCode } from './errnoCode';

/**
 * The path with all symbolic links resolved; of a file that is not there (yet) those of its nearest ancestor.
 * @returns undefined for a link that leads nowhere. @throws the system's error, `ENOTDIR` if an ancestor is no folder.
 */
export async function realPlace(file: string): Promise<string | undefined> {
  try {
    return await realpath(file);
  } catch (error) {
    if (errnoCode(error) !== 'ENOENT' || path.dirname(file) === file) throw error;
  }
  const entry = await lstat(file).catch(absentIsUndefined);
  if (entry?.isSymbolicLink()) return undefined;
  // Made between the two looks.
  if (entry) return realPlace(file);
  const parent = await realPlace(path.dirname(file));
  return parent && path.join(parent, path.basename(file));
}

/** Whether anything stands at the path, be it a link that leads nowhere. */
export async function isThere(file: string): Promise<boolean> {
  return (await lstat(file).catch(absentIsUndefined)) !== undefined;
}

/** Whether `place` is `folder` or lies below it; both resolved. */
export function isWithin(place: string, folder: string): boolean {
  const way = path.relative(folder, place);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** For `catch`: the error that something is not there becomes undefined, any other stays one. */
export function absentIsUndefined(error: unknown): undefined {
  if (errnoCode(error) === 'ENOENT') return undefined;
  throw error;
}
