import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import { SHARED_FILE } from '../../support/team';
import type { CliFixture, ListedGoal } from './cliFixture';
import { cliFixture } from './cliFixture';

describe('command line: no goal is lost', function () {
  this.timeout(300_000);
  let cli: CliFixture;
  let id: string;

  beforeEach(async () => {
    cli = await cliFixture();
    id = await cli.id('add', '--team', 'Ship the login page');
    await cli.repository.commit('goals');
  });
  afterEach(() => cli.remove());

  const git = (...args: string[]): Promise<string> => cli.repository.git(...args);
  const titles = async (from: CommandLine = cli): Promise<string[]> => {
    const { stdout } = await from.run('list', '--all', '--json');
    return (JSON.parse(stdout) as ListedGoal[])
      .filter(({ scope }) => scope === 'team')
      .map(({ title }) => title)
      .sort();
  };
  const problems = async (from: CommandLine = cli): Promise<string[]> => {
    const { stdout } = await from.run('check', '--json');
    return (JSON.parse(stdout) as { problems: { code: string }[] }).problems.map(({ code }) => code);
  };

  describe('what a worktree set aside', () => {
    let worktree: string;
    let there: CommandLine;

    beforeEach(async () => {
      worktree = `${cli.repository.path}-wt`;
      await git('worktree', 'add', '-q', worktree, '-b', 'feature');
      there = commandLine(worktree, cli.data.path);
    });
    afterEach(() => rm(worktree, { recursive: true, force: true }));

    const bringsBack = async (): Promise<void> => {
      assert.deepEqual(await problems(), ['left-aside']);
      assert.match((await cli.run('status')).stdout, /1 record were set aside in the worktree .*-wt, which is gone/);
      assert.match((await cli.run('unpark')).stdout, /^Nothing is set aside\.\n.*microgoals unpark --left/);
      assert.match((await cli.run('unpark', '--left')).stdout, /has the changes of 1 record now\.\n$/);
      assert.deepEqual(await problems(), []);
      assert.deepEqual(await readdir(path.join(cli.repository.path, '.git', 'microgoals', 'aside')), []);
    };

    it('comes back after git removed the worktree: a new goal', async () => {
      await there.run('add', '--team', 'Important idea');
      await there.run('park');
      assert.deepEqual(await problems(there), []);
      await git('worktree', 'remove', worktree);
      await bringsBack();
      assert.deepEqual(await titles(), ['Important idea', 'Ship the login page']);
    });

    it('comes back after the folder was deleted by hand: an edit, made with a clean tree', async () => {
      const clean = commandLine(worktree, cli.data.path, { MICROGOALS_CLEAN_TREE: '1' });
      await clean.run('edit', id, '--title', 'Ship the sign-in page');
      await rm(worktree, { recursive: true });
      await bringsBack();
      assert.deepEqual(await titles(), ['Ship the sign-in page']);
    });

    it('stays for a branch that has its goals, and a new worktree of that name does not take it for its own', async () => {
      const other = await there.id('add', '--team', 'Only on the branch');
      await git('-C', worktree, 'add', '.');
      await git('-C', worktree, 'commit', '-qm', 'more goals');
      await there.run('done', other);
      await there.run('park');
      await git('worktree', 'remove', worktree);
      assert.match((await cli.run('check')).stdout, /is about goals that this branch does not have/);
      assert.equal((await cli.run('unpark', '--left')).code, 0);
      await git('worktree', 'add', '-q', worktree, 'feature');
      assert.match((await there.run('show', other)).stdout, /open/);
      await there.run('unpark', '--left');
      assert.match((await there.run('show', other)).stdout, /done/);
    });

    it('is nobody else’s while the worktree is there or locked', async () => {
      await there.run('done', id);
      await there.run('park');
      assert.deepEqual(await problems(), []);
      await git('worktree', 'lock', worktree);
      await rm(worktree, { recursive: true });
      assert.deepEqual(await problems(), []);
      await git('worktree', 'unlock', worktree);
      assert.deepEqual(await problems(), ['left-aside']);
    });
  });

  describe('a work tree that lacks the shared file', () => {
    const keepsAll = async (from: CommandLine = cli): Promise<void> => {
      assert.deepEqual(await titles(from), ['Ship the login page']);
      assert.deepEqual(await problems(from), ['sparse-file']);
      await from.run('done', id);
      await from.run('add', '--team', 'Second');
      assert.deepEqual(await titles(from), ['Second', 'Ship the login page']);
      assert.match((await from.run('show', id)).stdout, /done/);
    };

    it('by a sparse checkout reads the index, also once the written file is removed again', async () => {
      await cli.repository.write('src/a', 'a');
      await cli.repository.commit('source');
      await git('sparse-checkout', 'set', 'src');
      assert.equal(existsSync(path.join(cli.repository.path, '.microgoals')), false);
      await keepsAll();
      await rm(path.join(cli.repository.path, '.microgoals'), { recursive: true });
      assert.deepEqual(await titles(), ['Ship the login page']);
    });

    it('by a sparse checkout that leaves out goals further down', async () => {
      await cli.repository.write('app/src/a', 'a');
      await git('mv', '.microgoals', 'app/.microgoals');
      await cli.repository.commit('moved');
      await git('sparse-checkout', 'set', 'app/src');
      await keepsAll(commandLine(path.join(cli.repository.path, 'app', 'src'), cli.data.path));
      assert.equal(existsSync(path.join(cli.repository.path, '.microgoals')), false);
      assert.equal(existsSync(path.join(cli.repository.path, 'app', SHARED_FILE)), true);
    });

    it('by a mark in the index alone', async () => {
      await git('update-index', '--skip-worktree', SHARED_FILE);
      await rm(path.join(cli.repository.path, SHARED_FILE));
      await keepsAll();
    });

    it('before the first checkout reads the last commit', async () => {
      const clone = `${cli.repository.path}-clone`;
      try {
        await git('clone', '-q', '--no-checkout', '.', clone);
        await keepsAll(commandLine(clone, cli.data.path));
      } finally {
        await rm(clone, { recursive: true, force: true });
      }
    });
  });

  describe('a shared file that git ignores', () => {
    const isSaid = async (rule: RegExp): Promise<void> => {
      await git('rm', '-q', '--cached', '--ignore-unmatch', SHARED_FILE);
      for (const args of [['init'], ['add', '--team', 'Another']]) {
        const { code, stderr } = await cli.run(...args);
        assert.equal(code, 0);
        assert.match(stderr, rule);
      }
      const { code, stdout } = await cli.run('check');
      assert.equal(code, 1);
      assert.match(stdout, rule);
    };

    it('is said with the rule, wherever that stands', async () => {
      await cli.repository.write('.gitignore', '*.log\n.microgoals\n');
      await isSaid(/git ignores this file \(\.gitignore:2: \.microgoals\)/);
      await cli.repository.write('.gitignore', '');
      await cli.repository.write('.git/info/exclude', 'goals.*\n');
      await isSaid(/git ignores this file \(\.git\/info\/exclude:1: goals\.\*\)/);
    });

    it('is not said of a file that git tracks, or that an exception takes out', async () => {
      await cli.repository.write('.gitignore', '.*\n');
      assert.deepEqual(await problems(), []);
      await git('rm', '-q', '--cached', SHARED_FILE);
      await cli.repository.write('.gitignore', '.*\n!.microgoals/\n');
      assert.deepEqual(await problems(), []);
      assert.equal((await cli.run('add', '--team', 'Another')).stderr, '');
    });
  });

  describe('a conflict copy', () => {
    const FOLDER = '.microgoals';
    let copy: string;

    beforeEach(async () => {
      const before = await cli.repository.git('show', `HEAD:${SHARED_FILE}`);
      await cli.id('add', '--team', 'Second');
      copy = await readFile(path.join(cli.repository.path, SHARED_FILE), 'utf8');
      await cli.repository.write(SHARED_FILE, `${before}\n`);
    });

    for (const name of [
      'goals-LAPTOP-4F2.json',
      'goals (1).json',
      'goals (SFConflict ana@example.com 2026-11-29).json',
      'goals (copia en conflicto de Ana).json',
      'Copy of goals.json',
      'goals.json.conflict-2026',
    ]) {
      it(`is found by what it holds: ${name}`, async () => {
        await cli.repository.write(`${FOLDER}/${name}`, copy);
        assert.deepEqual(await problems(), ['conflict-copy']);
        const { code, stdout } = await cli.run('resolve', '--copies');
        assert.equal(code, 0);
        assert.equal(
          stdout,
          `${SHARED_FILE} now holds what the conflict copy ${FOLDER}/${name} had; the copy is removed.\n`,
        );
        assert.deepEqual(await titles(), ['Second', 'Ship the login page']);
        assert.deepEqual(await problems(), []);
      });
    }

    it('is neither what a merge tool keeps, nor what holds no goals, nor the person’s own file', async () => {
      await cli.repository.write(`${FOLDER}/goals_LOCAL_1234.json`, copy);
      await cli.repository.write(`${FOLDER}/notes.json`, '{"version": 1}');
      await cli.repository.write(`${FOLDER}/mine.json`, copy);
      await cli.repository.write(`${FOLDER}/mine (1).json`, copy);
      const mine = path.join(cli.repository.path, FOLDER, 'mine.json');
      const own = commandLine(cli.repository.path, cli.data.path, { MICROGOALS_PERSONAL_FILE: mine });
      assert.deepEqual(await problems(own), []);
      assert.equal((await own.run('resolve', '--copies')).stdout, 'Nothing to resolve.\n');
    });

    it('that cannot be read is left, and says what remains to do', async () => {
      await cli.repository.write(`${FOLDER}/goals (conflicted copy).json`, '{');
      const { code, stdout } = await cli.run('resolve', '--copies');
      assert.equal(code, 1);
      assert.match(stdout, /cannot be read, so it was left as it is\. Mend or remove it by hand\.\n$/);
      assert.doesNotMatch(stdout, /--copies/);
    });

    it('of a file that cannot be read blames the file', async () => {
      await cli.repository.write(`${FOLDER}/goals 2.json`, copy);
      await cli.repository.write(SHARED_FILE, '{');
      const { code, stdout } = await cli.run('resolve', '--copies');
      assert.equal(code, 1);
      assert.match(stdout, /goals 2\.json was left as it is: \.microgoals\/goals\.json cannot be read/);
    });

    it('is staged on request, and the sentence says so', async () => {
      await cli.repository.write(`${FOLDER}/goals 2.json`, copy);
      const { stdout } = await cli.run('resolve', '--copies', '--stage');
      assert.match(stdout, /the copy is removed, and \.microgoals\/goals\.json is staged\.\n$/);
      assert.equal(await git('status', '--porcelain'), `M  ${SHARED_FILE}`);
    });
  });

  describe('a file with merge markers', () => {
    it('is refused with the command that joins it, which tells what it staged', async () => {
      const text = await readFile(path.join(cli.repository.path, SHARED_FILE), 'utf8');
      const marked = text.replace(/^.*"title".*$/m, '<<<<<<< HEAD\n$&\n=======\n$&\n>>>>>>> theirs');
      await cli.repository.write(SHARED_FILE, marked);
      assert.match((await cli.run('done', id)).stderr, /microgoals resolve joins both sides/);
      assert.match((await cli.run('list')).stderr, /microgoals resolve joins both sides/);
      assert.equal(
        (await cli.run('resolve', '--stage')).stdout,
        `${SHARED_FILE} now holds what both sides did; it is staged.\n`,
      );
    });
  });
});
