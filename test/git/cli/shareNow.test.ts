import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

describe("microgoals share-now: a commit as the person's own git makes it", () => {
  let cli: CliFixture;
  beforeEach(async () => {
    cli = await cliFixture();
    await cli.id('add', '--team', 'One');
    await cli.repository.write('commitlint.config', 'settings at the top\n');
    await cli.repository.write('src/code.txt', 'code\n');
    await cli.repository.commit('start');
    await cli.id('add', '--team', 'Two');
  });
  afterEach(() => cli.remove());

  const hook = async (name: string, text: string, folder = '.git/hooks'): Promise<void> => {
    const file = path.join(cli.repository.path, folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `#!/bin/sh\n${text}\n`);
    await chmod(file, 0o755);
  };
  const share = async (...words: string[]): Promise<string> => {
    const { code, stderr } = await cli.run('share-now', '--yes', ...words);
    assert.equal(code, 0, stderr);
    const branch = await cli.repository.git('for-each-ref', '--format=%(refname)', 'refs/heads/microgoals');
    return cli.repository.git('log', '-1', '--format=%G? %B', branch);
  };
  const leftovers = async (): Promise<string> =>
    `${await cli.repository.git('worktree', 'list', '--porcelain')}${await cli.repository.git('branch', '--list', 'microgoals/*')}`;

  it('is signed by the key that signs their commits', async () => {
    const key = path.join(cli.data.path, 'key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    await cli.repository.git('config', 'gpg.format', 'ssh');
    await cli.repository.git('config', 'user.signingkey', `${key}.pub`);
    await cli.repository.git('config', 'commit.gpgsign', 'true');
    const signers = path.join(cli.data.path, 'signers');
    await writeFile(signers, `ana@example.com ${execFileSync('cat', [`${key}.pub`]).toString()}`);
    await cli.repository.git('config', 'gpg.ssh.allowedSignersFile', signers);
    assert.match(await share(), /^G Share a goal change\n/);
  });

  it('has the trailer of their commit-msg hook, and what prepare-commit-msg puts there', async () => {
    await hook('commit-msg', 'git interpret-trailers --in-place --trailer "Change-Id: I123" "$1"');
    await hook('prepare-commit-msg', '{ echo "[PROJ-7] $(cat "$1")"; } >"$1.new" && mv "$1.new" "$1"');
    assert.match(await share(), /^N \[PROJ-7\] Share a goal change\n[^]*\nChange-Id: I123\n/);
    assert.equal((await cli.repository.git('worktree', 'list')).split('\n').length, 1);
    assert.equal(await cli.repository.git('status', '--porcelain'), ' M .microgoals/goals.json');
  });

  it('goes through hooks of a folder in the work tree, which see settings at the top and the staged file alone', async () => {
    await hook(
      'pre-commit',
      'test -f commitlint.config && test "$(git diff --cached --name-only)" = .microgoals/goals.json && test -z "$(git diff --name-only)"',
      '.husky/_',
    );
    await cli.repository.git('config', 'core.hooksPath', '.husky/_');
    assert.match(await share(), /^N Share a goal change\n/);
  });

  it('is not made, and leaves nothing, where a hook refuses; --no-verify leaves that hook out', async () => {
    await hook('pre-commit', 'echo "no goals on Fridays" >&2; exit 1');
    const before = await leftovers();
    const { code, stderr } = await cli.run('share-now', '--yes');
    assert.deepEqual([code, stderr.includes('no goals on Fridays')], [1, true], stderr);
    assert.equal(await leftovers(), before);
    assert.match(await share('--no-verify'), /^N Share a goal change\n/);
  });

  it('has their own message, and no hook reaches their files', async () => {
    await hook('commit-msg', 'rm -rf src commitlint.config; git checkout -q -- . 2>/dev/null; echo x >left; true');
    assert.match(await share('--message', 'Goals of the week'), /^N Goals of the week\n$/);
    assert.deepEqual((await readdir(cli.repository.path)).sort(), ['.git', '.microgoals', 'commitlint.config', 'src']);
    assert.equal((await cli.run('share-now', '--yes', '--message', ' ')).code, 2);
  });
});
