import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Stamper } from '../core/document/stamp';
import { createStamper } from '../core/document/stamp';
import type { GoalFile, TrackedFile } from '../core/space/goalSources';
import type { Clock, Log, Random } from '../core/ports/ports';
import type { Scope } from '../core/snapshot/snapshot';
import type { StoredGoalFile } from './goalFileStore';
import { createGoalFile } from './goalFileStore';
import type { HandEditGuard } from './handEditGuard';
import { createHandEditGuard } from './handEditGuard';
import type { GoalFileLocation } from './locateGoalFile';
import { ARCHIVE_FILE, locateGoalFile } from './locateGoalFile';
import type { OverlayGoalFile } from './overlayGoalFile';
import { createOverlayGoalFile } from './overlayGoalFile';
import { closedFolders, personalFileCandidates, personalFolder } from './personalFiles';
import { readOrCreateReplica } from './replica';

export interface OpenGoalFilesOptions {
  /** Absolute path of the current folder; undefined if none is open. */
  readonly folder: string | undefined;
  /** Git facts of that folder, all paths absolute; undefined without git. */
  readonly repository:
    | {
        readonly root: string;
        readonly gitDir: string;
        readonly commonDir: string;
        readonly rootCommit: string | undefined;
      }
    | undefined;
  /** Setting `microGoals.personalFile`, empty if not set. */
  readonly personalFile: string;
  /** Setting `microGoals.cleanTree`; undefined if there is none to read. */
  readonly cleanTree: boolean | undefined;
  /** Returns git's view of the shared file with that absolute path; called only in a repository, and only when needed. */
  readonly trackedFile: (file: string) => Promise<TrackedFile>;
  readonly environment: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

export interface OpenGoalFiles {
  /** Shared file first, then the personal ones; new goals go to the first one of their scope. */
  readonly files: readonly { readonly scope: Scope; readonly file: GoalFile }[];
  /** Archive beside the shared file, whether or not it exists; read only on request for goals closed long ago. */
  readonly archive: GoalFile | undefined;
  /** Place of the folder's shared goals, whether or not the file exists; undefined without a folder. */
  readonly team: GoalFileLocation | undefined;
  /** Shared file again, if edits can be set aside; undefined without git. */
  readonly aside: OverlayGoalFile | undefined;
  /** Name of this clone in stamps. */
  readonly replica: string;
}

/** Opens the goals files of a folder: the team's and the person's. Reads and creates nothing yet except the replica id. */
export async function openGoalFiles(options: OpenGoalFilesOptions): Promise<OpenGoalFiles> {
  const { folder, repository, clock, random, log } = options;
  const replicaFolder = repository && path.join(repository.commonDir, 'microgoals');
  const [replica, team, personal] = await Promise.all([
    readOrCreateReplica(replicaFolder, random),
    folder === undefined ? undefined : locateGoalFile(folder, repository?.root),
    personalPaths(options),
  ]);
  const stamper = createStamper(clock, replica);
  const teamLocks = team && (repository ? path.join(repository.gitDir, 'microgoals') : path.dirname(team.path));
  const files = personal.paths.map((file) => ({
    scope: 'personal' as const,
    file: createGoalFile({
      path: file,
      root: path.parse(file).root,
      lockFolder: path.dirname(file),
      closedFolders: personal.closed,
      stamper,
      log,
    }),
  }));
  if (!team || teamLocks === undefined)
    return { files, archive: undefined, team: undefined, aside: undefined, replica };
  const archivePath = path.join(path.dirname(team.path), ARCHIVE_FILE);
  const archive = createGoalFile({ path: archivePath, root: team.root, lockFolder: teamLocks, stamper, log });
  const handEdits = repository && guardOf(team, teamLocks, options, stamper);
  const shared = createGoalFile({ ...team, lockFolder: teamLocks, stamper, log, handEdits });
  const aside = repository && withOverlay(shared, team, repository.gitDir, options, stamper);
  return { files: [{ scope: 'team', file: aside ?? shared }, ...files], archive, team, aside, replica };
}

function guardOf(
  team: GoalFileLocation,
  folder: string,
  { trackedFile }: OpenGoalFilesOptions,
  stamper: Stamper,
): HandEditGuard {
  const memory = path.join(folder, nameFor(team, 'written', ''));
  return createHandEditGuard({ memory, committed: async () => (await trackedFile(team.path)).committed(), stamper });
}

/** Adds the overlay, which belongs to one work tree, as its HEAD does. */
function withOverlay(
  file: StoredGoalFile,
  team: GoalFileLocation,
  gitDir: string,
  { cleanTree, trackedFile, log }: OpenGoalFilesOptions,
  stamper: Stamper,
): OverlayGoalFile {
  const folder = path.join(gitDir, 'microgoals');
  const overlay = createGoalFile({
    path: path.join(folder, nameFor(team, 'overlay', '.json')),
    root: gitDir,
    lockFolder: folder,
    stamper,
    log,
  });
  return createOverlayGoalFile({ file, overlay, cleanTree, tracked: () => trackedFile(team.path), stamper });
}

/** Returns a file name for each shared file of the work tree; nearly always there is only the one at the top. */
function nameFor({ path: file, root }: GoalFileLocation, stem: string, ending: string): string {
  const folder = path.relative(root, path.dirname(path.dirname(file))).replaceAll(path.sep, '/');
  if (folder === '') return `${stem}${ending}`;
  return `${stem}-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}${ending}`;
}

interface PersonalPaths {
  readonly paths: readonly string[];
  /** Folders that are closed to others. */
  readonly closed: readonly string[];
}

async function personalPaths({
  folder,
  repository,
  personalFile,
  environment,
}: OpenGoalFilesOptions): Promise<PersonalPaths> {
  const dataFolder = await personalFolder(environment, repository?.commonDir);
  const closed = personalFile === '' ? closedFolders(environment, dataFolder) : [];
  // Without a folder there are only the goals that follow the person everywhere.
  if (folder === undefined && personalFile === '') return { paths: [path.join(dataFolder, 'everywhere.json')], closed };
  const place = { folder: repository?.root ?? folder ?? dataFolder, rootCommit: repository?.rootCommit, personalFile };
  return { paths: await personalFileCandidates(place, dataFolder), closed };
}
