import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeActiveGoal } from '../../../src/git/log/activeGoal';
import { callLine, OWN_HOOK } from '../../../src/git/hooks/hookBlock';
import { planInstall, planUninstall } from '../../../src/git/hooks/hookInstaller';
import { applyPlan, PlanOutdatedError } from '../../../src/git/hooks/hookPlan';
import { hookStatus } from '../../../src/git/hooks/hookStatus';
import type { Repository } from '../../../src/git/run/repository';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import { inventory } from '../../support/inventory';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import { A, lastMessage, opened, tryGit } from './hookFixture';

describe('installing the hook', () => {
  let repository: TemporaryRepository;
  let outside: TemporaryFolder;
  let here: Repository;
  const hook = (): string => path.join(repository.path, '.git/hooks/commit-msg');
  const install = async (): Promise<void> => applyPlan(await planInstall(here));
  const uninstall = async (): Promise<void> => applyPlan(await planUninstall(here));
  const commit = async (): Promise<string> => {
    const { code, stderr } = await tryGit(repository.path, ['commit', '--allow-empty', '-q', '-m', 'S']);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    return lastMessage(repository.path);
  };

  beforeEach(async () => {
    repository = await temporaryRepository();
    outside = await temporaryFolder('outside');
    here = await opened(repository.path);
  });
  afterEach(async () => {
    await repository.remove();
    await outside.remove();
  });

  const layouts: Record<string, () => Promise<unknown>> = {
    'no hook': () => Promise.resolve(),
    'no hooks folder content': () =>
      rm(path.join(repository.path, '.git/hooks'), { recursive: true }).then(() =>
        mkdir(path.join(repository.path, '.git/hooks')),
      ),
    'an own script': () => writeFile(hook(), '#!/bin/sh\nexit 0\n', { mode: 0o755 }),
    'an own script with odd mode': () =>
      writeFile(hook(), '#!/usr/bin/env bash\ntrue').then(() => chmod(hook(), 0o711)),
    'only a first line': () => writeFile(hook(), '#!/bin/sh\n', { mode: 0o755 }),
    'only a first line without end': () => writeFile(hook(), '#!/bin/sh', { mode: 0o755 }),
    'no first line': () => writeFile(hook(), 'true', { mode: 0o755 }),
    'an empty file': () => writeFile(hook(), '', { mode: 0o755 }),
    'CRLF and no UTF-8': () => writeFile(hook(), Buffer.from('#!/bin/sh\n# \xe4\r\ntrue\n', 'latin1'), { mode: 0o755 }),
    'a UTF-8 script': () => writeFile(hook(), '#!/bin/sh\n# \u00e4\u202e\ntrue\n', { mode: 0o755 }),
    'another language': () => writeFile(hook(), '#!/usr/bin/env node\n', { mode: 0o755 }),
    'a script for zsh': () => writeFile(hook(), '#!/bin/zsh\n', { mode: 0o644 }),
    'a script that is not executable': () => writeFile(hook(), '#!/bin/sh\nexit 1\n', { mode: 0o644 }),
    'a symbolic link': () =>
      writeFile(path.join(repository.path, '.git/x.sh'), '#!/bin/sh\n', { mode: 0o755 }).then(() =>
        symlink('../x.sh', hook()),
      ),
    'a dangling link': () => symlink('nowhere', hook()),
    'a kept name that is taken': () =>
      writeFile(hook(), '#!/usr/bin/env node\n', { mode: 0o755 }).then(() =>
        writeFile(`${hook()}.before-microgoals`, 'x'),
      ),
    'core.hooksPath in the git directory': async () => {
      await repository.git('config', 'core.hooksPath', '.git/own');
      await repository.write('.git/own/pre-push', '');
      await repository.write('.git/own/commit-msg', '#!/bin/sh\nexit 0\n');
      await chmod(path.join(repository.path, '.git/own/commit-msg'), 0o755);
    },
  };

  for (const [name, prepare] of Object.entries(layouts)) {
    it(`gives back every byte and mode: ${name}`, async () => {
      await prepare();
      const before = await inventory(repository.path);
      await install();
      const installed = await inventory(repository.path);
      assert.deepEqual(await planInstall(here).then((plan) => plan.changes), [], 'a second time changes nothing');
      assert.equal((await hookStatus(here)).installed, true);
      await install();
      assert.deepEqual(await inventory(repository.path), installed);
      await uninstall();
      assert.deepEqual(await inventory(repository.path), before);
      assert.deepEqual((await planUninstall(here)).changes, []);
      assert.equal((await hookStatus(here)).installed, false);
    });
  }

  it('links a commit from each layout that lets commits pass', async () => {
    await writeActiveGoal(here, { state: 'active', id: A, personal: false });
    for (const name of [
      'no hook',
      'an own script',
      'only a first line',
      'no first line',
      'a UTF-8 script',
      'a dangling link',
      'core.hooksPath in the git directory',
    ]) {
      await layouts[name]?.();
      await install();
      assert.equal(await commit(), `S\n\nGoal: ${A}`, name);
      await uninstall();
      await rm(hook(), { force: true });
    }
  });

  it('changes nothing where a file is not as it was planned for', async () => {
    const plan = await planInstall(here);
    await writeFile(hook(), '#!/bin/sh\n# new\n', { mode: 0o755 });
    const before = await inventory(repository.path);
    await assert.rejects(applyPlan(plan), PlanOutdatedError);
    assert.deepEqual(await inventory(repository.path), before);
  });

  it("keeps what a person wrote into a hook that was ours, and goes out of another version's way", async () => {
    await install();
    await writeFile(hook(), `${OWN_HOOK.replace('  (. ', '  ( . ')}echo mine\n`, { mode: 0o755 });
    await install();
    assert.equal(await readFile(hook(), 'utf8'), `${OWN_HOOK}echo mine\n`);
    await uninstall();
    assert.equal((await readFile(hook(), 'utf8')).endsWith('\necho mine\n'), true);
  });

  it('leaves a commit as it was when the script is gone before the hook', async () => {
    await writeActiveGoal(here, { state: 'active', id: A, personal: false });
    await install();
    await rm(path.join(repository.path, '.git/microgoals'), { recursive: true });
    assert.equal(await commit(), 'S');
    await uninstall();
    assert.equal((await readdir(path.dirname(hook()))).includes('commit-msg'), false);
  });

  const husky9 = async (): Promise<void> => {
    await repository.git('config', 'core.hooksPath', '.husky/_');
    await repository.write(
      '.husky/_/h',
      '#!/usr/bin/env sh\nh="${0##*/}"\ns=$(dirname "$(dirname "$0")")/$h\n[ ! -f "$s" ] && exit 0\nsh -e "$s" "$@"\n',
    );
    await repository.write('.husky/_/commit-msg', '#!/usr/bin/env sh\n. "$(dirname "$0")/h"\n');
    await chmod(path.join(repository.path, '.husky/_/commit-msg'), 0o755);
  };
  const managers: Record<string, [owner: string, settings: string, prepare: () => Promise<unknown>]> = {
    husky: ['husky', '.husky/commit-msg', husky9],
    lefthook: ['lefthook', 'lefthook.yml', () => repository.write('lefthook.yml', 'pre-commit:\n')],
    'simple-git-hooks': [
      'simple-git-hooks',
      'package.json',
      () => repository.write('package.json', '{\n  "simple-git-hooks": {}\n}\n'),
    ],
    'pre-commit': [
      'pre-commit',
      '.pre-commit-config.yaml',
      () =>
        repository.write(
          '.git/hooks/pre-commit',
          '#!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com\n',
        ),
    ],
  };

  for (const [name, [owner, settings, prepare]] of Object.entries(managers)) {
    it(`does not write into what ${name} makes, and knows its line once it is there`, async () => {
      await prepare();
      const before = await inventory(repository.path);
      await install();
      const { manual } = await planInstall(here);
      assert.equal(manual?.owner, owner);
      assert.equal(manual.file, path.join(repository.path, settings));
      assert.equal(manual.done, false);
      assert.equal((await hookStatus(here)).installed, false);
      const ours = Object.keys(await inventory(repository.path)).filter((file) => !(file in before));
      assert.deepEqual(ours, ['.git/microgoals', '.git/microgoals/commit-msg.sh']);
      const rest = Object.entries(await inventory(repository.path)).filter(([file]) => file in before);
      assert.deepEqual(Object.fromEntries(rest), before);
      await repository.write(settings, manual.lines);
      assert.equal((await planInstall(here)).manual?.done, true);
      await uninstall();
      await rm(manual.file);
    });
  }

  it('has a line for husky that works, and is silent when we are gone', async () => {
    await husky9();
    await install();
    await writeActiveGoal(here, { state: 'active', id: A, personal: false });
    await repository.write('.husky/commit-msg', `${(await planInstall(here)).manual?.lines ?? ''}\n`);
    assert.equal(await commit(), `S\n\nGoal: ${A}`);
    assert.equal((await hookStatus(here)).installed, true);
    await uninstall();
    assert.equal(await commit(), 'S');
  });

  it('does not write outside of the repository, and says what shadows an older installation', async () => {
    await install();
    const shared = path.join(outside.path, 'hooks');
    await mkdir(shared);
    await repository.git('config', 'core.hooksPath', shared);
    const plan = await planInstall(here);
    assert.deepEqual([plan.changes, plan.manual?.done, plan.manual?.lines], [[], false, callLine()]);
    assert.equal(plan.manual?.owner, 'a directory outside of this repository');
    const { installed, findings } = await hookStatus(here);
    assert.equal(installed, false);
    assert.equal(findings.filter(({ text }) => text.includes('git does not run')).length, 1);
    assert.deepEqual(await readdir(shared), []);
    await writeFile(path.join(shared, 'commit-msg'), `#!/bin/sh\n${callLine()}\n`, { mode: 0o755 });
    assert.equal((await hookStatus(here)).findings[1]?.level, 'ok');
    await uninstall();
    assert.equal((await readdir(path.join(repository.path, '.git/hooks'))).includes('commit-msg'), false);
  });

  it('links by a core.hooksPath of the person alone, once the line stands there, and does not write into it', async () => {
    const shared = path.join(outside.path, 'hooks');
    const settings = path.join(outside.path, 'gitconfig');
    await mkdir(shared);
    await writeFile(settings, `[core]\n\thooksPath = ${shared}\n[user]\n\tname = Ana\n\temail = ana@example.com\n`);
    const before = process.env['GIT_CONFIG_GLOBAL'];
    process.env['GIT_CONFIG_GLOBAL'] = settings;
    try {
      await writeActiveGoal(here, { state: 'active', id: A, personal: false });
      await install();
      const { manual, changes } = await planInstall(here);
      assert.deepEqual([changes, manual?.done, manual?.lines], [[], false, callLine()]);
      assert.deepEqual(await readdir(shared), []);
      assert.equal((await hookStatus(here)).installed, false);
      await writeFile(path.join(shared, 'commit-msg'), `#!/bin/sh\n${callLine()}\n`, { mode: 0o755 });
      assert.equal((await hookStatus(here)).installed, true);
      const args = ['commit', '--allow-empty', '-q', '-m', 'S'];
      assert.equal((await tryGit(repository.path, args, { GIT_CONFIG_GLOBAL: settings })).code, 0);
      assert.equal(await lastMessage(repository.path), `S\n\nGoal: ${A}`);
      await uninstall();
      assert.equal((await tryGit(repository.path, args, { GIT_CONFIG_GLOBAL: settings })).code, 0);
      assert.equal(await lastMessage(repository.path), 'S');
    } finally {
      if (before === undefined) delete process.env['GIT_CONFIG_GLOBAL'];
      else process.env['GIT_CONFIG_GLOBAL'] = before;
    }
  });

  it('says when a hook is not executable, and when another tool moved it aside', async () => {
    await install();
    await chmod(hook(), 0o644);
    assert.match((await hookStatus(here)).findings[1]?.text ?? '', /not executable/);
    await chmod(hook(), 0o755);
    await rename(hook(), `${hook()}.old`);
    assert.match((await hookStatus(here)).findings.at(-1)?.text ?? '', /moved our hook aside/);
  });
});
