import assert from 'node:assert/strict';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { readActiveGoal, readEffectiveGoal, writeActiveGoal } from '../../../src/git/log/activeGoal';
import { gitEnvironment } from '../../../src/git/run/gitEnvironment';
import { GitError } from '../../../src/git/run/gitError';
import { openRepository } from '../../../src/git/run/repository';
import { authors, currentBranch, headCommit, rootCommit, configuredPerson } from '../../../src/git/run/repositoryFacts';
import { runGit, streamGit } from '../../../src/git/run/runGit';
import { simpleGitClient } from '../../../src/git/run/simpleGitClient';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import { A, B, opened, tryGit } from '../hooks/hookFixture';

describe('a repository', () => {
  let repository: TemporaryRepository;
  let outside: TemporaryFolder;

  beforeEach(async () => {
    repository = await temporaryRepository();
    outside = await temporaryFolder('outside');
  });
  afterEach(async () => {
    await repository.remove();
    await outside.remove();
  });

  it('is found from its root, a subfolder, a symbolic link and a linked worktree', async () => {
    await repository.commit('First');
    const gitDir = path.join(repository.path, '.git');
    const deep = path.join(repository.path, 'deep/er');
    await mkdir(deep, { recursive: true });
    const link = path.join(outside.path, 'link');
    await symlink(deep, link);
    for (const folder of [repository.path, deep, link]) {
      const { root, gitDir: own, commonDir } = await opened(folder);
      assert.deepEqual([root, own, commonDir], [repository.path, gitDir, gitDir]);
    }
    const worktree = path.join(outside.path, `a "b" 'c' $(touch canary) \u00fc\u202e`);
    await repository.git('worktree', 'add', '-q', '--detach', worktree);
    const linked = await opened(worktree);
    assert.deepEqual([linked.root, linked.commonDir], [worktree, gitDir]);
    assert.equal(path.dirname(linked.gitDir), path.join(gitDir, 'worktrees'));
  });

  it('is none outside of one, in a git directory and in a bare one', async () => {
    assert.deepEqual(await openRepository(outside.path), { state: 'none' });
    assert.deepEqual(await openRepository(path.join(repository.path, '.git')), { state: 'none' });
    await tryGit(outside.path, ['init', '-q', '--bare', 'bare']);
    assert.deepEqual(await openRepository(path.join(outside.path, 'bare')), { state: 'none' });
  });

  it('says so where git is missing or fails', async () => {
    const missing = () => Promise.reject(new GitError('no-git', 'Git was not found.'));
    assert.deepEqual(await openRepository(repository.path, missing), { state: 'no-git' });
    await repository.write('.git/config', '[broken');
    assert.equal((await openRepository(repository.path)).state, 'refused');
    assert.equal((await openRepository(path.join(outside.path, 'gone'))).state, 'refused');
  });

  it('knows its person, head, branch, first commit and people', async () => {
    const here = await opened(repository.path);
    await repository.git('config', 'user.email', 'Ana@Example.COM');
    assert.deepEqual(await configuredPerson(here), { name: 'Ana', email: 'ana@example.com' });
    await repository.git('config', 'microgoals.email', 'Ana@work.example');
    assert.equal((await configuredPerson(here)).email, 'ana@work.example');
    await repository.git('config', '--unset', 'microgoals.email');
    assert.deepEqual([await headCommit(here), await rootCommit(here), await authors(here)], [undefined, undefined, []]);
    assert.equal(await currentBranch(here), 'main');
    const first = await repository.commit('First', { name: 'Bo', email: 'Bo@x.example' });
    const second = await repository.commit('Second', { name: '$(touch canary)', email: '--output=x@x.example' });
    assert.deepEqual([await headCommit(here), await rootCommit(here)], [second, first]);
    assert.equal(await readFile(path.join(here.commonDir, 'microgoals/root'), 'utf8'), `${first}\n`);
    assert.deepEqual((await authors(here)).map(({ email }) => email).sort(), ['--output=x@x.example', 'bo@x.example']);
    await repository.git('checkout', '-q', '--detach');
    assert.equal(await currentBranch(here), undefined);
    await repository.git('config', 'user.email', '');
    assert.equal((await configuredPerson(here)).email, '');
  });

  it('keeps an active goal for each worktree; a personal one never stands where the hook looks', async () => {
    const here = await opened(repository.path);
    const active = path.join(here.gitDir, 'microgoals/active');
    assert.deepEqual(await readActiveGoal(here), { state: 'none' });
    await writeActiveGoal(here, { state: 'active', id: A, personal: false });
    assert.equal(await readFile(active, 'utf8'), `${A}\nrefs/heads/main\n`);
    await writeActiveGoal(here, { state: 'active', id: B, personal: true });
    assert.equal(await readFile(active, 'utf8'), '-\nrefs/heads/main\n');
    assert.deepEqual(await readActiveGoal(here), { state: 'active', id: B, personal: true });
    await writeActiveGoal(here, { state: 'stopped' });
    assert.deepEqual(await readActiveGoal(here), { state: 'stopped' });
    await repository.commit('First');
    await repository.git('worktree', 'add', '-q', '-b', `x/${A}-y`, path.join(outside.path, 'two'));
    const two = await opened(path.join(outside.path, 'two'));
    assert.deepEqual(await readActiveGoal(two), { state: 'none' });
    assert.deepEqual(await readEffectiveGoal(two), { state: 'active', id: A, personal: false });
    assert.deepEqual(await readEffectiveGoal(here), { state: 'stopped' });
    await assert.rejects(writeActiveGoal(here, { state: 'active', id: `${A}\nx`, personal: false }), TypeError);
  });

  it('is the same through simple-git', async () => {
    const first = await repository.commit('First');
    const run = await simpleGitClient();
    const result = await openRepository(repository.path, run);
    assert.ok(result.state === 'open');
    assert.equal(await headCommit(result.repository), first);
    assert.equal(await currentBranch(result.repository), 'main');
    await repository.git('checkout', '-q', '--detach');
    assert.equal(await currentBranch(result.repository), undefined);
    assert.deepEqual(await authors(result.repository), [{ name: 'Ana', email: 'ana@example.com' }]);
    assert.deepEqual(await openRepository(outside.path, run), { state: 'none' });
    await assert.rejects(run(repository.path, ['log', 'nope', '--']), { name: 'GitError', code: 'failed' });
  });
});

describe('running git', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await temporaryFolder('git');
  });
  afterEach(() => folder.remove());

  it('drops what steers single commands and keeps where settings are', () => {
    const ambient = { PATH: '/bin', GIT_DIR: '/x', git_index_file: 'x', GIT_CONFIG_GLOBAL: '/dev/null', EDITOR: 'vi' };
    assert.deepEqual(gitEnvironment(ambient), {
      PATH: '/bin',
      GIT_CONFIG_GLOBAL: '/dev/null',
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_FLUSH: '0',
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_GRAFT_FILE: '/dev/null/none',
    });
  });

  it('gives input, output, and a typed error with the first line of stderr', async () => {
    assert.equal(await runGit(folder.path, ['stripspace'], { input: 'a  \n\n\nb' }), 'a\n\nb\n');
    await assert.rejects(runGit(folder.path, ['log']), {
      code: 'failed',
      exitCode: 128,
      message: /^fatal: not a git repository.*$/,
    });
    await assert.rejects(runGit(path.join(folder.path, 'gone'), ['version']), { code: 'failed' });
  });

  it('stops at its limits of size and time', async () => {
    const input = 'line\n'.repeat(100_000);
    await assert.rejects(runGit(folder.path, ['stripspace'], { input, maxBytes: 1_000 }), { code: 'too-large' });
    const wait = ['-c', 'alias.wait=!cat >/dev/null; sleep 5', 'wait'];
    await assert.rejects(runGit(folder.path, wait, { timeoutMillis: 100 }), { code: 'timeout' });
  });

  it('ends the process when nobody reads on', async () => {
    for await (const chunk of streamGit(folder.path, ['stripspace'], { input: 'line\n'.repeat(1_000_000) })) {
      assert.ok(chunk.length > 0);
      break;
    }
  });
});
