import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { isWithin, programPath } from './programPath';

/** Programs found so far, by PATH, folder and name: each search looks into every folder of the PATH. */
const FOUND = new Map<string, string | undefined>();

/** Returns the absolute path of a program of the PATH outside the work tree of the folder; undefined if there is none. */
export function programOutside(folder: string, name: string): string | undefined {
  const { PATH, PATHEXT } = process.env;
  const key = [PATH, folder, name].join('\0');
  if (!FOUND.has(key)) {
    const found = programPath(name, {
      platform: process.platform,
      path: PATH,
      extensions: PATHEXT,
      forbidden: workTreeOf(folder),
      isProgram,
      resolve: resolved,
    });
    FOUND.set(key, found);
  }
  return FOUND.get(key);
}

/**
 * Returns the uppermost folder with a `.git`; undefined if there is none. A folder that contains the person's home does not count:
 * if a home is a repository, it is their own, and their programs may lie in it.
 */
function workTreeOf(folder: string): string | undefined {
  let top: string | undefined;
  for (let place = resolved(folder); ; place = path.dirname(place)) {
    const isForeign = !isWithin(homedir(), place, process.platform);
    if (isForeign && existsSync(path.join(place, '.git'))) top = place;
    if (path.dirname(place) === place) return top;
  }
}

function resolved(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
