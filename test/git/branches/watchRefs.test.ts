import assert from 'node:assert/strict';
import path from 'node:path';
import { watchRefs } from '../../../src/git/branches/watchRefs';
import type { TemporaryRepository } from '../../support/gitRepository';
import { gitRepository, temporaryRepository } from '../../support/gitRepository';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

describe('the branches of a clone are watched', () => {
  let repository: TemporaryRepository;
  let outside: TemporaryFolder;
  let watch: { dispose(): void };
  let call: (() => void) | undefined;

  beforeEach(async () => {
    repository = await temporaryRepository();
    outside = await temporaryFolder('outside');
    await repository.commit('First');
    watch = watchRefs(path.join(repository.path, '.git'), () => call?.());
  });
  afterEach(async () => {
    watch.dispose();
    await repository.remove();
    await outside.remove();
  });

  /** Resolves with the first call after it. */
  async function isTold(change: () => Promise<unknown>): Promise<void> {
    const told = new Promise<void>((resolve) => {
      call = resolve;
    });
    await change();
    await told;
  }

  it('where another work tree commits, a branch is made, moved or removed, and a push moves one of the server', async () => {
    const tree = path.join(outside.path, 'tree');
    await isTold(() => repository.git('worktree', 'add', '--quiet', '-b', 'feat/deep/x', tree));
    const there = gitRepository(tree);
    const head = await repository.git('rev-parse', 'HEAD');
    await isTold(() => there.git('commit', '--quiet', '--allow-empty', '--message', 'Elsewhere'));
    assert.equal(await repository.git('rev-parse', 'HEAD'), head);
    await isTold(() => repository.git('update-ref', 'refs/heads/feat/deep/y', head));
    await isTold(() => repository.git('branch', '--quiet', '-D', 'feat/deep/y'));
    await repository.git('init', '--quiet', '--bare', path.join(outside.path, 'server'));
    await repository.git('remote', 'add', 'origin', path.join(outside.path, 'server'));
    await isTold(() => repository.git('push', '--quiet', 'origin', 'main'));
  });

  it('nothing is told after the end, and a folder without refs is no fault', async () => {
    watch.dispose();
    watchRefs(path.join(outside.path, 'nowhere'), () => assert.fail('nothing is there')).dispose();
    call = () => assert.fail('it was ended');
    await repository.git('branch', 'more');
  });
});
