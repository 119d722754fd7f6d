import { readFile } from 'node:fs/promises';
import type { DriverOptions } from '../../src/git/hooks/driverInstaller';
import { planDriverInstall } from '../../src/git/hooks/driverInstaller';
import { applyPlan } from '../../src/git/hooks/hookPlan';
import { openRepository } from '../../src/git/run/repository';
import { projectFolder } from './run/projectFolder';

/** What the command line would install: the built bundle, run by this Node. */
export async function driverOptions(): Promise<DriverOptions> {
  const bundle = await readFile(projectFolder('dist/merge-driver.js'), 'utf8');
  return { bundle, runtime: process.execPath, autoStash: false };
}

/** Installs the merge driver of the built product in the clone of a work tree. */
export async function installDriver(folder: string, options: Partial<DriverOptions> = {}): Promise<void> {
  const opened = await openRepository(folder);
  if (opened.state !== 'open') throw new Error(`No repository in ${folder}.`);
  const changes = await planDriverInstall(opened.repository, { ...(await driverOptions()), ...options });
  await applyPlan({ hooksFolder: '', changes, manual: undefined });
}
