import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { cleanGitEnvironment } from '../gitRepository';
import { projectFolder } from '../run/projectFolder';
import { temporaryFolder } from '../temporaryFolder';
import { seedSettings } from './hostSettings';
import type { HostVariant } from './hostVariant';
import { HOSTS, type HostName } from './hostVersion';
import { standInEnvironment } from './standInEnvironment';
import { writeSuiteEnvironment } from './suiteEnvironment';

export interface HostRun {
  /** `download`: the desktop VS Code, oldest supported version or newest. */
  readonly host: HostName;
  readonly download: boolean;
  readonly variant: HostVariant;
  readonly grep: string | undefined;
}

/** Runs the test files of a variant inside VS Code. What the suite prints goes to stdout; rejects when a test failed. */
export async function runHostTests({ host, download, variant, grep }: HostRun): Promise<void> {
  const workspace = await variant.prepare();
  const data = await temporaryFolder('code');
  try {
    const userData = path.join(data.path, 'user');
    await seedSettings(userData);
    await runTests({
      ...(download
        ? { version: HOSTS[host].vscode }
        : { vscodeExecutablePath: projectFolder('dist-test/tools/codeStandIn.js') }),
      extensionDevelopmentPath: projectFolder(),
      extensionTestsPath: projectFolder('dist-test/support/host/hostSuite.js'),
      extensionTestsEnv: {
        ...cleanGitEnvironment(),
        // Personal goals of the person who runs the tests stay untouched.
        MICROGOALS_DATA_DIR: path.join(data.path, 'goals'),
        ...standInEnvironment(host, variant.trusted),
        ...writeSuiteEnvironment({ folder: projectFolder('dist-test/host', variant.folder), grep }),
      },
      launchArgs: [
        ...(workspace.path === undefined ? [] : [workspace.path]),
        `--user-data-dir=${userData}`,
        `--extensions-dir=${path.join(data.path, 'extensions')}`,
      ],
    });
  } finally {
    await data.remove();
    await workspace.remove();
  }
}
