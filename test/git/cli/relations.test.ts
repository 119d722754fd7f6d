import assert from 'node:assert/strict';
import path from 'node:path';
import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import { installDriver } from '../../support/driver';
import type { GitRepository } from '../../support/gitRepository';
import { configureIdentity, gitRepository } from '../../support/gitRepository';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

interface ListedRelation {
  readonly type: string;
  readonly note: string | null;
  readonly state: string | null;
}

interface Map {
  readonly dependencyCircles: readonly (readonly string[])[];
  readonly dependencies: readonly { readonly id: string }[];
}

describe('microgoals relation', () => {
  let cli: CliFixture;
  let folder: TemporaryFolder;
  let clone: GitRepository;
  let bo: CommandLine;
  let ship: string;
  let test: string;
  let speed: string;

  beforeEach(async () => {
    cli = await cliFixture();
    folder = await temporaryFolder('bo');
    ship = await cli.id('add', '--team', 'Ship the loader');
    test = await cli.id('add', '--team', 'Test the loader');
    speed = await cli.id('objective', 'add', 'Be fast', '--owner', 'ana@example.com');
    await cli.repository.git('add', '--all');
    await cli.repository.commit('Goals');
    clone = gitRepository(path.join(folder.path, 'clone'));
    await cli.repository.git('clone', '--quiet', cli.repository.path, clone.path);
    await configureIdentity(clone, { name: 'Bo', email: 'bo@example.com' });
    bo = commandLine(clone.path, cli.data.path);
    await installDriver(cli.repository.path);
    await installDriver(clone.path);
  });

  afterEach(async () => {
    await cli.remove();
    await folder.remove();
  });

  async function exchange(): Promise<void> {
    await clone.git('add', '--all');
    await clone.git('commit', '--quiet', '--allow-empty', '--message', 'Of Bo');
    await cli.repository.git('add', '--all');
    await cli.repository.commit('Of Ana');
    await cli.repository.git('pull', '--quiet', '--no-rebase', '--no-edit', clone.path, 'HEAD');
    await clone.git('pull', '--quiet', '--no-rebase', '--no-edit', cli.repository.path, 'HEAD');
  }

  it('says how a goal stands to another, by their titles, wherever the goal is shown', async () => {
    await cli.id('relation', 'add', 'Ship', '--to', 'Test', '--type', 'depends-on');
    await cli.id('relation', 'add', 'Ship', 'Both need Ana', '--to', 'fast', '--type', 'tension');
    const { stdout } = await cli.run('relation', 'list');
    assert.match(stdout, /depends on "Test the loader" .*Ship the loader/);
    assert.match(stdout, /in tension with "Be fast": Both need Ana/);
    const listed = await cli.json<ListedRelation[]>('relation', 'list', '--of', ship);
    assert.deepEqual(
      listed.map(({ type, note, state }) => [type, note, state]),
      [
        ['dependsOn', null, null],
        ['tension', 'Both need Ana', null],
      ],
    );
    assert.match((await cli.run('list')).stdout, /Ship the loader +waits for "Test the loader"/);
    assert.match((await cli.run('show', test)).stdout, /Relation +needed by "Ship the loader"\n/);
    const goals = await cli.json<{ id: string; waitsFor: string[] }[]>('list');
    assert.deepEqual(goals.find(({ id }) => id === ship)?.waitsFor, [test]);
    const map = (await cli.run('relation', 'map')).stdout;
    assert.match(map, /Depends on\n.* Ship the loader → Test the loader\n/);
    assert.match(map, /Tensions\n.* Ship the loader ↔ Be fast +Both need Ana\n/);
    await cli.run('done', test);
    assert.doesNotMatch((await cli.run('list')).stdout, /waits for/);
  });

  it('refuses what makes no sense, and names the goals', async () => {
    const refused = async (...words: readonly string[]): Promise<string> => {
      const { code, stderr } = await cli.run('relation', 'add', ...words);
      assert.equal(code, 1, stderr);
      return stderr;
    };
    assert.match(
      await refused(ship, '--to', ship, '--type', 'supports'),
      /"Ship the loader" can have no relation to itself/,
    );
    assert.match(await refused(ship, '--to', speed, '--type', 'tension'), /needs its note/);
    await cli.id('relation', 'add', ship, '--to', test, '--type', 'dependsOn');
    assert.match(await refused(ship, '--to', test, '--type', 'dependsOn'), /have this relation already/);
    assert.match(
      await refused(test, '--to', ship, '--type', 'dependsOn'),
      /in a circle: "Test the loader" → "Ship the loader" → "Test the loader"/,
    );
    await cli.run('done', test);
    assert.match(await refused(speed, '--to', test, '--type', 'dependsOn'), /"Test the loader" is closed/);
    assert.match(await refused(ship, '--to', 'Nowhere', '--type', 'supports'), /No goal or charter .* "Nowhere"/);
  });

  it('a circle of dependencies that two clones made is named by both, and ends when one is taken out (row 38)', async () => {
    const mine = await cli.id('relation', 'add', ship, '--to', test, '--type', 'dependsOn');
    await bo.id('relation', 'add', test, '--to', ship, '--type', 'dependsOn');
    await exchange();
    for (const face of [cli, bo]) {
      const map = await face.json<Map>('relation', 'map');
      assert.deepEqual([map.dependencies.length, map.dependencyCircles.length], [2, 1]);
      const { stdout } = await face.run('relation', 'map');
      assert.match(
        stdout,
        /circle of dependencies\n +(Ship|Test) the loader → (Ship|Test) the loader → (Ship|Test) the loader\n/,
      );
      assert.match((await face.run('list')).stdout, /Ship the loader +waits for "Test the loader"/);
    }
    await cli.run('relation', 'rm', mine);
    assert.deepEqual((await cli.json<Map>('relation', 'map')).dependencyCircles, []);
  });

  it('the one who had a goal, and the owner of an objective, read in their news what others did to it', async () => {
    await cli.run('edit', ship, '--owner', 'ana@example.com');
    await exchange();
    await cli.run('news');
    await bo.run('news');
    await bo.run('edit', ship, '--owner', 'me');
    await bo.run('edit', test, '--parent', speed);
    const below = await bo.id('add', '--team', 'Measure the loader', '--parent', speed);
    const ask = await bo.id('relation', 'add', ship, '--to', speed, '--type', 'serves');
    assert.match(below, /^g-/);
    assert.doesNotMatch((await bo.run('news', '--keep')).stdout, /your/, 'who did it is told nothing of it');
    await exchange();
    const { stdout } = await cli.run('news');
    assert.match(stdout, /^Bo took "Ship the loader" over from you/m);
    assert.match(stdout, /^Bo put "Test the loader" below your "Be fast"$/m);
    assert.match(stdout, /^Bo put "Measure the loader" below your "Be fast"$/m);
    assert.match(stdout, /^Bo related "Ship the loader": asks to serve "Be fast"$/m);
    await bo.run('news');
    assert.match((await cli.run('accept', ask)).stdout, /accepted/);
    await cli.run('edit', speed, '--owner', 'bo@example.com');
    await exchange();
    assert.match((await bo.run('news')).stdout, /^Ana agreed to "Ship the loader": serves "Be fast"$/m);
    assert.doesNotMatch((await cli.run('news')).stdout, /yours|from you/, 'who gave it away knows');
  });

  it('a goal that a third person gives away is told to who had it', async () => {
    await cli.run('edit', ship, '--owner', 'ana@example.com');
    await exchange();
    await cli.run('news');
    await bo.run('edit', ship, '--owner', 'cy@example.com');
    await exchange();
    assert.match((await cli.run('news')).stdout, /^Bo gave "Ship the loader", which was yours, to cy/m);
  });

  it('the same relation of two clones is one', async () => {
    await cli.id('relation', 'add', ship, '--to', test, '--type', 'conflictsWith');
    await bo.id('relation', 'add', test, '--to', ship, '--type', 'conflictsWith');
    await exchange();
    for (const face of [cli, bo]) assert.match((await face.run('relation', 'map')).stdout, /Conflicts\n[^\n]+\n$/);
  });
});
