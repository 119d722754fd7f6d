import { createInterface } from 'node:readline';
import path from 'node:path';
import { cleanGitEnvironment } from '../gitRepository';
import { temporaryFolder } from '../temporaryFolder';
import { seedSettings, type UserSettings } from './hostSettings';
import type { HostName } from './hostVersion';
import { installHost, type InstalledHost } from './installHost';
import { startGroup, type ProcessGroup } from './processGroup';

export interface HostOptions {
  /** Default: newest. */
  readonly host?: HostName;
  /** `true` (default): every folder is trusted. `false`: VS Code asks, and until then works in Restricted Mode. */
  readonly trusted?: boolean;
  /** Added to the user's settings. */
  readonly settings?: UserSettings;
  /** Environment of the server, the extension host and its terminals; default: this process's own, without git's variables. */
  readonly env?: NodeJS.ProcessEnv;
  /** Prepared (`seedSettings`) and removed by the caller; default: a temporary folder with `settings`. */
  readonly userDataFolder?: string;
  readonly extensionsFolder?: string;
}

export interface RunningHost {
  readonly port: number;
  readonly version: string;
  /** Resolves when the server has ended, by `stop` or by itself. */
  readonly ended: Promise<void>;
  /** Ends every process of the host and removes its temporary folder. */
  stop(): Promise<void>;
}

const START_LIMIT = 180_000;

/** Installs (once) and starts a VS Code server on a free port of the loopback; resolves when it answers. */
export async function startHost(options: HostOptions = {}): Promise<RunningHost> {
  const installed = await installHost(options.host ?? 'newest');
  const data = await temporaryFolder('host');
  const userDataFolder = options.userDataFolder ?? path.join(data.path, 'user');
  if (options.userDataFolder === undefined) await seedSettings(userDataFolder, options.settings);
  const folders = {
    server: path.join(data.path, 'server'),
    user: userDataFolder,
    extensions: options.extensionsFolder ?? path.join(data.path, 'extensions'),
  };
  const group = startGroup(installed.node, serverArguments(installed, folders, options.trusted ?? true), {
    env: options.env ?? cleanGitEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    await group.stop();
    await data.remove();
  };
  const ended = new Promise<void>((resolve) => {
    group.child.once('exit', () => {
      resolve();
    });
  });
  try {
    return { port: await portOf(group), version: installed.version.vscode, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Folders {
  readonly server: string;
  readonly user: string;
  readonly extensions: string;
}

function serverArguments(installed: InstalledHost, folders: Folders, trusted: boolean): string[] {
  return [
    installed.server,
    '--accept-server-license-terms',
    '--without-connection-token',
    '--host=127.0.0.1',
    // The server picks a free port and names it: no other program can take it in between.
    '--port=0',
    // Without it a built VS Code ignores the test payload of the address.
    '--enable-smoke-test-driver',
    `--server-data-dir=${folders.server}`,
    `--user-data-dir=${folders.user}`,
    `--extensions-dir=${folders.extensions}`,
    '--disable-telemetry',
    '--disable-getting-started-override',
    ...(trusted ? ['--disable-workspace-trust'] : []),
  ];
}

async function portOf({ child }: ProcessGroup): Promise<number> {
  const said: string[] = [];
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('The output of the VS Code server is not connected.');
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      reject(new Error(`The VS Code server ${why}.\n${said.join('\n')}`));
    };
    const timer = setTimeout(fail, START_LIMIT, `did not answer within ${START_LIMIT / 1000} s`);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code ?? 'none'}`);
    });
    child.once('error', (error) => {
      fail(`did not start: ${error.message}`);
    });
    // Both are read to the end of the process: a full pipe would stop the server.
    createInterface(stderr).on('line', (line) => said.push(line));
    createInterface(stdout).on('line', (line) => {
      said.push(line);
      const port = /listening on (\d+)/.exec(line)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
  });
}
