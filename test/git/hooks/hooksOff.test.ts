import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { planInstall } from '../../../src/git/hooks/hookInstaller';
import { applyPlan } from '../../../src/git/hooks/hookPlan';
import { hookStatus } from '../../../src/git/hooks/hookStatus';
import type { Repository } from '../../../src/git/run/repository';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import type { CliFixture } from '../cli/cliFixture';
import { cliFixture } from '../cli/cliFixture';
import { opened } from './hookFixture';

describe('hooks that a setting switches off', function () {
  before(function () {
    // Devices and programs without an ending are of POSIX.
    if (process.platform === 'win32') this.skip();
  });
  let repository: TemporaryRepository;
  let here: Repository;
  beforeEach(async () => {
    repository = await temporaryRepository();
    here = await opened(repository.path);
  });
  afterEach(() => repository.remove());

  const file = (name: string): string => path.join(repository.path, name);
  const setHooksPath = (value: string): Promise<string> => repository.git('config', 'core.hooksPath', value);

  const ways: Readonly<Record<string, [value: string, prepare: () => Promise<unknown>]>> = {
    'a device': ['/dev/null', () => Promise.resolve()],
    nothing: ['', () => writeFile(file('commit-msg'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })],
    'a file': ['notes.txt', () => writeFile(file('notes.txt'), 'x\n')],
    'a file in the git directory': ['.git/config', () => Promise.resolve()],
    'a folder that is gone': ['tools/hooks', () => Promise.resolve()],
    'a device, where lefthook is in use': ['/dev/null', () => writeFile(file('lefthook.yml'), '')],
  };
  for (const [name, [value, prepare]] of Object.entries(ways)) {
    it(`are said to be off if it names ${name}, and nothing is asked of anybody`, async () => {
      await prepare();
      await setHooksPath(value);
      await repository.git('commit', '--allow-empty', '-q', '-m', 'S');
      const { installed, findings } = await hookStatus(here);
      assert.deepEqual([installed, findings.map(({ level }) => level)], [false, ['off']]);
      assert.match(findings[0]?.text ?? '', /^Hooks are switched off: core\.hooksPath is /);
      assert.equal(findings[0]?.fix, 'To switch them on: git config --local --unset-all core.hooksPath');
      const { changes, manual, off } = await planInstall(here);
      assert.deepEqual([changes, manual, off?.text], [[], undefined, findings[0].text]);
    });
  }

  it('work again once the setting is gone, by the command that is said', async () => {
    await setHooksPath('/dev/null');
    const command = (await hookStatus(here)).findings[0]?.fix?.split(': git ')[1] ?? '';
    await repository.git(...command.split(' '));
    await applyPlan(await planInstall(here));
    assert.equal((await hookStatus(here)).installed, true);
  });

  it('are not off where a manager or we make the folder that the setting names', async () => {
    await setHooksPath('.husky/_');
    assert.equal((await planInstall(here)).off, undefined);
    await setHooksPath('.git/own');
    assert.equal((await planInstall(here)).off, undefined);
    await setHooksPath('hooks');
    await mkdir(file('hooks'));
    assert.equal((await planInstall(here)).off, undefined);
  });
});

describe('microgoals hooks where hooks are switched off', function () {
  let cli: CliFixture;
  beforeEach(async () => {
    cli = await cliFixture();
  });
  afterEach(() => cli.remove());

  for (const value of ['/dev/null', '']) {
    it(`says so and installs the merge driver alone (core.hooksPath=${value})`, async () => {
      await cli.repository.git('config', 'core.hooksPath', value);
      const { code, stdout, stderr } = await cli.run('hooks', 'install', '--yes');
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /Hooks are switched off: .*\nThe merge driver is installed\.\n$/);
      assert.doesNotMatch(stdout, /commit-msg/);
      assert.match((await cli.run('hooks', 'install', '--yes')).stdout, /^Hooks are switched off: [^\n]*\n$/);
      const status = (await cli.run('hooks', 'status')).stdout;
      assert.match(status, /^- {3}Hooks are switched off: .*\n {4}To switch them on: git config /);
      assert.doesNotMatch(status, /!/);
    });
  }
});
