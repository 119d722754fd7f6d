import type { GoalFile, TrackedFile } from '../core/space/goalSources';
import type { GoalSpace } from '../core/space/goalSpace';
import type { Log } from '../core/ports/ports';
import type { OpenedRepository, Repository } from '../git/run/repository';
import { GitError } from '../git/run/gitError';
import type { GoalPlace } from '../store/locateGoalFile';
import { systemClock, systemRandom } from '../store/nodePorts';
import { openGoalFiles } from '../store/openGoalFiles';
import type { OverlayGoalFile } from '../store/overlayGoalFile';

/** `untrusted`: git was not asked, because nobody trusts the folder. */
export type GitState = OpenedRepository['state'] | 'untrusted';

/** A folder to work in: its goals files, its repository, and the person's settings for it. */
export interface Place {
  /** Undefined where no folder is open: only goals that are seen everywhere are there then. */
  readonly folder: string | undefined;
  readonly git: GitState;
  readonly repository: Repository | undefined;
  /** The shared file first, then the personal ones; the first of a scope is where new goals go. */
  readonly files: GoalSpace['files'];
  /** Goals of the team that were closed long ago; undefined without a folder. */
  readonly archive: GoalFile | undefined;
  /** Where the shared file is, whether it exists or not; undefined without a folder. */
  readonly team: GoalPlace | undefined;
  /** The shared file, where edits can be set aside; undefined without git. */
  readonly aside: OverlayGoalFile | undefined;
  /** The name of this clone in stamps. */
  readonly replica: string;
  /** The person's address as the settings have it, in lower case; empty where git is asked. */
  readonly email: string;
}

export interface PlaceSettings {
  /** Empty for the usual file. */
  readonly personalFile: string;
  /** Whether edits of the shared file are set aside; undefined: as whoever set edits aside last. */
  readonly cleanTree: boolean | undefined;
  /** In lower case; empty where git is asked. */
  readonly email: string;
}

export interface PlaceOptions extends Pick<Place, 'folder' | 'git' | 'repository'> {
  /** The commit that personal goals are filed under; undefined where it is not needed. */
  readonly rootCommit: string | undefined;
  readonly settings: PlaceSettings;
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Log;
}

/** Opens the place of a folder whose repository was found. Reads no goals yet. @throws GoalFileError */
export async function openPlace(options: PlaceOptions): Promise<Place> {
  const { folder, git, repository, rootCommit, settings, environment, log } = options;
  const files = await openGoalFiles({
    folder,
    repository: repository && { ...repository, rootCommit },
    personalFile: settings.personalFile,
    cleanTree: settings.cleanTree,
    trackedFile: (file) => trackedFileIn(repository, file),
    environment,
    clock: systemClock,
    random: systemRandom,
    log,
  });
  return { folder, git, repository, ...files, email: settings.email };
}

async function trackedFileIn(repository: Repository | undefined, file: string): Promise<TrackedFile> {
  if (!repository) throw new GitError('failed', 'There is no git repository here.');
  const { trackedFile } = await import('../git/merge/trackedFile');
  return trackedFile(repository, file);
}
