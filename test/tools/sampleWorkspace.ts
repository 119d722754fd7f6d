// sampleWorkspace.js FOLDER: makes the sample workspace there, anew when it was there already.
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { sampleWorkspace } from '../support/sampleWorkspace';

const MADE_BY_US = '.git/micro-goals-sample';

async function main(): Promise<void> {
  const [folder] = process.argv.slice(2).map((text) => path.resolve(text));
  if (folder === undefined) throw new Error('Which folder?');
  if (existsSync(folder) && !existsSync(path.join(folder, MADE_BY_US))) {
    throw new Error(`${folder} exists and is not a sample workspace; it was left as it is.`);
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const repository = await sampleWorkspace(folder);
  await repository.write(MADE_BY_US, '');
  console.log(folder);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
