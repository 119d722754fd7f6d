import { BO, CY } from './everyGoal';
import type { Sketches } from './sketch';

/** A commit: what it names, and from where it is reached. */
export interface CommitSketch {
  readonly subject: string;
  /** Names of goals; one with ! at its end is completed by it. */
  readonly goals?: readonly string[];
  readonly daysAgo: number;
  readonly by?: 'Ana Ito' | 'Bo Larsen' | 'Cy Okafor';
  readonly with?: 'Bo Larsen';
  /** Names of the commits it takes back. */
  readonly reverts?: readonly string[];
  /** merged: on origin/main and here; ahead: on origin/main and not here; here: on the branch that is checked out; else a branch. */
  readonly on?: string;
}

/** By name; the newest first. */
export const COMMITS: Readonly<Record<string, CommitSketch>> = {
  lookat: { subject: 'Look at the crash', goals: ['detached'], daysAgo: 0.5, on: 'detached' },
  retry: { subject: 'Retry three times', goals: ['trailer!'], daysAgo: 1, on: 'here' },
  paint: { subject: 'Paint the axes', goals: ['inflight'], daysAgo: 1, by: 'Cy Okafor', on: 'feat/chart' },
  label: { subject: 'Label the axes', goals: ['inflight'], daysAgo: 1.1, by: 'Bo Larsen', on: 'feat/chart' },
  trim: { subject: 'Trim at midnight', goals: ['closethere!'], daysAgo: 1.5, by: 'Bo Larsen', on: 'feat/logs' },
  sign: { subject: 'Sign each package', goals: ['mergedmain!'], daysAgo: 2, by: 'Cy Okafor', on: 'ahead' },
  again: { subject: 'Revert "Revert "Compress""', reverts: ['uncompress'], daysAgo: 2, by: 'Bo Larsen', on: 'merged' },
  squash: {
    subject: 'Pages and scrolling (#41) <b>bold</b>',
    goals: ['squashone!', 'squashtwo!', 'startcold'],
    daysAgo: 3,
    by: 'Cy Okafor',
    with: 'Bo Larsen',
    on: 'merged',
  },
  uncompress: { subject: 'Revert "Compress"', reverts: ['compress'], daysAgo: 3, by: 'Bo Larsen', on: 'merged' },
  compress: { subject: 'Compress', goals: ['backagain!'], daysAgo: 4, by: 'Bo Larsen', on: 'merged' },
  uncache: { subject: 'Revert "Cache"', reverts: ['cache'], daysAgo: 4, on: 'merged' },
  cache: { subject: 'Cache', goals: ['reverted!'], daysAgo: 5, on: 'merged' },
  field: { subject: 'Say which field is broken', goals: ['merged!'], daysAgo: 5, by: 'Bo Larsen', on: 'merged' },
  rename: { subject: 'Rename the first ten', goals: ['worked', 'uploads'], daysAgo: 6, on: 'here' },
  half: { subject: 'Read the bytes in one go', goals: ['ontrack'], daysAgo: 7, on: 'merged' },
};

/** Commits that only records of the files link to goals. */
export const RECORDED: Readonly<Record<string, CommitSketch>> = {
  byhand: { subject: 'Log queries over one second', daysAgo: 1.2, on: 'here' },
  renamed: { subject: 'Rename the last ten', daysAgo: 2.2, by: 'Bo Larsen', on: 'merged' },
};

/** Commits that completed goals and that nothing reaches any more. */
export const GONE: Readonly<Record<string, CommitSketch>> = {
  lostwork: { subject: 'Keep the draft', goals: ['gone!'], daysAgo: 2 },
};

/** What branches have in their file that differs from the integration branch. */
export const BRANCHES: readonly {
  readonly branch: string;
  readonly by?: { readonly name: string; readonly email: string };
  readonly isIntegration?: boolean;
  readonly records: Sketches;
}[] = [
  {
    branch: 'feat/cache',
    by: { name: 'Bo Larsen', email: BO },
    records: { g: { donethere: { title: 'Warm the cache', status: 'done', daysAgo: 9, changed: { status: 1 } } } },
  },
  {
    branch: 'feat/retry',
    by: { name: 'Cy Okafor', email: CY },
    records: {
      g: {
        onlythere: { title: 'Make retries cheap', kind: 'objective', owner: CY, due: '2026-12-01', daysAgo: 2 },
        donealone: { title: 'Count the retries', status: 'done', daysAgo: 2 },
      },
    },
  },
  {
    branch: 'spike/retry',
    records: {
      g: { onlythere: { title: 'Make retries cheap or free', kind: 'objective', daysAgo: 2, changed: { title: 1 } } },
    },
  },
  { branch: 'origin/main', isIntegration: true, by: { name: 'Cy Okafor', email: CY }, records: {} },
];

/** What the file of the integration branch says. */
export const ON_MAIN: Sketches = {
  g: {
    filemerged: { title: 'Pin the versions', status: 'done', daysAgo: 9, changed: { status: 5 } },
    theirs: { title: 'Split the parser', owner: BO, status: 'done', daysAgo: 3, changed: { status: 1 } },
    onlymain: { title: 'Thank the testers', owner: BO, daysAgo: 1 },
  },
};

/** The goals of that time, where they were not as they are now; null: they were not there. What is not named was the same. */
export const EARLIER: Readonly<Record<string, object | null>> = {
  plain: null,
  claimed: { status: 'open', edits: {} },
  claimagain: { status: 'open', edits: {} },
  trailer: { status: 'done' },
  latedrop: { status: 'open', edits: {} },
  latepaused: { status: 'open' },
  disputed: { due: '2026-11-20', owner: BO, edits: {} },
  rich: { title: 'Rate limits', notes: 'None', helpers: {} },
  deleted: { deleted: false, edits: {} },
};
