import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Stamper } from '../core/document/stamp';
import { createStamper } from '../core/document/stamp';
import type { GoalFile, TrackedFile } from '../core/space/goalSources';
import type { Clock, Log, Random } from '../core/ports/ports';
import type { Scope } from '../core/snapshot/snapshot';
import { createGoalFile } from './goalFileStore';
import type { HandEditGuard } from './handEditGuard';
import { createHandEditGuard } from './handEditGuard';
import type { GoalFileLocation } from './locateGoalFile';
import { ARCHIVE_FILE, locateGoalFile } from './locateGoalFile';
import type { OverlayGoalFile, OverlayOptions } from './overlayGoalFile';
import { createOverlayGoalFile } from './overlayGoalFile';
import type { LeftAside } from './leftAside';
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
  /** Returns what worktrees that are gone left set aside; `share` of each writes it into the shared file here. */
  readonly leftAside: () => Promise<readonly LeftAside[]>;
  /** Name of this clone in stamps. */
  readonly replica: string;
}

function nothingLeft(): Promise<readonly LeftAside[]> {
  return Promise.resolve([]);
}

/** Opens the goals files of a folder: the team's and the person's. Reads and creates nothing yet except the replica id. */
export async function openGoalFiles(options: OpenGoalFilesOptions): Promise<OpenGoalFiles> {
  const { folder, repository, clock, random, log } = options;
  const replicaFolder = repository && path.join(repository.commonDir, 'microgoals');
  const [replica, team, personal] = await Promise.all([
    readOrCreateReplica(replicaFolder, random),
    folder === undefined ? undefined : locateGoalFile(folder, repository?.root, leftOutIn(options)),
    personalPaths(options),
  ]);
  const stamper = createStamper(clock, replica);
  const mine = personal.paths.map((file) => ({
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
  if (!team) return { files: mine, archive: undefined, team, aside: undefined, leftAside: nothingLeft, replica };
  const { shared, archive, aside, leftAside } = await openTeamFiles(team, options, stamper);
  return { files: [{ scope: 'team', file: aside ?? shared }, ...mine], archive, team, aside, leftAside, replica };
}

interface TeamFiles extends Pick<OpenGoalFiles, 'aside' | 'leftAside'> {
  readonly shared: GoalFile;
  readonly archive: GoalFile;
}

async function openTeamFiles(
  team: GoalFileLocation,
  options: OpenGoalFilesOptions,
  stamper: Stamper,
): Promise<TeamFiles> {
  const { repository, log } = options;
  const lockFolder = repository ? path.join(repository.gitDir, 'microgoals') : path.dirname(team.path);
  const open = (file: string, handEdits?: HandEditGuard) => {
    const leftOut = repository && (async () => (await options.trackedFile(file)).leftOut());
    return createGoalFile({ path: file, root: team.root, lockFolder, stamper, log, handEdits, leftOut });
  };
  const shared = open(team.path, repository && guardOf(team, lockFolder, options, stamper));
  const archive = open(path.join(path.dirname(team.path), ARCHIVE_FILE));
  if (!repository) return { shared, archive, aside: undefined, leftAside: nothingLeft };
  const opening = {
    file: shared,
    tracked: () => options.trackedFile(team.path),
    stamper,
    team,
    root: repository.commonDir,
    log,
  };
  const aside = await withOverlay(opening, repository, options);
  return { shared, archive, aside, leftAside: () => leftAside(opening, repository.commonDir) };
}

/** Returns what tells whether git leaves a file out; only a sparse checkout is asked, since nearly no file is left out elsewhere. */
function leftOutIn({ repository, trackedFile }: OpenGoalFilesOptions): (file: string) => Promise<boolean> {
  const isAsked = repository && existsSync(path.join(repository.gitDir, 'info', 'sparse-checkout'));
  return async (file) => isAsked === true && (await (await trackedFile(file)).leftOut()) !== undefined;
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

/** Adds the overlay of this work tree, whose HEAD it follows. */
async function withOverlay(
  opening: AsideOpening,
  repository: AsideRepository,
  { cleanTree, random }: OpenGoalFilesOptions,
): Promise<OverlayGoalFile> {
  const { gitDir, commonDir } = repository;
  // Most work trees are the only one of their clone.
  const folder =
    gitDir === commonDir
      ? path.join(commonDir, 'microgoals')
      : await (await import('./overlayFolders')).worktreeFolder(repository, random);
  return openOverlay(opening, folder, cleanTree);
}

async function leftAside(opening: AsideOpening, commonDir: string): Promise<readonly LeftAside[]> {
  const { findLeftAside } = await import('./leftAside');
  // Nobody goes on there: what is shared leaves nothing behind.
  return findLeftAside(commonDir, (folder) => openOverlay(opening, folder, false));
}

/** What an overlay of a shared file is opened with. */
interface AsideOpening extends Pick<OverlayOptions, 'file' | 'tracked' | 'stamper'> {
  readonly team: GoalFileLocation;
  readonly root: string;
  readonly log: Log;
}

function openOverlay(opening: AsideOpening, folder: string, cleanTree: boolean | undefined): OverlayGoalFile {
  const { file, tracked, stamper, team, root, log } = opening;
  const overlayPath = path.join(folder, nameFor(team, 'overlay', '.json'));
  const overlay = createGoalFile({ path: overlayPath, root, lockFolder: folder, stamper, log });
  return createOverlayGoalFile({ file, overlay, cleanTree, tracked, stamper });
}

/** Returns a file name for each shared file of the work tree; nearly always there is only the one at the top. */
function nameFor({ path: file, root }: GoalFileLocation, stem: string, ending: string): string {
  const folder = path.relative(root, path.dirname(path.dirname(file))).replaceAll(path.sep, '/');
  if (folder === '') return `${stem}${ending}`;
  return `${stem}-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}${ending}`;
}

type AsideRepository = Pick<NonNullable<OpenGoalFilesOptions['repository']>, 'gitDir' | 'commonDir'>;

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
