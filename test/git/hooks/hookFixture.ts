import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { applyPlan } from '../../../src/git/hooks/hookPlan';
import { planInstall } from '../../../src/git/hooks/hookInstaller';
import type { Repository } from '../../../src/git/run/repository';
import { openRepository } from '../../../src/git/run/repository';
import { findProgram } from '../../support/run/findProgram';
import { cleanGitEnvironment } from '../../support/gitRepository';

const run = promisify(execFile);

/** Goals of the tests. */
export const A = 'g-4kq7w2m9xd';
export const B = 'g-0000000000';
export const C = 'g-zzzzzzzzzz';

export const SHELLS = ['/bin/sh', '/usr/bin/dash', '/usr/bin/bash', '/usr/bin/busybox sh'];

/** The repository of a work tree; throws where there is none. */
export async function opened(folder: string): Promise<Repository> {
  const result = await openRepository(folder);
  if (result.state !== 'open') throw new Error(`No repository in ${folder}: ${result.state}`);
  return result.repository;
}

/** Installs the hook, to be run by the given shell. */
export async function installHook(folder: string, shell = '/bin/sh'): Promise<Repository> {
  const repository = await opened(folder);
  const plan = await planInstall(repository);
  const changes = plan.changes.map((change) =>
    change.type === 'write' ? { ...change, after: change.after.replace(/^#!\/bin\/sh\n/, `#!${shell}\n`) } : change,
  );
  await applyPlan({ ...plan, changes });
  return repository;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs git with variables of its own and whatever exit code; rejects only where it cannot start. */
export async function tryGit(
  folder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  // By its absolute path, so that a test can break PATH for what git starts.
  return tryRun(findProgram('git') ?? 'git', args, folder, environment);
}

export async function tryRun(
  program: string,
  args: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  try {
    const env = { ...cleanGitEnvironment(), ...environment };
    const { stdout, stderr } = await run(program, [...args], { cwd: folder, env });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
    if (typeof code !== 'number') throw error;
    return { code, stdout, stderr };
  }
}

/** GIT_EDITOR that runs a line of sh with the message file as $1. */
export async function editor(folder: string, line: string): Promise<NodeJS.ProcessEnv> {
  const file = path.join(folder, '.git', `editor-${Math.abs(hash(line))}.sh`);
  await writeFile(file, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  return { GIT_EDITOR: `sh '${file}'` };
}

export async function lastMessage(folder: string): Promise<string> {
  return (await tryGit(folder, ['log', '-1', '--format=%B'])).stdout.trimEnd();
}

function hash(text: string): number {
  return Array.from(text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
}
