import path from 'node:path';
import { isThere, isWithin, realPlace } from './realPlace';

const GOALS_FOLDER = '.microgoals';
const GOALS_FILE = 'goals.json';
/** Goals closed long ago; beside the goals file. */
export const ARCHIVE_FILE = 'archive.json';

export interface GoalPlace {
  /** Absolute path of the goals file, there or not. */
  readonly path: string;
  /** Folder that nothing read or written may leave: the repository, without git the folder itself. */
  readonly root: string;
}

/**
 * Where the goals of a folder are: in the nearest ancestor that has `.microgoals`, up to the root of the repository; else there.
 * @param repositoryRoot absolute path of the work tree, undefined without git.
 */
export async function locateGoalFile(folder: string, repositoryRoot: string | undefined): Promise<GoalPlace> {
  const root = await resolved(repositoryRoot ?? folder);
  let place = await resolved(folder);
  while (isWithin(place, root)) {
    if (await isThere(path.join(place, GOALS_FOLDER))) return goalPlace(place, root);
    const parent = path.dirname(place);
    if (parent === place) break;
    place = parent;
  }
  return goalPlace(root, root);
}

/** Git and the editor may name one folder through different links. */
async function resolved(folder: string): Promise<string> {
  return (await realPlace(folder).catch(() => undefined)) ?? path.resolve(folder);
}

function goalPlace(folder: string, root: string): GoalPlace {
  return { path: path.join(folder, GOALS_FOLDER, GOALS_FILE), root };
}
