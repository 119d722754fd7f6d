import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from './failure';

/** The merge driver as one text, from beside this program. @throws Failure where the installation is incomplete. */
export async function readDriverBundle(): Promise<string> {
  try {
    return await readFile(path.join(__dirname, 'merge-driver.js'), 'utf8');
  } catch {
    throw new Failure(`${path.join(__dirname, 'merge-driver.js')} is missing; install microgoals anew.`);
  }
}
