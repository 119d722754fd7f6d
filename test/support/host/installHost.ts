import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { HOSTS, type HostName, type HostVersion } from './hostVersion';
import { npm } from './npm';

export interface InstalledHost {
  readonly version: HostVersion;
  /** The Node program this VS Code is made for. */
  readonly node: string;
  /** The server's script. */
  readonly server: string;
}

/** Installs a VS Code from npm packages into the user's cache, once; prints its progress on stderr. Two runs at once are safe. */
export async function installHost(name: HostName): Promise<InstalledHost> {
  const version = HOSTS[name];
  const cache = path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'micro-goals-test');
  const folder = path.join(cache, version.codeServer);
  if (!existsSync(folder)) await installBeside(cache, folder, version);
  return {
    version,
    node: path.join(folder, 'node_modules', nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    server: path.join(serverFolder(folder), 'out', 'server-main.js'),
  };
}

function nodePackage(): string {
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

function serverFolder(folder: string): string {
  return path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

/** The finished folder appears by one rename: an interrupted run leaves no half of it, and of two runs the first wins. */
async function installBeside(cache: string, folder: string, version: HostVersion): Promise<void> {
  await removeAbandoned(cache);
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    await installPackages(partial, version);
    await rename(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function installPackages(folder: string, version: HostVersion): Promise<void> {
  const progress = (text: string): void => {
    console.error(`Installing VS Code ${version.vscode} into the cache: ${text} …`);
  };
  // A package.json of its own keeps npm from looking for a project in the folders above.
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
  progress('server and Node');
  await npm(folder, 'install', `code-server@${version.codeServer}`, `${nodePackage()}@${version.node}`);
  progress('packages of the server');
  await npm(serverFolder(folder), 'install', '--omit=dev');
  progress('packages of its extensions');
  await npm(path.join(serverFolder(folder), 'extensions'), 'install', '--omit=dev');
}

/** Removes what runs that were killed left behind: their process number is in the name. */
async function removeAbandoned(cache: string): Promise<void> {
  if (!existsSync(cache)) return;
  for (const name of await readdir(cache)) {
    const pid = /\.partial-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(path.join(cache, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
