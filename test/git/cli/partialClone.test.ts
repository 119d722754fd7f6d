import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import { gitRepository } from '../../support/gitRepository';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

describe('a partial clone', () => {
  let server: CliFixture;
  let clones: TemporaryFolder;
  let goal: string;
  let pact: string;
  before(async () => {
    server = await cliFixture();
    clones = await temporaryFolder('clones');
    await server.repository.git('config', 'uploadpack.allowFilter', 'true');
    goal = await server.id('add', '--team', 'Ship the login page');
    pact = await server.id('pact', 'add', 'Review within a day');
    await server.repository.commit('Goals');
    for (const title of ['Ship it', 'Ship it soon']) {
      await server.run('edit', goal, '--title', title);
      await server.repository.commit(`${title}\n\nGoal: ${goal}`);
    }
  });
  after(async () => {
    await server.remove();
    await clones.remove();
  });

  for (const filter of ['blob:none', 'blob:limit=100', 'tree:0']) {
    describe(`made with --filter=${filter}`, () => {
      let cli: CommandLine;
      let asked: string;
      before(async () => {
        const folder = path.join(clones.path, filter.replaceAll(/\W/g, '-'));
        await server.repository.git('clone', '-q', `--filter=${filter}`, `file://${server.repository.path}`, folder);
        asked = `${folder}-asked`;
        await gitRepository(folder).git('config', 'remote.origin.uploadpack', `touch '${asked}'; git-upload-pack`);
        cli = commandLine(folder, server.data.path);
      });

      for (const verb of [
        'show G',
        'history G',
        'log G',
        'news',
        'news --since HEAD~1',
        'pact status P',
        'pact diff P',
        'list --branches',
        'check',
        'check --against HEAD~1',
        'status',
        'waiting',
      ]) {
        it(`asks nobody for what it lacks: ${verb}`, async () => {
          const words = verb.replace('G', goal).replace('P', pact).split(' ');
          const { code, stderr } = await cli.run(...words);
          assert.equal(existsSync(asked), false, 'nobody was asked');
          assert.doesNotMatch(stderr, /Unexpected|fatal/);
          if (!verb.includes('HEAD')) assert.deepEqual([code, stderr], [0, '']);
        });
      }

      it('shows what is here and says what is missing', async () => {
        for (const verb of ['show', 'history']) {
          const { stdout } = await cli.run(verb, goal);
          assert.match(stdout, /Ship it soon/);
          assert.match(stdout, /Some versions of the file are not in this clone; /);
        }
        const log = await cli.run('log', goal);
        assert.match(log.stdout, /Ship it soon/);
        const { code, stdout, stderr } = await cli.run('check', '--against', 'HEAD~1');
        assert.equal(code, 1);
        assert.match(stdout + stderr, /partial/);
      });
    });
  }

  it('would be noticed to ask: git itself does', async () => {
    const folder = path.join(clones.path, 'another');
    await server.repository.git('clone', '-q', '--filter=blob:none', `file://${server.repository.path}`, folder);
    await gitRepository(folder).git('config', 'remote.origin.uploadpack', `touch '${folder}-asked'; git-upload-pack`);
    await gitRepository(folder).git('show', 'HEAD~1:.microgoals/goals.json');
    assert.ok(existsSync(`${folder}-asked`));
  });
});
