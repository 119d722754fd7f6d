import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs npm in a folder; rejects with what npm said. Install scripts never run, and this project's engine check does not reach others. */
export async function npm(folder: string, ...args: string[]): Promise<string> {
  const flags = [
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--engine-strict=false',
    '--loglevel=error',
  ];
  const all = [...args, ...flags];
  const script = process.env['npm_execpath'];
  const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } =
    script !== undefined && /\.c?js$/.test(script)
      ? await run(process.execPath, [script, ...all], options)
      : await run('npm', all, { ...options, shell: process.platform === 'win32' });
  return stdout;
}
