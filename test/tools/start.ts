// start.js [--no-open] [FOLDER]: builds and opens the extension on FOLDER or on a sample workspace, until Ctrl+C.
// In the desktop VS Code when `code` is on PATH, else (and with --no-open) in one from npm, whose address is printed.
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildProduct } from '../support/run/buildProduct';
import { endOnSignal } from '../support/run/endOnSignal';
import { findProgram } from '../support/run/findProgram';
import { cleanGitEnvironment } from '../support/gitRepository';
import { seedSettings } from '../support/host/hostSettings';
import { startGroup } from '../support/host/processGroup';
import { startHost } from '../support/host/startHost';
import { workbenchAddress } from '../support/host/workbenchAddress';
import { projectFolder } from '../support/run/projectFolder';
import { sampleWorkspace } from '../support/sampleWorkspace';
import { temporaryFolder } from '../support/temporaryFolder';

type CleanUp = () => Promise<void>;

/** A window with settings and personal goals of its own, so that nothing of the person's is touched; resolves when it has been closed. */
async function openDesktop(code: string, workspace: string, personal: string, atEnd: CleanUp[]): Promise<void> {
  const data = await temporaryFolder('desktop');
  atEnd.push(() => data.remove());
  await seedSettings(path.join(data.path, 'user'));
  const flags = [
    '--new-window',
    '--wait',
    '--disable-workspace-trust',
    `--user-data-dir=${path.join(data.path, 'user')}`,
    `--extensions-dir=${path.join(data.path, 'extensions')}`,
    `--extensionDevelopmentPath=${projectFolder()}`,
  ];
  const group = startGroup(code, [...flags, workspace], {
    env: { ...process.env, MICROGOALS_DATA_DIR: personal },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  atEnd.push(() => group.stop());
  await once(group.child, 'exit');
}

async function openServer(workspace: string, personal: string, atEnd: CleanUp[]): Promise<void> {
  const host = await startHost({ env: { ...cleanGitEnvironment(), MICROGOALS_DATA_DIR: personal } });
  atEnd.push(() => host.stop());
  console.log(`VS Code ${host.version} with Micro Goals is at (Ctrl+C ends it):`);
  console.log(workbenchAddress(host.port, { workspace, extension: projectFolder() }));
  await host.ended;
}

async function main(atEnd: CleanUp[]): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'no-open': { type: 'boolean' } } });
  buildProduct();
  const workspace = positionals[0] === undefined ? await makeSample(atEnd) : path.resolve(positionals[0]);
  const personal = await temporaryFolder('data');
  atEnd.push(() => personal.remove());
  const code = values['no-open'] === true ? undefined : findProgram('code');
  if (code === undefined) await openServer(workspace, personal.path, atEnd);
  else await openDesktop(code, workspace, personal.path, atEnd);
}

async function makeSample(atEnd: CleanUp[]): Promise<string> {
  const folder = await temporaryFolder('sample');
  atEnd.push(() => folder.remove());
  await sampleWorkspace(folder.path);
  console.log(`Sample workspace: ${folder.path}`);
  return folder.path;
}

/** In reverse: what was started last uses what was made first. */
async function cleanUp(atEnd: CleanUp[]): Promise<void> {
  for (const end of atEnd.splice(0).reverse()) await end();
}

function start(): void {
  const atEnd: CleanUp[] = [];
  endOnSignal(() => cleanUp(atEnd));
  main(atEnd)
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    })
    .finally(() => cleanUp(atEnd));
}

start();
