import path from 'node:path';
import { isThere, isWithin, realLocation } from './realLocation';

const GOALS_FOLDER = '.microgoals';
const GOALS_FILE = 'goals.json';
/** Name of the file beside the goals file that holds goals closed long ago. */
export const ARCHIVE_FILE = 'archive.json';

export interface GoalFileLocation {
  /** Absolute path of the goals file, whether or not it exists. */
  readonly path: string;
  /** Folder that no access may leave: the repository, without git the folder itself. */
  readonly root: string;
}

/**
 * Locates the goals of a folder: in the nearest ancestor with `.microgoals`, up to the root of the repository; else in that root.
 * @param repositoryRoot absolute path of the work tree, undefined without git.
 * @param isLeftOut tells whether git leaves such a file out of the work tree: its folder counts, too
 */
export async function locateGoalFile(
  folder: string,
  repositoryRoot: string | undefined,
  isLeftOut: (file: string) => Promise<boolean> = () => Promise.resolve(false),
): Promise<GoalFileLocation> {
  const root = await resolved(repositoryRoot ?? folder);
  let place = await resolved(folder);
  while (isWithin(place, root)) {
    const found = locationIn(place, root);
    if ((await isThere(path.dirname(found.path))) || (await isLeftOut(found.path))) return found;
    const parent = path.dirname(place);
    if (parent === place) break;
    place = parent;
  }
  return locationIn(root, root);
}

/** Resolves links: git and the editor may name one folder through different ones. */
async function resolved(folder: string): Promise<string> {
  return (await realLocation(folder).catch(() => undefined)) ?? path.resolve(folder);
}

function locationIn(folder: string, root: string): GoalFileLocation {
  return { path: path.join(folder, GOALS_FOLDER, GOALS_FILE), root };
}
