import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { npm } from '../host/npm';

const VERSIONS = { husky: '9.1.7', lefthook: '2.2.2', 'simple-git-hooks': '2.14.0' } as const;

/** Installs the hook managers from npm into the user's cache, once; resolves with the folder `node_modules` that holds them. */
export async function installHookManagers(): Promise<string> {
  const packages = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
  const cache = path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'micro-goals-test');
  const folder = path.join(cache, packages.join('-'));
  if (!existsSync(folder)) await installInto(folder, packages);
  return path.join(folder, 'node_modules');
}

/** The finished folder appears by one rename: an interrupted run leaves no half of it, and of two runs the first wins. */
async function installInto(folder: string, packages: readonly string[]): Promise<void> {
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    // A package.json of its own keeps npm from looking for a project in the folders above.
    await writeFile(path.join(partial, 'package.json'), '{ "private": true }\n');
    console.error('Installing hook managers into the cache …');
    await npm(partial, 'install', ...packages);
    await rename(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
