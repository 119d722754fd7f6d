import path from 'node:path';
import { MAX_BYTES } from '../../core/document/parseGoalFile';
import { errnoCode } from '../../store/errnoCode';
import type { RegularFile } from '../../store/readRegularFile';
import { readRegularFile } from '../../store/readRegularFile';
import { storageFailure } from '../../store/storageFailure';
import { Failure } from './failure';
import type { Terminal } from './terminal';

/**
 * Reads the text of a file, or of standard input for `-`.
 * @throws Failure if it cannot be read or is not text.
 */
export async function readInput(name: string, directory: string, terminal: Terminal): Promise<string> {
  const bytes = name === '-' ? await readStandardInput(terminal) : await readNamed(name, directory);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(`${name} is not valid UTF-8.`);
  }
}

async function readNamed(name: string, directory: string): Promise<Uint8Array> {
  const found = await lookAt(name, directory);
  if (found.state === 'file') return found.bytes;
  if (found.state === 'large') throw tooLarge(name, found.size);
  const advice = found.kind === 'a pipe' ? ' Give - for what another program prints.' : '';
  throw new Failure(`${name} is ${found.kind}, not a file.${advice}`);
}

async function lookAt(name: string, directory: string): Promise<RegularFile> {
  try {
    return await readRegularFile(path.resolve(directory, name));
  } catch (error) {
    if (errnoCode(error) === 'ENOENT') throw new Failure(`There is no file ${name}.`);
    throw new Failure(`${name} cannot be read: ${storageFailure(error).reason}.`);
  }
}

async function readStandardInput({ input }: Terminal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > MAX_BYTES) throw tooLarge('Standard input', size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string, size: number): Failure {
  return new Failure(`${name} is too large: ${size} bytes, where ${MAX_BYTES} are read at most.`);
}
