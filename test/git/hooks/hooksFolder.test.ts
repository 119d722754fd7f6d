import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeActiveGoal } from '../../../src/git/log/activeGoal';
import { addBlock, callLine, OWN_HOOK, wrapperHook } from '../../../src/git/hooks/hookBlock';
import { planInstall, planUninstall } from '../../../src/git/hooks/hookInstaller';
import { applyPlan, FolderRefusedError } from '../../../src/git/hooks/hookPlan';
import { hookStatus } from '../../../src/git/hooks/hookStatus';
import { planInstallation, planRemoval } from '../../../src/git/hooks/installation';
import type { Repository } from '../../../src/git/run/repository';
import uninstallScript from '../../../src/hooks/uninstall.sh';
import { driverOptions } from '../../support/driver';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import { inventory } from '../../support/inventory';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import { A, lastMessage, opened, tryGit, tryRun } from './hookFixture';

const MINE = '#!/bin/sh\nexit 0\n';
const WITH_LINE = `#!/bin/sh\n${callLine()}\n`;

describe('the hooks folder is judged by where it really is', function () {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  let repository: TemporaryRepository;
  let outside: TemporaryFolder;
  let here: Repository;
  beforeEach(async () => {
    repository = await temporaryRepository();
    outside = await temporaryFolder('outside');
    here = await opened(repository.path);
  });
  afterEach(async () => {
    await repository.remove();
    await outside.remove();
  });

  const file = (name: string): string => path.join(repository.path, name);
  const install = async (): Promise<void> => applyPlan(await planInstall(here));
  const uninstall = async (): Promise<void> => applyPlan(await planUninstall(here));
  const setHooksPath = (folder: string): Promise<string> => repository.git('config', 'core.hooksPath', folder);
  const everything = async (): Promise<unknown> => [await inventory(repository.path), await inventory(outside.path)];

  async function executable(name: string, text: string): Promise<void> {
    await chmod(await repository.write(name, text), 0o755);
  }

  async function linkHooks(to: string): Promise<void> {
    await rm(file('.git/hooks'), { recursive: true });
    await symlink(to, file('.git/hooks'));
  }

  async function runUninstallScript(): Promise<void> {
    await repository.write('.git/microgoals/uninstall.sh', uninstallScript);
    const { code, stderr } = await tryRun('sh', [file('.git/microgoals/uninstall.sh')], '/');
    assert.deepEqual([code, stderr], [0, '']);
  }

  const inTree: Readonly<Record<string, () => Promise<unknown>>> = {
    'core.hooksPath names it': () => setHooksPath('.githooks'),
    'core.hooksPath names it in full': () => setHooksPath(file('.githooks')),
    'the folder of the git directory is a link to it': () => linkHooks('../.githooks'),
    'core.hooksPath names a link to it': () => symlink('.githooks', file('own')).then(() => setHooksPath('own')),
    'core.hooksPath goes through the git directory': () => setHooksPath('.git/../.githooks'),
  };

  for (const [name, prepare] of Object.entries(inTree)) {
    it(`in the work tree, where ${name}: shows the line to add, and knows it`, async () => {
      await executable('.githooks/commit-msg', MINE);
      await prepare();
      const before = await everything();
      const plan = await planInstall(here);
      assert.deepEqual([plan.manual?.owner, plan.manual?.lines], ['the work tree', callLine()]);
      await applyPlan(plan);
      await rm(file('.git/microgoals'), { recursive: true });
      assert.deepEqual(await everything(), before);
      await install();
      const [, finding] = (await hookStatus(here)).findings;
      assert.equal(finding?.level, 'warn');
      assert.match(finding.fix ?? '', /commit-msg:\n/);
      assert.ok(finding.fix?.endsWith(callLine()));

      await executable('.githooks/commit-msg', WITH_LINE);
      assert.equal((await planInstall(here)).manual?.done, true);
      const { installed, findings } = await hookStatus(here);
      assert.deepEqual([installed, findings.length], [true, 2], JSON.stringify(findings));
      await writeActiveGoal(here, { state: 'active', id: A, personal: false });
      assert.equal((await tryGit(repository.path, ['commit', '--allow-empty', '-q', '-m', 'S'])).code, 0);
      assert.equal(await lastMessage(repository.path), `S\n\nGoal: ${A}`);

      const removal = await planUninstall(here);
      assert.equal(removal.manual?.lines, callLine(), 'what a person added is theirs to remove');
      await applyPlan(removal);
      await runUninstallScript();
      assert.equal(await readFile(file('.githooks/commit-msg'), 'utf8'), WITH_LINE);
    });
  }

  it('says that git ignores the hook with the line where it is not executable', async () => {
    await setHooksPath('.githooks');
    await repository.write('.githooks/commit-msg', WITH_LINE);
    await install();
    const { installed, findings } = await hookStatus(here);
    assert.equal(installed, false);
    assert.match(findings[1]?.text ?? '', /not executable/);
  });

  it('says who owns the hooks in the language of the person', async () => {
    const say = (text: string): string => (text === 'the work tree' ? 'dem Arbeitsbaum' : text);
    await mkdir(file('.githooks'));
    await setHooksPath('.githooks');
    assert.equal((await planInstall(here, say)).manual?.owner, 'dem Arbeitsbaum');
    assert.equal((await planInstallation(here, await driverOptions(), say)).manual?.owner, 'dem Arbeitsbaum');
  });

  const earlier: Readonly<Record<string, [installed: () => Promise<unknown>, before: string | undefined]>> = {
    'a hook of ours': [() => executable('.githooks/commit-msg', OWN_HOOK), undefined],
    'our block in a script': [() => executable('.githooks/commit-msg', addBlock(MINE)), MINE],
    'a kept hook': [
      () =>
        executable('.githooks/commit-msg.before-microgoals', '#!/usr/bin/env node\n').then(() =>
          executable('.githooks/commit-msg', wrapperHook('commit-msg.before-microgoals')),
        ),
      '#!/usr/bin/env node\n',
    ],
  };
  for (const [name, [prepare, text]] of Object.entries(earlier)) {
    it(`takes out what an earlier version installed in the work tree: ${name}`, async () => {
      await repository.write('.githooks/pre-push', '');
      await setHooksPath('.githooks');
      if (text !== undefined) await executable('.githooks/commit-msg', text);
      const before = await everything();
      const ways: (() => Promise<void>)[] = [uninstall, runUninstallScript];
      for (const remove of ways) {
        await prepare();
        assert.deepEqual((await planInstall(here)).manual?.done, true);
        await install();
        assert.equal((await hookStatus(here)).installed, true);
        assert.equal((await planUninstall(here)).manual, undefined);
        await remove();
        assert.deepEqual(await everything(), before);
      }
    });
  }

  it('in the git directory, though a link of the work tree leads there: installs and gives every byte back', async () => {
    await symlink('.git/hooks', file('.githooks'));
    await setHooksPath('.githooks');
    await executable('.git/hooks/commit-msg', MINE);
    const before = await everything();
    const ways: (() => Promise<void>)[] = [uninstall, runUninstallScript];
    for (const remove of ways) {
      await install();
      const { installed, findings } = await hookStatus(here);
      assert.deepEqual([installed, findings.length], [true, 2], JSON.stringify(findings));
      await remove();
      assert.deepEqual(await everything(), before);
    }
  });

  const away: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
    'a link in the work tree': (folder) => symlink(folder, file('.githooks')).then(() => setHooksPath('.githooks')),
    'a link in the git directory': linkHooks,
    'its name': (folder) => setHooksPath(path.relative(repository.path, folder)),
    'a link on its way': (folder) =>
      symlink(path.dirname(folder), file('tools')).then(() => setHooksPath(`tools/${path.basename(folder)}`)),
    'a name that begins like the repository': async () => {
      await symlink(outside.path, `${repository.path}-hooks`);
      await setHooksPath(`${repository.path}-hooks`);
    },
  };
  for (const [name, prepare] of Object.entries(away)) {
    it(`out of the repository, by ${name}: neither installs nor uninstalls anything there`, async () => {
      try {
        await writeFile(path.join(outside.path, 'commit-msg'), addBlock(MINE), { mode: 0o755 });
        await writeFile(path.join(outside.path, 'commit-msg.before-microgoals'), MINE, { mode: 0o755 });
        await prepare(outside.path);
        const before = await inventory(outside.path);
        assert.equal((await planInstall(here)).manual?.owner, 'a directory outside of this repository');
        await install();
        await uninstall();
        await runUninstallScript();
        assert.deepEqual(await inventory(outside.path), before);
      } finally {
        await rm(`${repository.path}-hooks`, { force: true });
      }
    });
  }

  it('writes through no hook that is a link, and puts the link back', async () => {
    const target = path.join(outside.path, 'hook.sh');
    await writeFile(target, addBlock(MINE), { mode: 0o755 });
    await symlink(target, file('.git/hooks/commit-msg'));
    const before = await everything();
    await uninstall();
    await runUninstallScript();
    assert.deepEqual(await everything(), before);
    await install();
    assert.equal((await hookStatus(here)).installed, true);
    await uninstall();
    assert.deepEqual(await everything(), before);
  });

  it('waits for no pipe in the place of a hook or of the settings of a manager', async () => {
    execFileSync('mkfifo', [file('lefthook.yml'), file('package.json')]);
    assert.equal((await planInstall(here)).manual?.owner, 'lefthook');
    await rm(file('lefthook.yml'));
    execFileSync('mkfifo', [file('.git/hooks/commit-msg'), file('.git/hooks/pre-commit')]);
    await assert.rejects(planInstall(here), FolderRefusedError);
    assert.deepEqual((await planUninstall(here)).changes, []);
    await runUninstallScript();
  });

  const linked: Readonly<Record<string, string>> = {
    attributes: '.git/info/attributes',
    'the folder of attributes': '.git/info',
    configuration: '.git/config',
    'our folder': '.git/microgoals',
  };
  for (const [name, place] of Object.entries(linked)) {
    it(`writes and removes nothing through a link out of the git directory: ${name}`, async () => {
      const target = path.join(outside.path, 'target');
      if (place === '.git/microgoals') await mkdir(target);
      else if (place === '.git/info/attributes') await writeFile(target, '*.png binary\n');
      else await rename(file(place), target);
      await symlink(target, file(place));
      const options = await driverOptions();
      const before = await everything();
      await assert.rejects(planInstallation(here, options), FolderRefusedError);
      assert.deepEqual(await everything(), before);
      assert.deepEqual((await planRemoval(here)).changes, [], 'nothing of ours, nothing to refuse');
    });
  }

  it('leaves what is linked alone in uninstall.sh, and says so', async () => {
    await applyPlan(await planInstallation(here, { ...(await driverOptions()), autoStash: true }));
    for (const name of ['config', 'info/attributes']) {
      await rename(file(`.git/${name}`), path.join(outside.path, path.basename(name)));
      await symlink(path.join(outside.path, path.basename(name)), file(`.git/${name}`));
    }
    const before = await inventory(outside.path);
    const { code, stderr } = await tryRun('sh', [file('.git/microgoals/uninstall.sh')], '/');
    assert.equal(code, 0);
    assert.match(stderr, /attributes is not a regular file .*\n.*config is not a regular file/);
    assert.deepEqual(await inventory(outside.path), before);
    await assert.rejects(planRemoval(here), FolderRefusedError);
  });

  it('takes back no setting but the two that it makes', async () => {
    await applyPlan(await planInstallation(here, { ...(await driverOptions()), autoStash: true }));
    for (const key of ['core.fileMode', 'receive.denyNonFastForwards']) {
      await repository.git('config', key, 'true');
      await repository.git('config', '--add', 'merge.microgoals.autostash', key);
    }
    await runUninstallScript();
    assert.equal(await repository.git('config', 'core.fileMode'), 'true');
    assert.equal(await repository.git('config', 'receive.denyNonFastForwards'), 'true');
    await assert.rejects(repository.git('config', 'rebase.autoStash'));
  });

  it('keeps every byte of settings and attributes that are no UTF-8', async () => {
    const latin = Buffer.from('# \xe4\n', 'latin1');
    for (const name of ['.git/config', '.git/info/attributes']) {
      const text = await readFile(file(name)).catch(() => Buffer.alloc(0));
      await mkdir(path.dirname(file(name)), { recursive: true });
      await writeFile(file(name), Buffer.concat([text, latin]));
    }
    const before = await everything();
    await applyPlan(await planInstallation(here, { ...(await driverOptions()), autoStash: true }));
    await applyPlan(await planRemoval(here));
    assert.deepEqual(await everything(), before);
  });
});
