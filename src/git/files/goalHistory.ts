import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { documentIn } from '../../core/document/fileReading';
import { KnownRecords } from '../../core/document/knownRecords';
import { parseGoalFile } from '../../core/document/parseGoalFile';
import type { BurnUpRevision, BurnUpState } from '../../core/reports/burnUp';
import { burnUpState, MAX_POINTS } from '../../core/reports/burnUp';
import { sampled } from '../../core/snapshot/sampled';
import { readBlobs } from './catFile';
import { microgoalsFolder } from '../run/gitFolder';
import { GitError } from '../run/gitError';
import { literally, nameInTree } from './pathInTree';
import { writeWhole } from '../../store/atomicWrite';
import type { Repository } from '../run/repository';
import { runGit, PLAIN_LOG } from '../run/runGit';

const VERSION = 1;
/** Most states that are stored; the oldest are dropped first. */
const MAX_KEPT = 5000;

interface Revision {
  /** Time of the commit, in milliseconds since 1970. */
  readonly at: number;
  readonly blob: string;
}

export interface GoalHistory {
  readonly revisions: readonly BurnUpRevision[];
  /** False if a partial clone lacks versions of the file, whose states are left out. */
  readonly isWhole: boolean;
}

/**
 * Returns the states of a goal in the versions of a goals file in HEAD's first-parent history, oldest first: at most as many as
 * burn-up shows. Each distinct version is read once and stored by its blob. Rejects with a `GitError`.
 * @param file absolute path.
 */
export async function goalHistory(repository: Repository, file: string, id: string): Promise<GoalHistory> {
  const listed = await fileRevisions(repository, nameInTree(repository, file));
  const revisions = sampled(listed ?? [], MAX_POINTS);
  const kept = await readKept(repository);
  const keyOf = (blob: string): string => `${id} ${blob}`;
  const missing = [...new Set(revisions.map(({ blob }) => blob))].filter((blob) => !kept.has(keyOf(blob)));
  // Versions of one file share nearly all records.
  const known = new KnownRecords();
  for await (const { blob, bytes } of readBlobs(repository, missing)) {
    const document = documentIn(parseGoalFile(bytes, { known, writtenBack: false }));
    kept.set(keyOf(blob), (document && burnUpState(id, document)) ?? null);
  }
  if (missing.length > 0) await writeKept(repository, kept);
  const states = revisions.flatMap(({ at, blob }) => {
    const state = kept.get(keyOf(blob));
    return state ? [{ at, state }] : [];
  });
  const isWhole = listed !== undefined && revisions.every(({ blob }) => kept.has(keyOf(blob)));
  return { revisions: states, isWhole };
}

/** Lists the revisions of a file, oldest first; undefined if a partial clone lacks what names them. */
async function fileRevisions({ root }: Repository, name: string): Promise<Revision[] | undefined> {
  const lists = ['--reverse', '--first-parent', '--diff-merges=first-parent', '--raw', '--no-abbrev', '--no-renames'];
  const args = [...PLAIN_LOG, ...lists, '--format=tformat:%x00%ct', '--', literally(name)];
  const output = await runGit(root, args).catch((error: unknown) => {
    if (!(error instanceof GitError)) throw error;
    if (error.code === 'not-fetched') return undefined;
    // Before the first commit there is no history.
    if (error.code === 'failed') return '';
    throw error;
  });
  return output?.split('\0').flatMap((entry) => {
    const [, seconds, blob] = /^(\d+)\n+:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AMT]/.exec(entry) ?? [];
    return seconds === undefined || blob === undefined ? [] : [{ at: Number(seconds) * 1000, blob }];
  });
}

type Kept = Map<string, BurnUpState | null>;

async function readKept(repository: Repository): Promise<Kept> {
  try {
    const { version, states } = JSON.parse(await readFile(keptFile(repository), 'utf8')) as {
      version: number;
      states: [string, BurnUpState | null][];
    };
    return new Map(version === VERSION ? states : []);
  } catch {
    return new Map();
  }
}

/** Writes the states. A git directory that is not writable only makes the next reading slower. */
async function writeKept(repository: Repository, kept: Kept): Promise<void> {
  const text = JSON.stringify({ version: VERSION, states: [...kept].slice(-MAX_KEPT) });
  await writeWhole(keptFile(repository), text).catch(() => undefined);
}

function keptFile({ commonDir }: Repository): string {
  return path.join(microgoalsFolder(commonDir), 'burnup.json');
}
