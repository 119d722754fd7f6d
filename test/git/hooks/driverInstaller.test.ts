import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { applyPlan } from '../../../src/git/hooks/hookPlan';
import type { InstallationStatus } from '../../../src/git/hooks/installation';
import { installationStatus, planInstallation, planRemoval } from '../../../src/git/hooks/installation';
import type { Repository } from '../../../src/git/run/repository';
import type { DivergedRepository } from '../../support/divergedRepository';
import { divergedRepository } from '../../support/divergedRepository';
import { driverOptions } from '../../support/driver';
import { inventory } from '../../support/inventory';
import { opened, SHELLS, tryGit, tryRun } from './hookFixture';

describe('installing hook and merge driver by one consent (R21)', () => {
  let repository: DivergedRepository;
  let here: Repository;
  const install = async (autoStash = false): Promise<void> =>
    applyPlan(await planInstallation(here, { ...(await driverOptions()), autoStash }));
  const uninstall = async (): Promise<void> => applyPlan(await planRemoval(here));
  const status = async (): Promise<InstallationStatus> => installationStatus(here, (await driverOptions()).bundle);
  const file = (name: string): string => path.join(repository.path, '.git', name);
  const merge = (): ReturnType<typeof tryGit> => tryGit(repository.path, ['merge', '-q', '--no-edit', 'theirs']);

  beforeEach(async () => {
    repository = await divergedRepository();
    here = await opened(repository.path);
  });
  afterEach(() => repository.remove());

  const layouts: Record<string, () => Promise<unknown>> = {
    nothing: () => Promise.resolve(),
    'attributes of the person': () => writeFile(file('info/attributes'), '*.png binary\n'),
    'attributes without a final line end': () => writeFile(file('info/attributes'), '*.png binary'),
    'empty attributes': () => writeFile(file('info/attributes'), ''),
    'an odd configuration': async () => {
      const text = await readFile(file('config'), 'utf8');
      await writeFile(file('config'), `# mine\n${text}[merge "other"]\n\tdriver=x\n[rebase] # here\n\tautosquash=true`);
    },
    'autostash set by the person': () => repository.git('config', 'rebase.autoStash', 'false'),
    'a hook of the person': () => writeFile(file('hooks/commit-msg'), '#!/bin/sh\nexit 0\n', { mode: 0o755 }),
    'a hook without a final line end': () => writeFile(file('hooks/commit-msg'), '#!/bin/sh', { mode: 0o755 }),
    'a hook that is no UTF-8': () =>
      writeFile(file('hooks/commit-msg'), Buffer.from('#!/bin/sh\n# \xe4\ntrue', 'latin1'), { mode: 0o755 }),
    'a hook in another language': () => writeFile(file('hooks/commit-msg'), '#!/usr/bin/env node\n', { mode: 0o755 }),
    'core.hooksPath': async () => {
      await repository.git('config', 'core.hooksPath', '.git/own');
      await repository.write('.git/own/commit-msg', '#!/bin/sh\nexit 0\n');
    },
  };

  for (const [name, prepare] of Object.entries(layouts)) {
    for (const autoStash of [false, true]) {
      it(`gives back every byte: ${name}${autoStash ? ', with autostash' : ''}`, async () => {
        await prepare();
        const before = await inventory(repository.path);
        await install(autoStash);
        assert.deepEqual((await planInstallation(here, { ...(await driverOptions()), autoStash })).changes, []);
        const { hook, driver } = await status();
        assert.deepEqual({ hook, driver }, { hook: true, driver: true });
        await uninstall();
        assert.deepEqual(await inventory(repository.path), before);
        assert.deepEqual((await planRemoval(here)).changes, []);
        await install(autoStash);
        const { code, stderr } = await tryRun('sh', [file('microgoals/uninstall.sh')], '/');
        assert.deepEqual([code, stderr], [0, '']);
        assert.deepEqual(await inventory(repository.path), before, 'by uninstall.sh');
      });
    }
  }

  for (const shell of SHELLS) {
    it(`is removed by uninstall.sh alone, in ${shell}`, async () => {
      await layouts['a hook that is no UTF-8']?.();
      await layouts['attributes without a final line end']?.();
      const before = await inventory(repository.path);
      await install(true);
      const [program = '', ...args] = shell.split(' ');
      const { code } = await tryRun(program, [...args, file('microgoals/uninstall.sh')], repository.path);
      assert.equal(code, 0);
      assert.deepEqual(await inventory(repository.path), before);
    });
  }

  it('runs the driver in each shell', async () => {
    await install();
    for (const shell of SHELLS) {
      await repository.git('config', 'merge.microgoals.driver', `${shell} .git/microgoals/driver.sh %O %A %B %L %P`);
      assert.equal((await merge()).code, 0, shell);
      await repository.git('reset', '-q', '--hard', 'at-ours');
    }
  });

  it('gives back what was there when files went before it', async () => {
    for (const gone of ['microgoals', 'microgoals/driver.sh', 'info/attributes', 'hooks/commit-msg']) {
      const before = await inventory(repository.path);
      await install(true);
      await rm(file(gone), { recursive: true });
      assert.equal((await status()).driver && (await status()).hook, false, gone);
      await uninstall();
      assert.deepEqual(await inventory(repository.path), before, gone);
    }
  });

  it('says what is half there, and mends it', async () => {
    await repository.git('config', 'merge.microgoals.name', 'x');
    assert.match(JSON.stringify((await status()).findings), /a name but no driver: every merge fails/);
    await install();
    assert.equal((await status()).driver, true);
    await repository.git('config', '--unset', 'merge.microgoals.driver');
    await install();
    assert.equal((await status()).driver, true);
    assert.equal((await merge()).code, 0);
  });

  it('turns autostash on where it was not set, and lets a tick survive a rebase', async () => {
    await repository.git('config', 'merge.autoStash', 'false');
    await install(true);
    assert.equal(await repository.git('config', 'rebase.autoStash'), 'true');
    assert.equal(await repository.git('config', 'merge.autoStash'), 'false');
    const ticked = (await repository.text()).replace('"title": "Write the docs"', '"title": "Write all docs"');
    await repository.write('.microgoals/goals.json', ticked);
    assert.equal((await tryGit(repository.path, ['rebase', '-q', 'theirs'])).code, 0);
    assert.match(await repository.text(), /"Write all docs"/);
    assert.match(await repository.text(), /"due": "2026-12-04"/);
    await repository.git('config', 'rebase.autoStash', 'merges');
    await uninstall();
    assert.equal(await repository.git('config', 'rebase.autoStash'), 'merges', 'what the person set since is theirs');
  });
});
