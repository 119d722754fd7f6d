import type { GoalFile, TrackedFile } from '../core/space/goalSources';
import type { GoalSpace } from '../core/space/goalSpace';
import type { Log } from '../core/ports/ports';
import type { OpenedRepository, Repository } from '../git/run/repository';
import { GitError } from '../git/run/gitError';
import type { GoalFileLocation } from '../store/locateGoalFile';
import { systemClock, systemRandom } from '../store/nodePorts';
import type { LeftAside } from '../store/leftAside';
import { openGoalFiles } from '../store/openGoalFiles';
import type { OverlayGoalFile } from '../store/overlayGoalFile';

/** State of git in a folder. `untrusted`: git was not asked, because nobody trusts the folder. */
export type GitState = OpenedRepository['state'] | 'untrusted';

/** Folder to work in: its goals files, its repository, and the person's settings for it. */
export interface Place {
  /** Path of the folder; undefined if none is open: then there are only goals that are seen everywhere. */
  readonly folder: string | undefined;
  readonly git: GitState;
  readonly repository: Repository | undefined;
  /** Shared file first, then the personal ones; new goals go to the first one of their scope. */
  readonly files: GoalSpace['files'];
  /** Archive of team goals that were closed long ago; undefined without a folder. */
  readonly archive: GoalFile | undefined;
  /** Place of the shared file, whether or not it exists; undefined without a folder. */
  readonly team: GoalFileLocation | undefined;
  /** Shared file, if edits can be set aside; undefined without git. */
  readonly aside: OverlayGoalFile | undefined;
  /** Returns what worktrees that are gone left set aside. */
  readonly leftAside: () => Promise<readonly LeftAside[]>;
  /** Name of this clone in stamps. */
  readonly replica: string;
  /** Person's address from the settings, in lower case; empty if git is asked for it. */
  readonly email: string;
}

export interface PlaceSettings {
  /** Path of the one personal file; empty for the usual files. */
  readonly personalFile: string;
  /** True if edits of the shared file are set aside; undefined: as the program did that set edits aside last. */
  readonly cleanTree: boolean | undefined;
  /** Person's address, in lower case; empty if git is asked for it. */
  readonly email: string;
}

export interface PlaceOptions extends Pick<Place, 'folder' | 'git' | 'repository'> {
  /** Commit that personal goals are filed under; undefined if it is not needed. */
  readonly rootCommit: string | undefined;
  readonly settings: PlaceSettings;
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Log;
}

/** Opens the place of a folder whose repository is known. Reads no goals yet. @throws GoalFileError */
export async function openPlace(options: PlaceOptions): Promise<Place> {
  const { folder, git, repository, rootCommit, settings, environment, log } = options;
  const files = await openGoalFiles({
    folder,
    repository: repository && { ...repository, rootCommit },
    personalFile: settings.personalFile,
    cleanTree: settings.cleanTree,
    trackedFile: trackedFiles(repository),
    environment,
    clock: systemClock,
    random: systemRandom,
    log,
  });
  return { folder, git, repository, ...files, email: settings.email };
}

/** Returns git's view of files, each kept: what git said of one stands until the file or the index changes. */
function trackedFiles(repository: Repository | undefined): (file: string) => Promise<TrackedFile> {
  const known = new Map<string, Promise<TrackedFile>>();
  return (file) => {
    const found = known.get(file) ?? trackedFileIn(repository, file);
    known.set(file, found);
    return found;
  };
}

async function trackedFileIn(repository: Repository | undefined, file: string): Promise<TrackedFile> {
  if (!repository) throw new GitError('failed', 'There is no git repository here.');
  const { trackedFile } = await import('../git/merge/trackedFile');
  return trackedFile(repository, file);
}
