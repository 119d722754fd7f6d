import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MAX_BYTES } from '../core/document/parseGoalFile';
import { errnoCode } from '../store/errnoCode';
import { storageFailure } from '../store/storageFailure';
import { Failure } from './failure';

/**
 * The text of a file, or of standard input for `-`.
 * @throws Failure if it cannot be read or is no text.
 */
export async function readInput(name: string, directory: string): Promise<string> {
  const bytes = await readBytes(name, directory);
  if (bytes.length > MAX_BYTES) throw new Failure(`${name} is too large: ${bytes.length} bytes.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(`${name} is not valid UTF-8.`);
  }
}

async function readBytes(name: string, directory: string): Promise<Uint8Array> {
  if (name !== '-') {
    try {
      return await readFile(path.resolve(directory, name));
    } catch (error) {
      if (errnoCode(error) === 'ENOENT') throw new Failure(`There is no file ${name}.`);
      throw new Failure(`${name} cannot be read: ${storageFailure(error).reason}.`);
    }
  }
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
