import { access, constants, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Whether this user may save the file that stands there: a save replaces it, so that its folder counts, too. Never throws. */
export async function isWritable(file: string): Promise<boolean> {
  try {
    const target = await realpath(file);
    await Promise.all([access(target, constants.W_OK), access(path.dirname(target), constants.W_OK)]);
    return true;
  } catch {
    return false;
  }
}
