import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Random } from '../core/ports/ports';
import { createExclusively } from './createExclusively';
import { readOwnText } from './readRegularFile';

const REPLICA = /^[0-9a-z]{4}$/;
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * Returns the four characters that identify this clone in stamps, stored in `replica` in the given folder; all processes get the
 * same ones. Never fails: if they cannot be stored, they are random for this process.
 * @param folder `microgoals` in the git common directory, created if missing; undefined without git.
 */
export async function readOrCreateReplica(folder: string | undefined, random: Random): Promise<string> {
  return folder === undefined ? newReplica(random) : readOrCreateMark(folder, 'replica', random);
}

/** Returns four random characters that are stored in a file; all processes get the same ones. Never fails, as above. */
export async function readOrCreateMark(folder: string, name: string, random: Random): Promise<string> {
  const fresh = newReplica(random);
  const file = path.join(folder, name);
  try {
    const kept = await readReplica(file);
    if (kept !== undefined && REPLICA.test(kept)) return kept;
    await mkdir(folder, { recursive: true });
    // A damaged file contains nothing to lose.
    if (kept !== undefined) await rm(file, { force: true });
    if (await createExclusively(file, `${fresh}\n`)) return fresh;
    const others = await readReplica(file);
    return others !== undefined && REPLICA.test(others) ? others : fresh;
  } catch {
    return fresh;
  }
}

function newReplica(random: Random): string {
  return Array.from(random.bytes(4), (byte) => DIGITS[byte % DIGITS.length] ?? '0').join('');
}

async function readReplica(file: string): Promise<string | undefined> {
  return (await readOwnText(file))?.trim();
}
