import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, symlink, truncate } from 'node:fs/promises';
import path from 'node:path';
import { MAX_BYTES } from '../../../src/core/document/parseGoalFile';
import type { CliFixture, ListedGoal } from './cliFixture';
import { cliFixture } from './cliFixture';

const LIST = '# Release\n\n- [ ] Write notes !p1 @ana\n  - [x] Collect changes #docs\n- [ ] Tag it\n';

describe('microgoals import', () => {
  let cli: CliFixture;
  beforeEach(async () => {
    cli = await cliFixture();
    await cli.repository.commit('Start');
    await cli.repository.write('list.md', LIST);
  });
  afterEach(() => cli.remove());

  it('shows what it would add, adds it, and adds nothing twice', async () => {
    const dry = await cli.run('import', 'list.md', '--team', '--dry-run');
    assert.match(
      dry.stdout,
      /^\[ \] Release\n {2}\[ \] Write notes .*\n {4}\[x\] Collect changes .*\n {2}\[ \] Tag it\nWould add 4 goals\. /,
    );
    assert.deepEqual(await cli.json('list'), []);

    const first = await cli.run('import', 'list.md', '--team');
    assert.match(first.stdout, /Added 4 goals\.\n$/);
    assert.equal(first.stderr, '');
    const goals = await cli.json<ListedGoal[]>('list');
    const [release, notes, collect] = goals;
    assert.deepEqual(
      goals.map(({ title, status, owner }) => [title, status, owner]),
      [
        ['Release', 'open', 'ana@example.com'],
        ['Write notes', 'open', 'ana@example.com'],
        ['Collect changes', 'done', 'ana@example.com'],
        ['Tag it', 'open', 'ana@example.com'],
      ],
    );
    assert.deepEqual([notes?.parent, collect?.parent], [release?.id, notes?.id]);

    await cli.repository.write('list.md', `${LIST}- [ ] Tell people\n`);
    const again = await cli.run('import', 'list.md', '--team');
    assert.match(again.stdout, /Collect changes · there already\n/);
    assert.match(again.stdout, /Added 1 goal, 4 there already\.\n$/);
    assert.equal((await cli.json<unknown[]>('list')).length, 5);
  });

  it('gives items to the people that they name, and says of which item something could not be read', async () => {
    await cli.run('person', 'add', 'Bo Berg', '--email', 'bo@example.com');
    await cli.run('person', 'add', 'Bo Stone', '--email', 'stone@example.com');
    await cli.repository.write('list.md', '- [ ] Tag it @berg\n- [ ] Tell @bo\n  - [ ] Call !blursday\n');
    const { stdout, stderr } = await cli.run('import', 'list.md', '--team');
    assert.match(stdout, /Added 3 goals\.\n$/);
    assert.match(stderr, /^microgoals: Tell @bo: .*Bo Stone.* It stays in the title\.$/m);
    assert.match(stderr, /^microgoals: Call !blursday: blursday is no date\. It stays in the title\.$/m);
    const goals = await cli.json<ListedGoal[]>('list');
    assert.deepEqual(
      goals.map(({ title, status }) => [title, status]),
      [
        ['Tag it', 'proposed'],
        ['Tell @bo', 'open'],
        ['Call !blursday', 'open'],
      ],
    );
  });

  it('puts a list below a goal, in the personal file unless told otherwise', async () => {
    const top = await cli.id('add', 'Top');
    const { code } = await cli.run('import', 'list.md', '--parent', top);
    assert.equal(code, 0);
    const goals = await cli.json<ListedGoal[]>('list');
    assert.deepEqual(
      goals.map(({ scope, parent }) => [scope, parent === top]),
      [
        ['personal', false],
        ['personal', true],
        ['personal', false],
        ['personal', false],
        ['personal', false],
      ],
    );
    assert.equal((await cli.run('import', 'list.md', '--team', '--parent', top)).code, 1);
  });

  it('keeps the same words below two headings apart, understands boxes, and joins what is wrapped', async () => {
    const text = [
      '## Windows',
      '- [x] Build installer',
      '- [-] Support XP',
      '',
      '## macOS',
      '* [ ] Build installer',
      '* [~] Support PowerPC',
      '* [/] Notarize with the key that',
      '  the team keeps',
      '## Windows',
      '1. Build installer',
    ];
    await cli.repository.write('boxes.md', text.join('\n'));
    const added = await cli.run('import', 'boxes.md', '--team');
    assert.match(added.stdout, /\[\/\] Support XP/);
    interface Placed extends ListedGoal {
      readonly parent: string;
    }
    const goals = await cli.json<Placed[]>('list', '--all');
    const titles = new Map(goals.map(({ id, title }) => [id, title]));
    assert.deepEqual(
      goals
        .filter(({ parent }) => titles.has(parent))
        .map(({ title, status, parent }) => [titles.get(parent), title, status])
        .sort(),
      [
        ['Windows', 'Build installer', 'done'],
        ['Windows', 'Build installer', 'open'],
        ['Windows', 'Support XP', 'dropped'],
        ['macOS', 'Build installer', 'open'],
        ['macOS', 'Notarize with the key that the team keeps', 'open'],
        ['macOS', 'Support PowerPC', 'dropped'],
      ].sort(),
    );
    assert.match((await cli.run('import', 'boxes.md', '--team')).stdout, /Added 0 goals, 9 there already\.\n$/);
    // What a person did since stays as it is.
    const [notarize] = goals.filter(({ title }) => title.startsWith('Notarize'));
    await cli.run('done', notarize?.id ?? '');
    assert.match((await cli.run('import', 'boxes.md', '--team')).stdout, /Added 0 goals, 9 there already\.\n$/);
  });

  it('says in one line what it cannot import, and changes nothing', async () => {
    await cli.repository.write('empty.md', '\n---\n');
    await cli.repository.write('long.md', `- ${'x'.repeat(1001)}\n`);
    await cli.repository.write('a/b.md', '');
    for (const name of ['empty.md', 'long.md', 'nowhere.md', 'a', '-']) {
      const { code, stderr } = await cli.run('import', name, '--team');
      assert.equal(code, 1, name);
      assert.match(stderr, /^microgoals: [^\n]+\n$/);
    }
    assert.equal((await cli.run('import')).code, 2);
    const file = path.join(cli.repository.path, '.microgoals', 'goals.json');
    await assert.rejects(readFile(file));
  });

  it('waits for no pipe or device, and names the file that is none or too large', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [path.join(cli.repository.path, 'pipe.md')]);
    await symlink('pipe.md', path.join(cli.repository.path, 'linked.md'));
    await truncate(await cli.repository.write('large.md', ''), MAX_BYTES + 1);
    for (const [name, reason] of Object.entries({
      'pipe.md': 'is a pipe, not a file. Give - for what another program prints.',
      'linked.md': 'is a pipe, not a file. Give - for what another program prints.',
      '/dev/zero': 'is a device, not a file.',
      'large.md': `is too large: ${MAX_BYTES + 1} bytes, where ${MAX_BYTES} are read at most.`,
    })) {
      const { code, stderr } = await cli.run('import', name);
      assert.deepEqual([code, stderr], [1, `microgoals: ${name} ${reason}\n`]);
    }
  });
});
