import { spawnSync, type StdioOptions } from 'node:child_process';
import { findProgram } from './findProgram';
import { CHROMIUM_NAMES } from '../host/launchChromium';

interface SystemTool {
  /** Name of the Debian package. */
  readonly package: string;
  readonly programs: readonly string[];
}

const CHROMIUM: SystemTool = { package: 'chromium', programs: CHROMIUM_NAMES };
const SHELLS_AND_FAULTS: readonly SystemTool[] = [
  { package: 'dash', programs: ['dash'] },
  { package: 'busybox', programs: ['busybox'] },
  { package: 'strace', programs: ['strace'] },
];

export const TOOLS_OF_GIT_TESTS = process.platform === 'linux' ? SHELLS_AND_FAULTS : [];
export const TOOLS_OF_WINDOW_TESTS = [CHROMIUM];

/** Installs what is missing where this process may (root on Debian); else throws one line that says what to install. */
export function provideSystemTools(tools: readonly SystemTool[]): void {
  const isMissing = ({ programs }: SystemTool): boolean => findProgram(...programs) === undefined;
  const missing = tools.filter(isMissing);
  if (missing.length === 0) return;
  const packages = missing.map((tool) => tool.package);
  if (process.getuid?.() === 0 && findProgram('apt-get') !== undefined) installPackages(packages);
  if (missing.some(isMissing)) {
    throw new Error(`The tests need ${packages.join(', ')}: apt-get install ${packages.join(' ')}`);
  }
}

function installPackages(packages: readonly string[]): void {
  console.error(`Installing ${packages.join(', ')} (apt-get) …`);
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'] as StdioOptions,
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...packages], options);
}
