import { lstat } from 'node:fs/promises';
import { readRegularFile } from '../../store/readRegularFile';

export interface HookFile {
  /** Text of the file; empty for anything but a regular file. */
  readonly text: string;
  /** Encoding that keeps the bytes unchanged when the text is read and written with it. */
  readonly encoding: 'utf8' | 'latin1';
  /** Permission bits. */
  readonly mode: number;
  readonly kind: 'file' | 'link' | 'other';
}

/** Reads a file without following it if it is a link; undefined if nothing has that name. */
export async function readHook(file: string): Promise<HookFile | undefined> {
  const found = await lstat(file).catch(() => undefined);
  if (found === undefined) return undefined;
  const mode = found.mode & 0o7777;
  const read = found.isFile() ? await readRegularFile(file, false) : undefined;
  if (read?.state !== 'file')
    return { text: '', encoding: 'utf8', mode, kind: found.isSymbolicLink() ? 'link' : 'other' };
  const text = read.bytes.toString('utf8');
  if (Buffer.from(text).equals(read.bytes)) return { text, encoding: 'utf8', mode, kind: 'file' };
  return { text: read.bytes.toString('latin1'), encoding: 'latin1', mode, kind: 'file' };
}
