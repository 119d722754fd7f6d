import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../support/run/projectFolder';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

const run = promisify(execFile);

describe('the packed command line', () => {
  let folder: TemporaryFolder;
  before(async () => {
    folder = await temporaryFolder('tarball');
  });
  after(() => folder.remove());

  // A cache of its own proves that nothing is fetched: whatever is needed must be in the tarball.
  const npm = async (cwd: string, ...args: string[]): Promise<string> => {
    const env = { ...process.env, npm_config_cache: path.join(folder.path, 'cache'), npm_config_offline: 'true' };
    const options = { cwd, env, shell: process.platform === 'win32' };
    return (await run('npm', args, options)).stdout.trim();
  };

  it('installs without a network and runs by npx', async () => {
    const packed = await npm(
      projectFolder(),
      'pack',
      '--silent',
      '--ignore-scripts',
      '--pack-destination',
      folder.path,
    );
    await writeFile(path.join(folder.path, 'package.json'), '{"private": true}');
    await npm(folder.path, 'install', '--no-audit', '--no-fund', path.join(folder.path, packed));
    assert.match(await npm(folder.path, 'exec', '--no', '--', 'microgoals', '--version'), /^\d+\.\d+\.\d+$/);
  });
});
