import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FIRST_SCREEN } from '../../../src/cli/verbHelp';
import { verbSummaries } from '../../../src/cli/verbTable';
import { processCommandLine } from '../../support/commandLine';
import { projectFolder } from '../../support/run/projectFolder';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

describe('microgoals: usage', () => {
  let cli: CliFixture;
  before(async () => {
    cli = await cliFixture();
  });
  after(() => cli.remove());

  it('prints its version and help for everything', async () => {
    const { version } = JSON.parse(await readFile(projectFolder('package.json'), 'utf8')) as { version: string };
    assert.equal((await cli.run('--version')).stdout, `${version}\n`);
    const { stdout } = await cli.run('help', 'all');
    for (const { name } of await verbSummaries()) {
      assert.ok(stdout.includes(`  ${name} `), name);
      const help = await cli.run(name, '--help');
      assert.equal(help.code, 0, name);
      assert.ok(help.stdout.startsWith(`Usage: microgoals ${name}`), name);
    }
    assert.ok(!stdout.includes('merge-driver'), 'what git calls is not listed');
    assert.match((await cli.run('merge-driver', '--help')).stdout, /^Usage: microgoals merge-driver /);
    assert.equal((await cli.run('help', 'add')).stdout, (await cli.run('add', '-h')).stdout);
  });

  it('shows five groups of at most nine lines first, on one screen', async () => {
    const lines = (await cli.run()).stdout.trimEnd().split('\n');
    assert.equal((await cli.run('help')).stdout, (await cli.run('--help')).stdout);
    const titles = lines.flatMap((line, at) => (/^[A-Z][a-z]+( up)?$/.test(line) ? [at] : []));
    assert.deepEqual(
      titles.map((at) => lines[at]),
      ['Mine', 'Plan', 'Agree', 'Follow up', 'Review'],
    );
    for (const [index, at] of titles.entries()) {
      const verbs = lines.slice(at + 1, titles[index + 1] ?? -1);
      assert.ok(verbs.length > 0 && verbs.length <= 9, lines[at]);
      for (const line of verbs) assert.match(line, /^ {2}[a-z-]+ +\S/);
    }
    assert.ok(lines.length <= 48, `${lines.length} lines`);
    const all = (await cli.run('help', 'all')).stdout;
    for (const name of Object.values(FIRST_SCREEN).flat()) assert.ok(all.includes(`  ${name} `), name);
  });

  for (const [typed, meant] of [
    ['lsit', 'list'],
    ['pacts', 'pact'],
    ['objectivs', 'objective'],
    ['check-ins', 'check-in'],
    ['unblok', 'unblock'],
  ] as const) {
    it(`asks whether ${typed} means ${meant}`, async () => {
      const { code, stderr } = await cli.run(typed);
      assert.equal(code, 2);
      assert.match(stderr, new RegExp(`Did you mean ${meant}\\?`));
    });
  }

  it('guesses nothing where no name is near', async () => {
    assert.doesNotMatch((await cli.run('frobnicate')).stderr, /Did you mean/);
    assert.match((await cli.run('pact', 'signs')).stderr, /Did you mean sign\?/);
  });

  const wrong: readonly (readonly string[])[] = [
    ['frobnicate'],
    ['add'],
    ['add', '   '],
    ['add', '#tag'],
    ['add', 'x', '--team', '--personal'],
    ['add', 'x', '--kind', 'pipedream'],
    ['add', 'x', '--due', 'someday'],
    ['add', 'x', '--priority', '7'],
    ['add', 'x', '--owner', 'nobody'],
    ['add', 'x'.repeat(1001)],
    ['list', '--frob'],
    ['list', 'word'],
    ['list', '--mine', '--team'],
    ['show'],
    ['show', 'a', 'b'],
    ['done'],
    ['edit'],
    ['hooks'],
    ['hooks', 'frob'],
    ['-C'],
    ['init', 'x'],
  ];
  for (const args of wrong) {
    it(`exits 2 with one line for: ${args.join(' ').slice(0, 40)}`, async () => {
      const { code, stdout, stderr } = await cli.run(...args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^microgoals: [^\n]+\n$/);
    });
  }

  it('exits 2 for an edit without a terminal that says nothing', async () => {
    const id = await cli.id('add', 'x');
    assert.equal((await cli.run('edit', id)).code, 2);
  });

  it('exits 1 for what is not there', async () => {
    for (const args of [
      ['-C', '/nowhere/at/all', 'list'],
      ['show', 'zzzzzzzzzz'],
      ['show', 'no such title'],
    ]) {
      const { code, stderr } = await cli.run(...args);
      assert.equal(code, 1);
      assert.match(stderr, /^microgoals: [^\n]+\n$/);
    }
  });
});

describe('microgoals without git', () => {
  let folder: TemporaryFolder;
  let data: TemporaryFolder;
  before(async () => {
    folder = await temporaryFolder('plain');
    data = await temporaryFolder('data');
  });
  after(async () => {
    await folder.remove();
    await data.remove();
  });

  it('keeps goals, and says what needs git', async () => {
    const cli = processCommandLine(folder.path, data.path, { GIT_CEILING_DIRECTORIES: path.dirname(folder.path) });
    const team = await cli.id('add', '--team', 'Team');
    await cli.id('add', 'Personal');
    await cli.id('done', team);
    assert.equal((await cli.json<unknown[]>('list')).length, 2);
    assert.deepEqual(await cli.json('status'), { active: null, done: 0, total: 1, waiting: [] });
    assert.deepEqual(await cli.json('log', team), []);
    for (const args of [['start', team], ['stop'], ['hooks', 'status']]) {
      const { code, stderr } = await cli.run(...args);
      assert.equal(code, 1);
      assert.match(stderr, /git repository/);
    }
  });

  it('does not need a git program', async () => {
    const cli = processCommandLine(folder.path, data.path, { PATH: '/nowhere' });
    assert.equal((await cli.run('list')).code, 0);
  });
});

describe('microgoals check', () => {
  let cli: CliFixture;
  const file = (): string => path.join(cli.repository.path, '.microgoals', 'goals.json');
  beforeEach(async () => {
    cli = await cliFixture(processCommandLine);
    await mkdir(path.dirname(file()));
  });
  afterEach(() => cli.remove());

  it('finds nothing where nothing is wrong', async () => {
    await cli.id('add', '--team', 'Fine');
    assert.deepEqual(await cli.json('check'), { ok: true, problems: [] });
  });

  it('says file, line and column of each problem', async () => {
    const id = await cli.id('add', '--team', 'Fine');
    const text = await readFile(file(), 'utf8');
    await writeFile(file(), text.replace('"kind": "micro"', '"kind": "pipedream"'));
    const { code, stdout } = await cli.run('check', '--json');
    assert.equal(code, 1);
    const { ok, problems } = JSON.parse(stdout) as { ok: boolean; problems: Record<string, unknown>[] };
    assert.equal(ok, false);
    assert.equal(problems.length, 1);
    const { message, ...rest } = problems[0] ?? {};
    const line = text.slice(0, text.indexOf('"kind"')).split('\n').length;
    assert.deepEqual(rest, { code: 'invalid-field', file: '.microgoals/goals.json', line, column: 7, commit: null });
    assert.ok(String(message).includes(id));
    const plain = await cli.run('check');
    assert.match(plain.stdout, /^\.microgoals\/goals\.json:\d+:7: .*\n1 problem\.\n$/);
  });

  for (const [name, text] of [
    ['broken JSON', '{"version": 1,\n  "records": {]}'],
    ['merge markers', '{\n<<<<<<< ours\n  "version": 1\n=======\n>>>>>>> theirs\n'],
    ['an empty file', ''],
  ] as const) {
    it(`leaves ${name} as it is, while personal goals go on`, async () => {
      await writeFile(file(), text);
      const personal = await cli.id('add', 'Personal');
      await cli.id('done', personal);
      for (const args of [
        ['add', '--team', 'x'],
        ['list'],
        ['check'],
        ['init'],
        ['share', personal],
        ['done', 'g-0000000000'],
      ]) {
        const { code, stderr } = await cli.run(...args);
        assert.equal(code, 1, args.join(' '));
        if (args[0] !== 'check') assert.match(stderr, /^microgoals: [^\n]*goals\.json[^\n]*\n$/, args.join(' '));
      }
      assert.equal(await readFile(file(), 'utf8'), text);
      assert.ok((await cli.run('list')).stdout.includes('Personal'));
    });
  }

  it('reads a newer version and does not write it', async () => {
    const text = '{\n  "version": 99,\n  "records": {\n    "g-4kq7w2m9xd": {\n      "title": "Later"\n    }\n  }\n}\n';
    await writeFile(file(), text);
    assert.equal((await cli.run('done', '4kq7')).code, 1);
    assert.ok((await cli.run('list')).stdout.includes('Later'));
    assert.equal(await readFile(file(), 'utf8'), text);
  });

  it('refuses a folder in place of the file', async () => {
    await mkdir(file());
    assert.equal((await cli.run('add', '--team', 'x')).code, 1);
    assert.equal((await cli.run('init')).code, 1);
    assert.equal((await cli.run('check')).code, 1);
  });

  it('lists records of a later kind without calling them a problem', async () => {
    // By hand, so that its layout is told beside it.
    await writeFile(file(), '{"version": 1, "records": {"z-4kq7w2m9xd": {"title": "Later"}}}');
    const found = await cli.json<{ ok: boolean; problems: { code: string }[] }>('check');
    assert.equal(found.ok, true);
    assert.deepEqual(
      found.problems.map(({ code }) => code),
      ['unknown-kind', 'foreign-layout'],
    );
  });
});
