import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LinkedCommit } from '../../../src/core/snapshot/linkedCommit';
import { completedBy } from '../../../src/core/snapshot/completion';
import { CommitLinks } from '../../../src/git/log/commitLinks';
import type { TemporaryRepository } from '../../support/gitRepository';
import { configureIdentity, gitRepository, temporaryRepository } from '../../support/gitRepository';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import { A, B, C, opened, tryRun } from '../hooks/hookFixture';

const LATER = Date.parse('2100-01-01');

describe('links of commits to goals', () => {
  let repository: TemporaryRepository;
  let outside: TemporaryFolder;
  /** By a new reader, and by one that has no cache: both must agree. */
  const links = async (folder = repository.path): Promise<readonly LinkedCommit[]> => {
    const here = await opened(folder);
    const warm = await new CommitLinks(here).linkedCommits();
    await rm(path.join(here.commonDir, 'microgoals/links.json'), { force: true });
    const cold = await new CommitLinks(here).linkedCommits();
    const byName = (a: LinkedCommit, b: LinkedCommit): number => (a.commit < b.commit ? -1 : 1);
    assert.deepEqual([...warm].sort(byName), [...cold].sort(byName));
    return warm;
  };
  const summary = async (): Promise<string[]> =>
    (await links()).map(({ subject, state, ref }) => `${subject}: ${state} ${ref ?? '-'}`).sort();

  beforeEach(async () => {
    repository = await temporaryRepository();
    outside = await temporaryFolder('outside');
  });
  afterEach(async () => {
    await repository.remove();
    await outside.remove();
  });

  it('is empty before the first commit', async () => {
    assert.deepEqual(await links(), []);
  });

  it('reads author, date, subject, parent and goals', async () => {
    const first = await repository.commit('First');
    await repository.write('.mailmap', 'Bo Real <bo@real.example> <bo@old.example>\n');
    const commit = await repository.commit(
      `Sub \u00e4\n\nGoal: ${A}\n\nmiddle\n\n    Closes-Goal: ${B}`,
      { name: 'bo', email: 'BO@old.example' },
      '2026-05-04T10:00:00Z',
    );
    const [link, ...more] = await links();
    assert.deepEqual(more, []);
    assert.deepEqual(link, {
      commit,
      parent: first,
      author: { name: 'Bo Real', email: 'bo@real.example' },
      date: Date.parse('2026-05-04T10:00:00Z'),
      subject: 'Sub \u00e4',
      goals: [
        { id: A, closes: false },
        { id: B, closes: true },
      ],
      reverts: [],
      state: 'merged',
      inHead: true,
      ref: 'main',
    });
  });

  it('tells here, other branches and merged apart, and follows as they move', async () => {
    await repository.commit('First');
    await repository.commit(`Done\n\nCloses-Goal: ${A}`);
    await repository.git('checkout', '-q', '-b', 'other');
    await repository.commit(`Other\n\nGoal: ${A}`);
    await repository.git('checkout', '-q', '-b', 'mine', 'main');
    await repository.commit(`Mine\n\nGoal: ${B}`);
    assert.deepEqual(await summary(), ['Done: merged main', 'Mine: here mine', 'Other: branch other']);
    await repository.git('checkout', '-q', 'main');
    await repository.git('merge', '-q', '--no-ff', '--no-edit', 'mine');
    assert.deepEqual(await summary(), ['Done: merged main', 'Mine: merged main', 'Other: branch other']);
    await repository.git('checkout', '-q', '--detach', 'other');
    await repository.commit(`Loose\n\nGoal: ${C}`);
    assert.deepEqual(await summary(), ['Done: merged main', 'Loose: here -', 'Mine: merged main', 'Other: here -']);
  });

  it('forgets what an amend, a rebase and a deleted branch took away, also after the objects are gone', async () => {
    await repository.commit('First');
    await repository.commit(`One\n\nGoal: ${A}`);
    assert.deepEqual(await summary(), ['One: merged main']);
    await repository.git('commit', '-q', '--amend', '--allow-empty', '-m', `Two\n\nGoal: ${B}`);
    assert.deepEqual(await summary(), ['Two: merged main']);
    await repository.git('checkout', '-q', '-b', 'side');
    await repository.commit(`Side\n\nGoal: ${C}`);
    assert.deepEqual(await summary(), ['Side: here side', 'Two: merged main']);
    await repository.git('checkout', '-q', 'main');
    await new CommitLinks(await opened(repository.path)).linkedCommits();
    await repository.git('branch', '-q', '-D', 'side');
    await repository.git('reflog', 'expire', '--expire=all', '--all');
    await repository.git('gc', '-q', '--prune=now');
    assert.deepEqual(await summary(), ['Two: merged main']);
  });

  it('answers from memory until a branch moves, and reads a broken cache as none', async () => {
    await repository.commit(`One\n\nGoal: ${A}`);
    const here = await opened(repository.path);
    const source = new CommitLinks(here);
    const before = await source.linkedCommits();
    assert.equal(await source.linkedCommits(), before);
    await repository.commit(`Two\n\nGoal: ${A}`);
    assert.equal((await source.linkedCommits()).length, 2);
    await writeFile(path.join(here.commonDir, 'microgoals/links.json'), '{"facts":');
    assert.equal((await new CommitLinks(here).linkedCommits()).length, 2);
    assert.match(await readFile(path.join(here.commonDir, 'microgoals/links.json'), 'utf8'), /"tips"/);
  });

  it('completes, reverts, and takes the revert back', async () => {
    await repository.write('a', '1\n');
    const close = await repository.commit(`Close\n\nCloses-Goal: ${A}`);
    const done = async (): Promise<string | undefined> => completedBy(await links(), LATER).get(A)?.commit;
    assert.equal(await done(), close);
    await repository.git('revert', '--no-edit', 'HEAD');
    assert.equal(await done(), undefined);
    await repository.git('revert', '--no-edit', 'HEAD');
    assert.equal(await done(), close);
    await repository.git('revert', '--no-edit', 'HEAD');
    assert.equal(await done(), undefined);
  });

  it('undoes what a merge brought when the merge is reverted', async () => {
    await repository.commit('First');
    await repository.git('checkout', '-q', '-b', 'side');
    await repository.write('a', '1\n');
    const close = await repository.commit(`Close\n\nCloses-Goal: ${A}`);
    assert.equal(completedBy(await links(), LATER).get(A)?.commit, close);
    await repository.git('checkout', '-q', 'main');
    assert.equal(completedBy(await links(), LATER).get(A), undefined);
    await repository.git('merge', '-q', '--no-ff', '--no-edit', 'side');
    assert.equal(completedBy(await links(), LATER).get(A)?.commit, close);
    await repository.git('revert', '--no-edit', '-m', '1', 'HEAD');
    assert.equal(completedBy(await links(), LATER).get(A), undefined);
    await repository.git('revert', '--no-edit', 'HEAD');
    assert.equal(completedBy(await links(), LATER).get(A)?.commit, close);
  });

  it('takes the name of a branch where no message names a goal, before its merge and after', async () => {
    await repository.commit('First');
    await repository.git('checkout', '-q', '-b', `ana/${A}-login`);
    await repository.commit('On A');
    await repository.commit(`Other goal\n\nGoal: ${C}`);
    await repository.git('checkout', '-q', '-b', B);
    await repository.commit('On B, which grew out of A');
    await repository.git('checkout', '-q', '-b', 'fix-big-deployment');
    await repository.commit('Nowhere');
    const goals = async (): Promise<string[]> =>
      (await links()).map(({ subject, goals: named }) => `${subject}: ${named.map(({ id }) => id).join(' ')}`).sort();
    const all = [`On A: ${A}`, `On B, which grew out of A: ${B}`, `Other goal: ${C}`];
    assert.deepEqual(await goals(), all);
    await repository.git('checkout', '-q', 'main');
    await repository.git(
      'merge',
      '-q',
      '--no-ff',
      '-m',
      `Merge pull request #12 from ana/${A}-login`,
      `ana/${A}-login`,
    );
    await repository.git('merge', '-q', '--no-ff', '--no-edit', B);
    await repository.git('branch', '-q', '-D', `ana/${A}-login`, B);
    assert.deepEqual(await goals(), all);
    assert.deepEqual([...new Set((await links()).map(({ state }) => state))], ['merged']);
  });

  it('does not take all of history for that of a branch where no branch is there to leave', async () => {
    await repository.commit('First');
    await repository.git('branch', '-q', '-m', `${A}-login`);
    assert.deepEqual(await links(), []);
  });

  it('knows people by the names that git is told of elsewhere, from the moment it is told', async () => {
    await repository.commit(`S\n\nGoal: ${A}`, { name: 'bo', email: 'bo@old.example' });
    const names = path.join(outside.path, 'names');
    const source = new CommitLinks(await opened(repository.path));
    const author = async (): Promise<string | undefined> => {
      const [warm] = await source.linkedCommits();
      assert.deepEqual(await links(), [warm]);
      return warm?.author.name;
    };
    assert.equal(await author(), 'bo');
    await writeFile(names, 'Bo File <bo@old.example>\n');
    await repository.git('config', 'mailmap.file', names);
    assert.equal(await author(), 'Bo File');
    await writeFile(names, 'Bo Changed <bo@old.example>\n');
    assert.equal(await author(), 'Bo Changed');
    await repository.git('config', '--unset', 'mailmap.file');
    for (const name of ['Bo Blob', 'Bo Other']) {
      await writeFile(names, `${name} <bo@old.example>\n`);
      const blob = await repository.git('hash-object', '-w', names);
      await repository.git('update-ref', 'refs/mailmap', blob);
      await repository.git('config', 'mailmap.blob', 'refs/mailmap');
      assert.equal(await author(), name);
    }
    await repository.git('config', 'mailmap.blob', '--output=canary');
    assert.equal(await author(), 'bo');
    assert.equal(await repository.git('status', '--porcelain'), '');
  });

  it('knows co-authors by the names that .mailmap has', async () => {
    await repository.write('.mailmap', 'Bo Real <bo@real.example> <bo@old.example>\n');
    await repository.commit(
      `S\n\nGoal: ${A}\n\n* part\n\nCo-authored-by: bo <BO@old.example>\n\nCo-Authored-By: Zoe $(x) <zoe@example.com>\nCo-authored-by: nobody`,
    );
    assert.deepEqual((await links())[0]?.coAuthors, [
      { name: 'Bo Real', email: 'bo@real.example' },
      { name: 'Zoe $(x)', email: 'zoe@example.com' },
    ]);
  });

  it('reads hostile names, messages and dates', async () => {
    await repository.commit('First');
    const tree = await repository.git('rev-parse', 'HEAD^{tree}');
    const raw = async (author: string, message: string): Promise<void> => {
      const file = path.join(outside.path, 'raw');
      await writeFile(file, `tree ${tree}\nauthor ${author}\ncommitter ${author}\n\n${message}`);
      const { stdout } = await tryRun(
        'git',
        ['hash-object', '--literally', '-t', 'commit', '-w', file],
        repository.path,
      );
      await repository.git('update-ref', `refs/heads/x${stdout.slice(0, 8)}`, stdout.trim());
    };
    await raw('Bad Date <b@x> 99999999999999999999 +0000', `Date\n\nGoal: ${A}\n`);
    await raw('No date <b@x>', `Nothing\n\nGoal: ${A}\n`);
    await raw(
      '$(touch canary)`x`\u202e --output=/tmp/x <--all@x> 1700000000 +0000',
      `\n\n--output=x\n\nGoal: ${A}\nGoal: ${A}\u0000Goal: ${B}\n`,
    );
    await raw('\ufeff <> 1700000000 +0000', `${'x'.repeat(1_000_000)}\nGoal: ${A}`);
    await repository.git('branch', '--', `x-$(touch\${IFS}canary)'"`);
    const found = await links();
    assert.equal(found.length, 4);
    assert.deepEqual(
      [...new Set(found.map(({ goals }) => JSON.stringify(goals)))],
      [JSON.stringify([{ id: A, closes: false }])],
    );
    assert.equal(
      found.every(({ date }) => Number.isFinite(date)),
      true,
    );
    assert.equal(await repository.git('status', '--porcelain'), '');
  });

  it('reads a shallow clone, and more once it is deepened', async () => {
    await repository.commit(`One\n\nGoal: ${A}`);
    await repository.commit(`Two\n\nGoal: ${A}`);
    await repository.git('clone', '-q', '--depth=1', `file://${repository.path}`, path.join(outside.path, 'clone'));
    const clone = gitRepository(path.join(outside.path, 'clone'));
    await configureIdentity(clone);
    const here = await opened(clone.path);
    assert.equal((await new CommitLinks(here).linkedCommits()).length, 1);
    await clone.git('fetch', '-q', '--unshallow');
    assert.equal((await new CommitLinks(here).linkedCommits()).length, 2);
    assert.deepEqual(
      (await links(clone.path)).map(({ ref }) => ref),
      ['origin/main', 'origin/main'],
    );
  });
});
