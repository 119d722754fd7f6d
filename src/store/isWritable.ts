import { access, constants, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Tells whether this user may save the file: a save replaces it, so its folder counts, too. Never throws. */
export async function isWritable(file: string): Promise<boolean> {
  try {
    const target = await realpath(file);
    await Promise.all([access(target, constants.W_OK), access(path.dirname(target), constants.W_OK)]);
    return true;
  } catch {
    return false;
  }
}
