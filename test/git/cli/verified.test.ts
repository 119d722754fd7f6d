import assert from 'node:assert/strict';
import path from 'node:path';
import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import { configureIdentity, gitRepository } from '../../support/gitRepository';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

describe('microgoals: claimed and verified', () => {
  let cli: CliFixture;
  let folder: TemporaryFolder;
  beforeEach(async () => {
    cli = await cliFixture();
    folder = await temporaryFolder('bo');
  });
  afterEach(async () => {
    await cli.remove();
    await folder.remove();
  });

  const verified = async (id: string, line: CommandLine = cli): Promise<string | undefined> =>
    /^ +Verified +(.*)$/m.exec((await line.run('show', id)).stdout)?.[1];

  it('verifies a tick by a merged commit that closes the goal, until a revert takes it back', async () => {
    const id = await cli.id('add', '--team', 'Ship');
    await cli.repository.commit('Goals');
    assert.equal(await verified(id), undefined);
    await cli.repository.git('switch', '--quiet', '--create', 'work');
    await cli.run('done', id);
    const commit = await cli.repository.commit(`Ship\n\nCloses-Goal: ${id}`);
    assert.match((await verified(id)) ?? '', /^no, claimed only/);
    await cli.repository.git('switch', '--quiet', 'main');
    await cli.repository.git('merge', '--quiet', '--no-ff', '--no-edit', 'work');
    assert.equal(await verified(id), `by commit ${commit.slice(0, 8)}, merged`);
    await cli.repository.git('switch', '--quiet', '--create', 'back');
    for (const verb of ['log', 'show']) {
      assert.match((await cli.run(verb, id)).stdout, /Ship {2}closes it, merged$/m);
    }
    await cli.repository.commit(`Revert "Ship"\n\nThis reverts commit ${commit}.`);
    assert.match((await verified(id)) ?? '', /^no, claimed only/);
    for (const verb of ['log', 'show']) {
      assert.match((await cli.run(verb, id)).stdout, /Ship {2}closes it, merged, taken back by a revert$/m);
    }
  });

  it('verifies a tick by the word of somebody else, never by that of the person who ticked', async () => {
    const id = await cli.id('add', '--team', 'Ship');
    assert.match((await cli.run('confirm', id)).stderr, /is not done/);
    await cli.run('done', id);
    assert.match((await cli.run('confirm', id)).stderr, /said yourself/);
    await cli.repository.commit('Ticked');
    assert.match((await cli.run('confirm', id)).stderr, /said yourself/);
    assert.match((await cli.run('confirmation', 'add', id)).stderr, /said yourself/);

    const clone = gitRepository(path.join(folder.path, 'clone'));
    await cli.repository.git('clone', '--quiet', cli.repository.path, clone.path);
    await configureIdentity(clone, { name: 'Bo', email: 'bo@example.com' });
    const bo = commandLine(clone.path, cli.data.path);
    assert.match((await verified(id, bo)) ?? '', /^no, claimed only/);
    assert.equal((await bo.run('confirm', id)).code, 0);
    assert.match((await verified(id, bo)) ?? '', /^by .*bo/i);
    assert.match((await bo.run('confirm', id)).stderr, /already/);
    assert.match((await bo.run('confirmation', 'add', id)).stderr, /already/);
    assert.equal((await bo.run('confirm', id, '--withdraw')).code, 0);
    assert.match((await verified(id, bo)) ?? '', /^no, claimed only/);
    assert.equal((await bo.run('confirm', id)).code, 0);
    await clone.commit('Confirmed');
    await cli.repository.git('pull', '--quiet', clone.path, 'main');
    assert.match((await verified(id)) ?? '', /^by .*bo/i);

    await cli.run('reopen', id);
    await cli.run('done', id);
    assert.match((await verified(id)) ?? '', /^no, claimed only/, 'a new claim');
    assert.equal((await cli.run('check')).code, 0);
  });

  it('does not verify by a confirmation that was written in the name of somebody else, and check says so', async () => {
    const id = await cli.id('add', '--team', 'Ship');
    await cli.run('done', id);
    await cli.repository.commit('Ticked');
    const forger = commandLine(cli.repository.path, cli.data.path, { MICROGOALS_EMAIL: 'bo@example.com' });
    assert.equal((await forger.run('confirm', id)).code, 0);
    const commit = await cli.repository.commit('Tidy up');
    assert.match((await verified(id)) ?? '', /^no, claimed only/);
    const { code, stdout } = await cli.run('check');
    assert.deepEqual([code, stdout.includes(`confirmation of bo@example.com`)], [1, true]);
    assert.match(
      stdout,
      new RegExp(
        `ana@example\\.com brought or changed .*, in commit ${commit.slice(0, 8)}\\..*\\(contradicted-confirmation\\)`,
      ),
    );
  });

  it('asks who ticked of the stored versions: a tick within a merge is the own claim of who merged', async () => {
    const id = await cli.id('add', '--team', 'Ship');
    await cli.repository.commit('Goals');
    const { repository } = cli;
    await repository.git('switch', '--quiet', '--create', 'side');
    await repository.commit('Beside');
    await repository.git('switch', '--quiet', 'main');
    await repository.git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
    await cli.run('done', id);
    await repository.commit("Merge branch 'side'");
    const clone = gitRepository(path.join(folder.path, 'clone'));
    await repository.git('clone', '--quiet', repository.path, clone.path);
    await configureIdentity(clone);
    const again = commandLine(clone.path, cli.data.path);
    assert.match((await again.run('confirm', id)).stderr, /said yourself/);
  });
});
