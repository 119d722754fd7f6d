import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import path from 'node:path';
import { OBJECT_NAME } from '../core/snapshot/linkedCommit';
import { realLocation } from './realLocation';

/** Folder, below that of personal goals, for the files that belong to one repository each. */
export const REPOSITORIES = 'repos';

export interface PersonalScope {
  /** Folder of the work tree, or the opened folder without git; absolute. */
  readonly folder: string;
  /** Hash of the repository's root commit; undefined without git or before the first commit. */
  readonly rootCommit: string | undefined;
  /** Setting `microGoals.personalFile`: one file for everything personal. May start with `~/`. */
  readonly personalFile?: string;
}

export interface PersonalFiles {
  /** File for goals of this repository; the one to write. */
  readonly repository: string;
  /** File for goals that follow the person into every repository. */
  readonly everywhere: string;
}

/**
 * Returns the folder of personal goals: `MICROGOALS_DATA_DIR`, else the system's folder for user data, e.g. `~/.local/share/micro-goals`.
 * @param commonFolder absolute git common directory, used in a dev container: it outlives the container, whose home is discarded.
 */
export async function personalFolder(environment: NodeJS.ProcessEnv, commonFolder?: string): Promise<string> {
  const chosen = environment['MICROGOALS_DATA_DIR'];
  if (chosen) return path.resolve(chosen);
  if (commonFolder !== undefined && environment['REMOTE_CONTAINERS'] === 'true') {
    return path.join(commonFolder, 'microgoals', 'personal');
  }
  // Loaded on demand: most programs that import this module never need it.
  const { default: envPaths } = await import('env-paths');
  return envPaths('micro-goals', { suffix: '' }).data;
}

/** Returns the folders that are closed to others because they hold only files of ours; a folder that the person chose is not among them. */
export function closedFolders(environment: NodeJS.ProcessEnv, dataFolder: string): readonly string[] {
  const repositories = path.join(dataFolder, REPOSITORIES);
  return environment['MICROGOALS_DATA_DIR'] ? [repositories] : [dataFolder, repositories];
}

/** Returns the files of personal goals. @param dataFolder from `personalFolder`. */
export async function personalFiles(place: PersonalScope, dataFolder: string): Promise<PersonalFiles> {
  if (place.personalFile) {
    const file = expandHome(place.personalFile);
    return { repository: file, everywhere: file };
  }
  const key = rootKey(place.rootCommit) ?? (await folderKey(place.folder));
  return { repository: repositoryFile(dataFolder, key), everywhere: path.join(dataFolder, 'everywhere.json') };
}

/**
 * Returns every file that may hold personal goals, each once, the one to write first. A repository without a commit is known only
 * by its folder. Its first commit gives it a better key; older goals stay under the old key, which is therefore read, too.
 */
export async function personalFileCandidates(place: PersonalScope, dataFolder: string): Promise<readonly string[]> {
  const { repository, everywhere } = await personalFiles(place, dataFolder);
  const byFolder = place.personalFile ? [] : [repositoryFile(dataFolder, await folderKey(place.folder))];
  return [...new Set([repository, ...byFolder, everywhere])];
}

/** Returns the key of a root commit; only a hash ever becomes part of a path. */
function rootKey(commit: string | undefined): string | undefined {
  return commit !== undefined && OBJECT_NAME.test(commit) ? commit : undefined;
}

async function folderKey(folder: string): Promise<string> {
  const place = (await realLocation(folder).catch(() => undefined)) ?? path.resolve(folder);
  return createHash('sha256').update(place).digest('hex').slice(0, 40);
}

function repositoryFile(dataFolder: string, key: string): string {
  return path.join(dataFolder, REPOSITORIES, `${key}.json`);
}

function expandHome(file: string): string {
  return path.resolve(homedir(), file.replace(/^~(?=$|[/\\])/, homedir()));
}
