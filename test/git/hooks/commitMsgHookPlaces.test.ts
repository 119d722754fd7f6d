import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeActiveGoal } from '../../../src/git/log/activeGoal';
import { applyPlan } from '../../../src/git/hooks/hookPlan';
import { planInstall } from '../../../src/git/hooks/hookInstaller';
import { findProgram } from '../../support/run/findProgram';
import type { TemporaryRepository } from '../../support/gitRepository';
import { configureIdentity, gitRepository, temporaryRepository } from '../../support/gitRepository';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import { A, B, C, installHook, lastMessage, opened, SHELLS, tryGit, tryRun } from './hookFixture';

describe('commit-msg in other places', () => {
  let repository: TemporaryRepository;
  let outside: TemporaryFolder;
  const activate = async (folder: string, id: string): Promise<void> =>
    writeActiveGoal(await opened(folder), { state: 'active', id, personal: false });
  const commit = async (folder: string, environment: NodeJS.ProcessEnv = {}): Promise<string> => {
    const { code, stderr } = await tryGit(folder, ['commit', '--allow-empty', '-q', '-m', 'S'], environment);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    return lastMessage(folder);
  };

  beforeEach(async () => {
    repository = await temporaryRepository();
    outside = await temporaryFolder('outside');
    await repository.commit('First');
    await installHook(repository.path);
  });
  afterEach(async () => {
    await repository.remove();
    await outside.remove();
  });

  it('gives three worktrees that commit at once their own goals', async () => {
    const folders = [repository.path];
    for (const name of ['two', "it's \u00fc three"]) {
      folders.push(path.join(outside.path, name));
      await repository.git('worktree', 'add', '-q', '--detach', path.join(outside.path, name));
    }
    const goals = [A, B, C];
    await Promise.all(folders.map((folder, index) => activate(folder, goals[index] ?? '')));
    for (let round = 0; round < 5; round++) {
      const messages = await Promise.all(folders.map((folder) => commit(folder)));
      assert.deepEqual(
        messages,
        goals.map((id) => `S\n\nGoal: ${id}`),
      );
    }
  });

  it('works in a subfolder, on a detached HEAD, in a submodule and before the first commit', async () => {
    await activate(repository.path, A);
    await mkdir(path.join(repository.path, 'deep/er'), { recursive: true });
    assert.equal(await commit(path.join(repository.path, 'deep/er')), `S\n\nGoal: ${A}`);
    await repository.git('checkout', '-q', '--detach');
    assert.equal(await commit(repository.path), `S\n\nGoal: ${A}`);
    await repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repository.path, 'sub');
    const inner = path.join(repository.path, 'sub');
    await configureIdentity(gitRepository(inner));
    await installHook(inner);
    await activate(inner, B);
    assert.equal(await commit(inner), `S\n\nGoal: ${B}`);
    const fresh = gitRepository(path.join(outside.path, 'fresh "repo" $(touch canary)'));
    await mkdir(fresh.path);
    await fresh.git('init', '-q', '-b', `x/${C}-first`);
    await configureIdentity(fresh);
    await installHook(fresh.path);
    assert.equal(await commit(fresh.path), `S\n\nGoal: ${C}`);
  });

  it('follows GIT_DIR and GIT_WORK_TREE of the one who commits', async () => {
    await activate(repository.path, A);
    const environment = { GIT_DIR: path.join(repository.path, '.git'), GIT_WORK_TREE: repository.path };
    const { code } = await tryGit(outside.path, ['commit', '--allow-empty', '-q', '-m', 'S'], environment);
    assert.equal(code, 0);
    assert.equal(await lastMessage(repository.path), `S\n\nGoal: ${A}`);
  });

  it('adds to a message file that lies elsewhere', async () => {
    await activate(repository.path, A);
    const file = path.join(outside.path, 'message');
    await writeFile(file, 'S\n');
    await tryGit(repository.path, ['hook', 'run', 'commit-msg', '--', file]);
    assert.equal(await readFile(file, 'utf8'), `S\n\nGoal: ${A}\n`);
  });

  for (const shell of SHELLS) {
    it(`ends with 0 by itself in ${shell}, as managers without a safeguard of their own call it`, async () => {
      await activate(repository.path, A);
      const message = path.join(outside.path, 'message');
      await writeFile(message, 'S\n');
      const [program = '', ...words] = shell.split(' ');
      for (const file of [message, path.join(outside.path, 'nothing here'), outside.path, '']) {
        const script = path.join(repository.path, '.git/microgoals/commit-msg.sh');
        const result = await tryRun(program, [...words, script, file], repository.path);
        assert.deepEqual(result, { code: 0, stdout: '', stderr: '' }, file);
      }
      assert.equal(await readFile(message, 'utf8'), `S\n\nGoal: ${A}\n`);
    });

    it(`never blocks a commit in ${shell}, whatever is broken`, async () => {
      await installHook(repository.path, shell);
      await activate(repository.path, A);
      const empty = path.join(outside.path, 'bin');
      await mkdir(empty);
      const inFolder = (...parts: string[]): string => path.join(repository.path, '.git', ...parts);
      const breakage: readonly (readonly [string, NodeJS.ProcessEnv, () => Promise<unknown>])[] = [
        ['no program on PATH', { PATH: empty }, () => Promise.resolve()],
        ['no git', { PATH: '/nowhere', GIT_EXEC_PATH: empty }, () => Promise.resolve()],
        [
          'a git that fails',
          { PATH: empty },
          () => writeFile(path.join(empty, 'git'), '#!/bin/sh\nexit 3\n', { mode: 0o755 }),
        ],
        [
          'odd settings',
          { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'commit.template', GIT_CONFIG_VALUE_0: '/no/such' },
          () => rm(path.join(empty, 'git')),
        ],
        [
          'active is a folder',
          {},
          async () => {
            await rm(inFolder('microgoals/active'));
            await mkdir(inFolder('microgoals/active'));
          },
        ],
        ['a broken script', {}, () => writeFile(inFolder('microgoals/commit-msg.sh'), 'if then fi (\n')],
        ['a script that exits 1', {}, () => writeFile(inFolder('microgoals/commit-msg.sh'), 'exit 1\n')],
        ['no permission to read it', {}, () => chmod(inFolder('microgoals/commit-msg.sh'), 0)],
        ['no script', {}, () => rm(inFolder('microgoals/commit-msg.sh'))],
        ['no folder of ours', {}, () => rm(inFolder('microgoals'), { recursive: true })],
      ];
      for (const [name, environment, breakIt] of breakage) {
        await breakIt();
        const before = await repository.git('rev-parse', 'HEAD');
        const { code } = await tryGit(repository.path, ['commit', '--allow-empty', '-q', '-m', 'S'], environment);
        assert.equal(code, 0, name);
        assert.notEqual(await repository.git('rev-parse', 'HEAD'), before, name);
      }
    });
  }

  it('keeps the message where the git directory cannot be written to', async function () {
    if (process.getuid?.() !== 0 || findProgram('setpriv') === undefined) return this.skip();
    await activate(repository.path, A);
    const message = path.join(repository.path, '.git/COMMIT_EDITMSG');
    await writeFile(message, 'Typed\n');
    await chmod(path.join(repository.path, '.git'), 0o555);
    await chmod(path.dirname(repository.path), 0o1777);
    await chmod(repository.path, 0o755);
    const result = await tryRun(
      'setpriv',
      ['--reuid=65534', '--regid=65534', '--clear-groups', '/bin/sh', '.git/hooks/commit-msg', '.git/COMMIT_EDITMSG'],
      repository.path,
      {
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'safe.directory',
        GIT_CONFIG_VALUE_0: '*',
      },
    );
    await chmod(path.join(repository.path, '.git'), 0o755);
    assert.deepEqual(result, { code: 0, stdout: '', stderr: '' });
    assert.equal(await readFile(message, 'utf8'), 'Typed\n');
  });

  it("lets a person's own failing hook block, and its own text stand", async () => {
    const file = path.join(repository.path, '.git/hooks/commit-msg');
    for (const end of ['exit 1', 'exec false', 'false', 'set -e\nfalse\necho not reached']) {
      await writeFile(file, `#!/bin/sh\n${end}\n`, { mode: 0o755 });
      await applyPlan(await planInstall(await opened(repository.path)));
      const { code } = await tryGit(repository.path, ['commit', '--allow-empty', '-m', 'S']);
      assert.equal(code, 1, end);
      await rm(file);
    }
    await writeFile(file, '#!/bin/sh -eu\necho "Reviewed: yes" >>"$1"\nexec true\n', { mode: 0o755 });
    await applyPlan(await planInstall(await opened(repository.path)));
    await activate(repository.path, A);
    assert.equal(await commit(repository.path), `S\n\nGoal: ${A}\nReviewed: yes`);
  });

  it('chains a hook in another language, a symbolic link, and one that git ignores', async () => {
    await activate(repository.path, A);
    const file = path.join(repository.path, '.git/hooks/commit-msg');
    const node = '#!/usr/bin/env node\nrequire("fs").appendFileSync(process.argv[2], "Node: yes\\n");\n';
    await writeFile(file, node, { mode: 0o755 });
    await applyPlan(await planInstall(await opened(repository.path)));
    assert.equal(await commit(repository.path), `S\n\nGoal: ${A}\nNode: yes`);
    await rm(file);
    await rm(`${file}.before-microgoals`);
    await writeFile(path.join(repository.path, 'tracked.sh'), '#!/bin/sh\nexit 7\n', { mode: 0o755 });
    await symlink('../../tracked.sh', file);
    await applyPlan(await planInstall(await opened(repository.path)));
    assert.equal((await tryGit(repository.path, ['commit', '--allow-empty', '-m', 'S'])).code, 1);
    await chmod(path.join(repository.path, 'tracked.sh'), 0o644);
    assert.equal(await commit(repository.path), `S\n\nGoal: ${A}`);
    assert.equal((await stat(path.join(repository.path, 'tracked.sh'))).mode & 0o777, 0o644);
  });
});
