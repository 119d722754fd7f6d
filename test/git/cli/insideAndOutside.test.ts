import assert from 'node:assert/strict';
import { cp, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { CommandLine } from '../../support/commandLine';
import { commandLine, processCommandLine, runsInside } from '../../support/commandLine';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture, ListedGoal } from './cliFixture';
import { cliFixture } from './cliFixture';

/** What most tests call runs inside them, and must say what a process of its own says. */
describe('microgoals inside the process of a test', () => {
  let cli: CliFixture;
  let folder: TemporaryFolder;
  let goal: string;
  let inside: CommandLine;
  let outside: CommandLine;

  /** A copy of everything, in which one of both works. */
  async function copyFor(name: string, start: typeof processCommandLine | typeof commandLine): Promise<CommandLine> {
    const [repository, data] = [path.join(folder.path, name), path.join(folder.path, `${name}.data`)];
    await cp(cli.repository.path, repository, { recursive: true });
    await cp(cli.data.path, data, { recursive: true });
    return start(repository, data);
  }

  before(async () => {
    cli = await cliFixture();
    folder = await temporaryFolder('copies');
    goal = await cli.id('add', '--team', 'Ship the \u001b[31mform\u202e #growth !fri');
    await cli.repository.write('plan.md', '- [ ] Draft\n- [x] Sketch @Ana\n');
    await mkdir(path.join(cli.repository.path, 'sub'));
    await cli.repository.commit(`First\n\nGoal: ${goal}`);
    await cli.id('add', 'Of my own');
    inside = await copyFor('inside', commandLine);
    outside = await copyFor('outside', processCommandLine);
  });
  after(async () => {
    await cli.remove();
    await folder.remove();
  });

  it('is where commands run, unless they are to have another environment', () => {
    assert.ok(runsInside());
    assert.ok(runsInside({ MICROGOALS_EMAIL: 'bo@example.com' }));
    assert.ok(!runsInside({ PATH: '/nowhere' }));
    assert.ok(!runsInside({ GIT_DIR: folder.path }));
  });

  const commands: Readonly<Record<string, (id: string) => readonly string[]>> = {
    'no word': () => [],
    'the version': () => ['--version'],
    'help of a verb': () => ['list', '--help'],
    'help of a kind': () => ['help', 'blocker'],
    'no verb': () => ['frobnicate'],
    'no option': () => ['list', '--frob'],
    'a folder too few': () => ['list', '-C'],
    'a list': () => ['list'],
    'a list of a folder below': () => ['-C', 'sub', 'list', '-C', '..'],
    'a list as JSON': () => ['list', '--json'],
    'no folder': () => ['-C', '/nowhere/at/all', 'list'],
    'no goal': () => ['show', 'zzzzzzzzzz'],
    'a goal': (id) => ['show', id],
    'a goal as JSON': (id) => ['show', id, '--json'],
    'commits of a goal': (id) => ['log', id],
    'commits of a goal, known by now': (id) => ['log', id, '--json'],
    'half a character': (id) => ['edit', id, '--notes', 'half \ud83d of one, \u0007 and \u{1f600}'],
    'the same again': (id) => ['show', id.slice(0, 6)],
    'a day that is none': (id) => ['edit', id, '--due', 'someday'],
    'an edit without a terminal': (id) => ['edit', id],
    'standard input': () => ['import', '-'],
    'a file in two words': () => ['import', 'plan.md', 'plan.md'],
    'a file, tried': () => ['import', 'plan.md', '--team', '--dry-run'],
    'hooks, unasked': () => ['hooks', 'install'],
    'hooks, tried': () => ['hooks', 'install', '--dry-run'],
    'hooks that are there': () => ['hooks', 'install', '--yes'],
    'how hooks stand': () => ['hooks', 'status'],
    'a start': (id) => ['start', id],
    'how work stands': () => ['status', '--json'],
    'a tick': (id) => ['done', id],
    'a tick too many': (id) => ['done', id],
    'what is wrong': () => ['check', '--json'],
    'what is new': () => ['news'],
    'a text merge': () => ['merge-driver', 'plan.md', 'plan.md', 'plan.md', '7', 'plan.md'],
    'a deleted goal': (id) => ['rm', id],
  };
  for (const [name, args] of Object.entries(commands)) {
    it(`ends, prints and warns in the same way: ${name}`, async () => {
      const expected = await outside.run(...args(goal));
      const { stdout, ...found } = await inside.run(...args(goal));
      const [here, there] = ['inside', 'outside'].map((place) => path.join(folder.path, place, path.sep));
      assert.deepEqual({ ...found, stdout: stdout.replaceAll(here ?? '', there ?? '') }, expected);
    });
  }

  it('leaves the same files, also those that are written when all is said', async () => {
    const names = async (place: string): Promise<string[]> =>
      (await readdir(path.join(folder.path, place), { recursive: true })).filter(
        (name) => !/^\.git.objects/.test(name),
      );
    const [found, expected] = [(await names('inside')).sort(), (await names('outside')).sort()];
    assert.deepEqual(found, expected);
    assert.ok(found.includes(path.join('.git', 'microgoals', 'located.json')));
  });

  it('keeps two at once apart', async () => {
    const other = await cliFixture();
    try {
      await other.id('add', 'Elsewhere');
      const [here, there, wrong] = await Promise.all([
        inside.json<ListedGoal[]>('list'),
        other.json<ListedGoal[]>('list'),
        inside.run('list', '--frob'),
      ]);
      assert.deepEqual(
        [here, there].map((goals) => goals.map(({ title }) => title)),
        [['Of my own'], ['Elsewhere']],
      );
      assert.equal(wrong.code, 2);
    } finally {
      await other.remove();
    }
  });
});
