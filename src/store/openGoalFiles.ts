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
import type { GoalPlace } from './locateGoalFile';
import { ARCHIVE_FILE, locateGoalFile } from './locateGoalFile';
import type { OverlayGoalFile } from './overlayGoalFile';
import { createOverlayGoalFile } from './overlayGoalFile';
import { closedFolders, personalFileCandidates, personalFolder } from './personalFiles';
import { readOrCreateReplica } from './replica';

export interface OpenGoalFilesOptions {
  /** Absolute path of the folder that is worked in; undefined where none is open. */
  readonly folder: string | undefined;
  /** The git facts of that folder, all paths absolute; undefined without git. */
  readonly repository:
    | {
        readonly root: string;
        readonly gitDir: string;
        readonly commonDir: string;
        readonly rootCommit: string | undefined;
      }
    | undefined;
  /** The setting `microGoals.personalFile`, empty if not set. */
  readonly personalFile: string;
  /** The setting `microGoals.cleanTree`; undefined where there is none to read. */
  readonly cleanTree: boolean | undefined;
  /** What git knows of the shared file with that absolute path; called only in a repository, and when it is needed. */
  readonly trackedFile: (file: string) => Promise<TrackedFile>;
  readonly environment: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

export interface OpenGoalFiles {
  /** The shared file first, then the personal ones; the first of a scope is where new goals go. */
  readonly files: readonly { readonly scope: Scope; readonly file: GoalFile }[];
  /** The archive beside the shared file, there or not; read only where somebody asks for what was closed long ago. */
  readonly archive: GoalFile | undefined;
  /** Where the shared goals of the folder are, whether the file is there or not; undefined without a folder. */
  readonly team: GoalPlace | undefined;
  /** The shared file once more, in a repository, where edits can be set aside. */
  readonly aside: OverlayGoalFile | undefined;
  /** The name of this clone in stamps. */
  readonly replica: string;
}

/** The goals files that concern a folder: the one of its team and those of the person. Nothing is read or made yet but the replica id. */
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
  team: GoalPlace,
  folder: string,
  { trackedFile }: OpenGoalFilesOptions,
  stamper: Stamper,
): HandEditGuard {
  const memory = path.join(folder, nameFor(team, 'written', ''));
  return createHandEditGuard({ memory, committed: async () => (await trackedFile(team.path)).committed(), stamper });
}

/** The overlay belongs to one work tree, as its HEAD does. */
function withOverlay(
  file: StoredGoalFile,
  team: GoalPlace,
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

/** One for each shared file of the work tree; nearly always there is only the one at the top. */
function nameFor({ path: file, root }: GoalPlace, stem: string, ending: string): string {
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
  // Without a folder there is only what follows the person everywhere.
  if (folder === undefined && personalFile === '') return { paths: [path.join(dataFolder, 'everywhere.json')], closed };
  const place = { folder: repository?.root ?? folder ?? dataFolder, rootCommit: repository?.rootCommit, personalFile };
  return { paths: await personalFileCandidates(place, dataFolder), closed };
}
