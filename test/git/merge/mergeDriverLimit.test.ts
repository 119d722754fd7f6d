import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DivergedRepository } from '../../support/divergedRepository';
import { divergedRepository, SIDES } from '../../support/divergedRepository';
import { installDriver } from '../../support/driver';
import { findProgram } from '../../support/run/findProgram';
import { SHARED_FILE } from '../../support/team';
import { SHELLS, tryGit, tryRun } from '../hooks/hookFixture';

const MARKERS = /^<<<<<<< ours\n[^]*^=======\n[^]*^>>>>>>> theirs\n/m;

describe('the time that the merge driver has', () => {
  let repository: DivergedRepository;
  const inFolder = (name: string): string => path.join(repository.path, '.git', name);

  /** The driver with a stand-in for the program that runs the bundle; `$pids` is where the lines may write who they are. */
  const installWith = async (lines: string, limit = 60): Promise<void> => {
    const program = inFolder('program');
    await writeFile(program, `#!/bin/sh\npids='${inFolder('pids')}'\n${lines}\n`, { mode: 0o755 });
    await installDriver(repository.path, { runtime: program });
    const driver = inFolder('microgoals/driver.sh');
    const text = await readFile(driver, 'utf8');
    assert.match(text, /^limit=60$/m);
    await writeFile(driver, text.replace(/^limit=60$/m, `limit=${limit}`));
  };
  /** PATH with a `sleep` that says which process it is. */
  const tellingSleep = async (): Promise<NodeJS.ProcessEnv> => {
    await mkdir(inFolder('bin'));
    const lines = `#!/bin/sh\necho $$ >>'${inFolder('pids')}'\nexec '${findProgram('sleep') ?? ''}' "$@"\n`;
    await writeFile(inFolder('bin/sleep'), lines, { mode: 0o755 });
    return { PATH: `${inFolder('bin')}${path.delimiter}${process.env['PATH'] ?? ''}` };
  };
  /** Calls the driver as git does, by a shell. */
  const merge = async (shell: string, environment: NodeJS.ProcessEnv = {}): Promise<number> => {
    const [program = '', ...applet] = shell.split(' ');
    const [base, ours, theirs] = ['base', 'ours', 'theirs'].map(inFolder) as [string, string, string];
    for (const side of ['base', 'ours', 'theirs'] as const) await writeFile(inFolder(side), SIDES[side] ?? '');
    const args = [...applet, inFolder('microgoals/driver.sh'), base, ours, theirs, '7', SHARED_FILE];
    return (await tryRun(program, args, repository.path, environment)).code;
  };
  /** Those of the processes that told who they are which are still there. */
  const stillThere = async (): Promise<number[]> => {
    const pids = (await readFile(inFolder('pids'), 'utf8')).trim().split('\n').map(Number);
    assert.ok(pids.length > 0 && pids.every((pid) => pid > 1));
    return pids.filter((pid) => isThere(pid));
  };

  beforeEach(async () => {
    repository = await divergedRepository();
  });
  afterEach(() => repository.remove());

  for (const shell of SHELLS) {
    it(`ends: then the text is merged, nothing stays behind, and no other program tries the same (${shell})`, async () => {
      await installWith('echo $$ >>"$pids"\ntrap "" HUP INT TERM\nwhile :; do :; done', 1);
      assert.ok((await merge(shell, await tellingSleep())) > 0);
      assert.match(await readFile(inFolder('ours'), 'utf8'), MARKERS);
      assert.deepEqual(await stillThere(), []);
    });

    it(`is not waited for, and leaves no process, when the program has ended (${shell})`, async () => {
      await installWith('while [ ! -s "$pids" ]; do :; done\necho merged >"$3"\nexit 0');
      assert.equal(await merge(shell, await tellingSleep()), 0);
      assert.equal(await readFile(inFolder('ours'), 'utf8'), 'merged\n');
      assert.deepEqual(await stillThere(), []);
    });

    it(`does not matter where there is no program to sleep with (${shell})`, async () => {
      await installWith('echo merged >"$3"\nexit 0');
      await mkdir(inFolder('bin'));
      assert.equal(await merge(shell, { PATH: inFolder('bin') }), 0);
      assert.equal(await readFile(inFolder('ours'), 'utf8'), 'merged\n');
    });
  }

  it('leaves a merge by git with markers, and says nothing', async () => {
    await installWith('while :; do :; done', 1);
    const { code, stderr } = await tryGit(repository.path, ['merge', '-q', '--no-edit', 'theirs']);
    assert.deepEqual([code, stderr], [1, '']);
    assert.match(await repository.text(), MARKERS);
    assert.match(await repository.git('status', '--porcelain'), /^UU \.microgoals\/goals\.json$/m);
  });
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
