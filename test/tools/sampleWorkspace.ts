// sampleWorkspace.js FOLDER: makes the sample workspace there, anew when it was there already, and FOLDER.code-workspace beside it: the sample
// and a second repository without goals.
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gitRepository } from '../support/gitRepository';
import { sampleWorkspace } from '../support/sampleWorkspace';

const MADE_BY_US = '.git/micro-goals-sample';

/** Makes the folder anew; throws where there is one that is not ours. */
async function emptyFolder(folder: string): Promise<void> {
  if (existsSync(folder) && !existsSync(path.join(folder, MADE_BY_US))) {
    throw new Error(`${folder} exists and is not a sample workspace; it was left as it is.`);
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

async function main(): Promise<void> {
  const [folder] = process.argv.slice(2).map((text) => path.resolve(text));
  if (folder === undefined) throw new Error('Which folder?');
  const second = `${folder}-second`;
  await emptyFolder(folder);
  await emptyFolder(second);
  const repositories = [await sampleWorkspace(folder), gitRepository(second)];
  await gitRepository(second).git('init', '--quiet', '--initial-branch=main');
  for (const repository of repositories) await repository.write(MADE_BY_US, '');
  const folders = [folder, second].map((each) => ({ path: path.basename(each) }));
  await writeFile(`${folder}.code-workspace`, JSON.stringify({ folders }));
  console.log(folder);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
