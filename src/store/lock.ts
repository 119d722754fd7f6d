import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { GoalFileError } from '../core/document/fileReading';
import { createExclusively } from './createExclusively';
import { isLeftBehind, isOwnMark, newProcessMark } from './processMark';
import { readOwnText } from './readRegularFile';
import { ageOf } from './temporaryName';

/** Time that a caller waits for one holder of the lock, in milliseconds. */
const PATIENCE = 5000;
const LONGEST_PAUSE = 25;

/** Marks under which this process holds a lock; a lock file of ours with another mark could not be removed on release. */
const held = new Set<string>();

export interface Lock {
  /** Tells whether the lock is still ours; false if another host took it over because this process was suspended for long. */
  isOurs(): Promise<boolean>;
  /** Releases the lock. Never fails: a lock file that cannot be removed now counts as left behind. */
  release(): Promise<void>;
}

/**
 * Takes the lock `file`, whose folder must exist. It holds the mark of its owner's process.
 *
 * Taking over a lock that a dead process left needs care: two processes may see the same one, and the slower must not remove the lock that
 * the faster has created meanwhile. So to remove a lock with the content T, a process first takes a lock named after T (by this same
 * function, so that a death in between does no harm either) and looks again. Only its owner, who is dead, and the holder of that second
 * lock may remove T: if T is still there, it cannot change meanwhile.
 * @param mode permission bits of the lock file, limited by the umask; undefined: as for any file
 * @throws GoalFileError `locked` when one holder has kept it for `patience` milliseconds; the system's error if the folder is not writable.
 */
export async function acquireLock(file: string, patience = PATIENCE, mode?: number): Promise<Lock> {
  const mark = newProcessMark();
  let deadline = performance.now() + patience;
  let holder: string | undefined;
  held.add(mark);
  try {
    // Nearly always the lock is free.
    if (await createExclusively(file, mark, mode)) return heldLock(file, mark);
    for (let attempt = 0; ; attempt++) {
      const owner = await readOwnText(file);
      // A network drive may create the link and lose the reply.
      if (owner === mark) return heldLock(file, mark);
      // A busy file is not a stuck one: the patience starts anew with each holder.
      if (owner !== undefined && owner !== holder) {
        holder = owner;
        deadline = performance.now() + patience;
      }
      if (owner === undefined) {
        if (await createExclusively(file, mark, mode)) return heldLock(file, mark);
      } else if (await isStale(file, owner)) {
        await removeStale(file, owner, deadline - performance.now(), mode);
        continue;
      }
      if (performance.now() > deadline) throw new GoalFileError('locked', LOCKED);
      await delay(Math.random() * Math.min(2 ** attempt, LONGEST_PAUSE));
    }
  } catch (error) {
    held.delete(mark);
    throw error;
  }
}

const LOCKED = 'Another window or program has been saving the goals for some seconds; nothing was changed. Try again.';

function heldLock(file: string, mark: string): Lock {
  const isOurs = async () => (await readOwnText(file)) === mark;
  return {
    isOurs,
    async release() {
      try {
        if (await isOurs()) await rm(file, { force: true });
      } catch {
        // The next process that wants the lock removes it: see `held`.
      } finally {
        held.delete(mark);
      }
    },
  };
}

async function isStale(file: string, owner: string): Promise<boolean> {
  if (isOwnMark(owner)) return !held.has(owner);
  const age = await ageOf(file);
  return age !== undefined && isLeftBehind(owner, age);
}

async function removeStale(file: string, owner: string, patience: number, mode: number | undefined): Promise<void> {
  const name = createHash('sha256').update(owner).digest('hex').slice(0, 16);
  const claim = await acquireLock(`${file}.${name}`, patience, mode);
  try {
    if ((await readOwnText(file)) === owner) await rm(file, { force: true });
  } finally {
    await claim.release();
  }
}

/**
 * Removes leftovers of processes that died during a takeover of the lock `file`. Only its holder may call it: while a living lock
 * exists, every claim on an earlier one is void, so two processes with the same claim would both find nothing to remove.
 */
export async function removeLeftClaims(file: string): Promise<void> {
  const names = await readdir(path.dirname(file)).catch(() => []);
  for (const name of names.filter((entry) => entry.startsWith(`${path.basename(file)}.`))) {
    const claim = path.join(path.dirname(file), name);
    const owner = await readOwnText(claim).catch(() => undefined);
    if (owner !== undefined && (await isStale(claim, owner))) await rm(claim, { force: true }).catch(() => undefined);
  }
}
