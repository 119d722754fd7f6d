// package.js [--out FILE]: builds and packs the extension into NAME-VERSION.vsix; lists what is in it.
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { buildProduct } from '../support/run/buildProduct';
import { packagedReadme } from '../support/run/packagedReadme';
import { projectFolder } from '../support/run/projectFolder';
import { temporaryFolder } from '../support/temporaryFolder';

interface Manifest {
  readonly name: string;
  readonly version: string;
}

/** Copies what .vscodeignore lets through, so that the README can differ from that of the repository. */
async function copyPackage(folder: string): Promise<void> {
  const files = await listFiles({ cwd: projectFolder(), packageManager: PackageManager.None });
  // The list goes along, or the packer warns that there is none.
  for (const file of [...files, '.vscodeignore']) {
    await cp(projectFolder(file), path.join(folder, file));
  }
  await writeFile(path.join(folder, 'README.md'), packagedReadme(await readFile(projectFolder('README.md'), 'utf8')));
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const { name, version } = JSON.parse(await readFile(projectFolder('package.json'), 'utf8')) as Manifest;
  const packagePath = values.out === undefined ? projectFolder(`${name}-${version}.vsix`) : path.resolve(values.out);
  buildProduct();
  const folder = await temporaryFolder('package');
  try {
    await copyPackage(folder.path);
    // Everything is bundled into dist: no node_modules goes in. There is no repository address that links could be made from.
    await createVSIX({ cwd: folder.path, packagePath, dependencies: false, allowMissingRepository: true });
  } finally {
    await folder.remove();
  }
  console.log(packagePath);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
