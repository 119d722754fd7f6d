// package.js [--out FILE]: builds and packs the extension into NAME-VERSION.vsix; lists what is in it.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { buildProduct } from '../support/buildProduct';
import { projectFolder } from '../support/projectFolder';

interface Manifest {
  readonly name: string;
  readonly version: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const { name, version } = JSON.parse(readFileSync(projectFolder('package.json'), 'utf8')) as Manifest;
  const packagePath = values.out ?? projectFolder(`${name}-${version}.vsix`);
  buildProduct();
  // Everything is bundled into dist: no node_modules goes in. There is no repository address that links could be made from.
  await createVSIX({ cwd: projectFolder(), packagePath, dependencies: false, allowMissingRepository: true });
  console.log(packagePath);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
