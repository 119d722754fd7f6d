import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { errnoCode } from './errnoCode';

/**
 * Resolves all symbolic links of a path; for a file that does not exist (yet), those of its nearest ancestor.
 * @returns undefined for a link that leads nowhere. @throws the system's error, `ENOTDIR` if an ancestor is not a folder.
 */
export async function realLocation(file: string): Promise<string | undefined> {
  try {
    return await realpath(file);
  } catch (error) {
    if (errnoCode(error) !== 'ENOENT' || path.dirname(file) === file) throw error;
  }
  const entry = await lstat(file).catch(absentIsUndefined);
  if (entry?.isSymbolicLink()) return undefined;
  // The file was created between the two looks.
  if (entry) return realLocation(file);
  const parent = await realLocation(path.dirname(file));
  return parent && path.join(parent, path.basename(file));
}

/** Tells whether anything is at the path, even a link that leads nowhere. */
export async function isThere(file: string): Promise<boolean> {
  return (await lstat(file).catch(absentIsUndefined)) !== undefined;
}

/** Tells whether `place` is `folder` or lies below it; both resolved. */
export function isWithin(place: string, folder: string): boolean {
  const way = path.relative(folder, place);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** Turns the error of a missing file into undefined and throws any other; for `catch`. */
export function absentIsUndefined(error: unknown): undefined {
  if (errnoCode(error) === 'ENOENT') return undefined;
  throw error;
}
