import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { commitsOfFile } from '../../../src/git/log/commitsOfFile';
import type { ListedGoal } from '../cli/cliFixture';
import { cliFixture } from '../cli/cliFixture';
import { opened } from '../hooks/hookFixture';

describe('goals that touched a file', () => {
  it('are found on every branch, under earlier names and after the file is gone', async () => {
    const cli = await cliFixture();
    try {
      const { repository } = cli;
      const file = path.join(repository.path, 'src/new [name].ts');
      const titles = async (...args: string[]): Promise<string[]> =>
        (await cli.json<ListedGoal[]>('list', '--file', ...args)).map(({ title }) => title).sort();
      assert.deepEqual(await commitsOfFile(await opened(repository.path), file), new Set());

      const [early, aside, elsewhere] = [
        await cli.id('add', '--team', 'Early'),
        await cli.id('add', '--team', 'Aside'),
        await cli.id('add', '--team', 'Elsewhere'),
      ];
      await repository.write('src/old.ts', 'one\ntwo\nthree\nfour\n');
      const first = await repository.commit(`Begin\n\nCloses-Goal: ${early}`);
      await repository.git('mv', 'src/old.ts', 'src/new [name].ts');
      const moved = await repository.commit('Move');
      await repository.write('other.ts', 'x\n');
      await repository.commit(`Another file\n\nGoal: ${elsewhere}`);
      await repository.git('switch', '--quiet', '--create', 'work');
      await repository.write('src/new [name].ts', 'one\ntwo\nthree\nfive\n');
      const onBranch = await repository.commit(`Change\n\nGoal: ${aside}`);
      await repository.git('switch', '--quiet', 'main');

      const here = await opened(repository.path);
      assert.deepEqual(await commitsOfFile(here, file), new Set([onBranch, moved, first]));
      assert.equal(await commitsOfFile(here, path.dirname(repository.path)), undefined);
      assert.deepEqual(await titles('src/new [name].ts'), ['Aside', 'Early']);
      assert.deepEqual(await titles('other.ts', '--team'), ['Elsewhere']);
      // A goal that is done is as good an answer as an open one.
      assert.ok((await cli.run('list', '--file', 'src/new [name].ts')).stdout.includes('Early'));

      await rm(file);
      assert.deepEqual(await titles('src/new [name].ts'), ['Aside', 'Early']);
      const outside = await cli.run('list', '--file', '../elsewhere.ts');
      assert.deepEqual([outside.code, outside.stdout], [1, '']);
      assert.match(outside.stderr, /^microgoals: \.\.\/elsewhere\.ts is not in the repository /);
    } finally {
      await cli.remove();
    }
  });
});
