import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { FileReading } from '../core/document/fileReading';
import { GoalFileError } from '../core/document/fileReading';
import { formatDocument } from '../core/document/formatDocument';
import type { GoalDocument } from '../core/document/goalDocument';
import { MAX_BYTES, parseGoalFile } from '../core/document/parseGoalFile';
import type { GoalFileOptions } from './goalFileStore';
import { acquireLock } from './lock';
import { replaceFile } from './replaceFile';
import { saveError } from './storageFailure';
import { readStoredFile } from './storedFile';

/**
 * Replaces a file that a merge left with a whole document, under the lock that saves take.
 * @param before the file as it was when the document was made
 * @returns false if the file has changed since; nothing is written then
 * @throws GoalFileError
 */
export async function replaceGoalFile(
  place: Pick<GoalFileOptions, 'path' | 'root' | 'lockFolder'>,
  before: FileReading,
  document: GoalDocument,
): Promise<boolean> {
  const name = path.relative(place.root, place.path).replaceAll(path.sep, '/');
  const read = () => readStoredFile(place.path, place.root, name);
  const bytes = Buffer.from(formatDocument(document));
  if (bytes.length > MAX_BYTES) {
    const size = `It would have ${bytes.length} bytes; at most ${MAX_BYTES} are read.`;
    throw new GoalFileError('read-only', `${name} was not written: both sides together are too large. ${size}`);
  }
  try {
    await mkdir(path.dirname(place.path), { recursive: true });
    await mkdir(place.lockFolder, { recursive: true });
    const lock = await acquireLock(path.join(place.lockFolder, `${path.basename(place.path)}.lock`));
    try {
      const stored = await read();
      if (stored.state === 'refused') throw new GoalFileError(stored.code, `${name} was not written.`);
      return await replaceFile({
        target: stored.target,
        bytes,
        mode: stored.state === 'file' ? stored.mode : undefined,
        mayReplace: async () => {
          const now = await read();
          const text = now.state === 'file' ? textOf(parseGoalFile(now.bytes)) : undefined;
          return now.state !== 'refused' && text === textOf(before) && (await lock.isOurs());
        },
      });
    } finally {
      await lock.release();
    }
  } catch (error) {
    throw saveError(error, name);
  }
}

function textOf(reading: FileReading): string | undefined {
  return reading.state === 'absent' ? undefined : reading.text;
}
