import { spawnSync } from 'node:child_process';
import { projectFolder } from './projectFolder';

/** Builds dist/; throws when the build fails, whose messages are printed by then. */
export function buildProduct(): void {
  const { status } = spawnSync(process.execPath, ['esbuild.js'], { cwd: projectFolder(), stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The build failed.');
}
