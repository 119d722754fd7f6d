import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CliFixture, ListedGoal } from './cliFixture';
import { cliFixture } from './cliFixture';
import { commandLine } from '../../support/commandLine';

describe('command line: goals out of the way of git', function () {
  this.timeout(300_000);
  let cli: CliFixture;
  let id: string;

  beforeEach(async () => {
    cli = await cliFixture();
    id = await cli.id('add', '--team', 'Ship the login page');
    await cli.repository.commit('goals');
    await cli.run('done', id);
  });
  afterEach(() => cli.remove());

  const porcelain = () => cli.repository.git('status', '--porcelain');
  const overlay = () => existsSync(path.join(cli.repository.path, '.git', 'microgoals', 'overlay.json'));
  const statusOf = async () => (await cli.json<ListedGoal[]>('list', '--all')).find((goal) => goal.id === id)?.status;

  it('park sets changes aside, and the next command after a switch brings them back', async () => {
    const parked = await cli.run('park');
    assert.deepEqual([parked.code, parked.stdout], [0, 'Set aside: changes of 1 record.\n']);
    assert.equal(await porcelain(), '');
    assert.equal(await statusOf(), 'done');
    await cli.repository.git('switch', '--quiet', '--create', 'other');
    assert.equal(await statusOf(), 'done');
    assert.equal(await porcelain(), ' M .microgoals/goals.json');
    assert.equal(overlay(), false);
    assert.equal((await cli.run('unpark')).stdout, 'Nothing is set aside.\n');
  });

  it('unpark brings them back at once', async () => {
    await cli.run('park');
    assert.equal((await cli.run('unpark')).stdout, '.microgoals/goals.json has the changes of 1 record now.\n');
    assert.equal(await porcelain(), ' M .microgoals/goals.json');
  });

  it('keeps the tree clean where the editor is set to', async () => {
    await cli.repository.commit('done');
    const clean = commandLine(cli.repository.path, cli.data.path, { MICROGOALS_CLEAN_TREE: '1' });
    await clean.id('add', '--team', 'Second');
    assert.equal(await porcelain(), '');
    assert.equal((await cli.json<ListedGoal[]>('list', '--all')).length, 2);
    assert.equal(await porcelain(), '');
  });

  it('share-now shows what it would make, asks for --yes, and leaves everything as it is', async () => {
    const before = await porcelain();
    const shown = await cli.run('share-now', '--dry-run');
    assert.match(
      shown.stdout,
      /^microgoals\/goals-\d{8}-\d{6} from main, changing \.microgoals\/goals\.json alone:\n {2}Share a goal change\n/,
    );
    assert.equal((await cli.run('share-now')).code, 2);
    assert.equal(await cli.repository.git('branch', '--list', 'microgoals/*'), '');
    const made = await cli.run('share-now', '--yes');
    assert.match(made.stdout, /Made\. To send it: git push -u origin microgoals\/goals-/);
    assert.notEqual(await cli.repository.git('branch', '--list', 'microgoals/*'), '');
    assert.equal(await porcelain(), before);
  });
});
