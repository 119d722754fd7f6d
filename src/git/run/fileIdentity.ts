import { stat } from 'node:fs/promises';

/** Returns a text that changes with every change of the file; empty if there is no file. */
export async function fileIdentity(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return found ? `${found.mtimeMs} ${found.size}` : '';
}
