import { stat } from 'node:fs/promises';

/** Another text after every change of the file; empty where it is not there. */
export async function fileIdentity(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return found ? `${found.mtimeMs} ${found.size}` : '';
}
