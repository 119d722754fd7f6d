import path from 'node:path';
import { createStamper } from '../core/document/stamp';
import type { GoalFile } from '../core/goalSources';
import type { Clock, Log, Random } from '../core/ports';
import type { Scope } from '../core/rules/snapshot';
import { createGoalFile } from './goalFileStore';
import type { GoalPlace } from './locateGoalFile';
import { locateGoalFile } from './locateGoalFile';
import { personalFileCandidates, personalFolder } from './personalFiles';
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
  readonly environment: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

export interface OpenGoalFiles {
  /** The shared file first, then the personal ones; the first of a scope is where new goals go. */
  readonly files: readonly { readonly scope: Scope; readonly file: GoalFile }[];
  /** Where the shared goals of the folder are, whether the file is there or not; undefined without a folder. */
  readonly team: GoalPlace | undefined;
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
  const open = (file: string, root: string, lockFolder: string): GoalFile =>
    createGoalFile({ path: file, root, lockFolder, stamper, log });
  const teamLocks = team && (repository ? path.join(repository.gitDir, 'microgoals') : path.dirname(team.path));
  const files = personal.map((file) => ({
    scope: 'personal' as const,
    file: open(file, path.parse(file).root, path.dirname(file)),
  }));
  if (!team || teamLocks === undefined) return { files, team: undefined };
  return { files: [{ scope: 'team', file: open(team.path, team.root, teamLocks) }, ...files], team };
}

async function personalPaths({
  folder,
  repository,
  personalFile,
  environment,
}: OpenGoalFilesOptions): Promise<readonly string[]> {
  const dataFolder = await personalFolder(environment, repository?.commonDir);
  // Without a folder there is only what follows the person everywhere.
  if (folder === undefined && personalFile === '') return [path.join(dataFolder, 'everywhere.json')];
  const place = { folder: repository?.root ?? folder ?? dataFolder, rootCommit: repository?.rootCommit, personalFile };
  return personalFileCandidates(place, dataFolder);
}
