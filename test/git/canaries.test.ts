import assert from 'node:assert/strict';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { verbNamed, verbSummaries } from '../../src/cli/verbTable';
import { runGitSync } from '../../src/cli/place/runGitSync';
import type { RunGit } from '../../src/git/run/runGit';
import { runGit } from '../../src/git/run/runGit';
import { simpleGitClient } from '../../src/git/run/simpleGitClient';
import type { Canaries } from '../support/hostile/canaries';
import { canaries } from '../support/hostile/canaries';
import type { CommandLine } from '../support/commandLine';
import { processCommandLine } from '../support/commandLine';
import type { TemporaryRepository } from '../support/gitRepository';
import { temporaryRepository } from '../support/gitRepository';
import type { HostileHistory } from '../support/hostile/hostileRepository';
import { makeHostile, withOldGit } from '../support/hostile/hostileRepository';
import { SHARED_FILE } from '../support/team';
import type { TemporaryFolder } from '../support/temporaryFolder';
import { temporaryFolder } from '../support/temporaryFolder';
import { tryGit } from './hooks/hookFixture';

/** Hooks that git runs for a commit on a branch of its own. */
const OF_A_COMMIT = [
  'pre-commit',
  'prepare-commit-msg',
  'commit-msg',
  'post-commit',
  'post-checkout',
  'post-index-change',
  'reference-transaction',
];
/** Of several words that a verb may begin with: the one that reads. */
const READING = ['list', 'status'];

describe('a repository that names a program wherever it can', () => {
  let repository: TemporaryRepository;
  let data: TemporaryFolder;
  let old: TemporaryFolder;
  let planted: Canaries;
  let history: HostileHistory;
  let gits: Record<string, CommandLine>;

  before(async function () {
    this.timeout(120_000);
    repository = await temporaryRepository();
    data = await temporaryFolder('data');
    old = await temporaryFolder('old');
    planted = await canaries();
    history = await makeHostile(repository, processCommandLine(repository.path, data.path), planted);
    // The editor is the person's own, and not of the repository.
    const environment = { EDITOR: 'true', VISUAL: '' };
    gits = {
      'this git': processCommandLine(repository.path, data.path, environment),
      'a git that knows less': processCommandLine(repository.path, data.path, {
        ...environment,
        PATH: await withOldGit(old),
      }),
    };
    await planted.started();
  });
  after(async () => {
    await Promise.all([repository.remove(), data.remove(), old.remove(), planted.remove()]);
  });

  it('starts many of them in the hands of git alone, so that the tests below prove something', async () => {
    const calls = [
      ['log', '-1'],
      ['log', '-p', '--', 'code.ts'],
      ['diff', '--ext-diff', 'HEAD~1', 'HEAD', '--', 'notes.md'],
      ['status'],
      ['cat-file', 'blob', `feature:${SHARED_FILE}`],
      ['update-ref', 'refs/heads/canary', 'HEAD'],
    ];
    for (const args of calls) await tryGit(repository.path, args);
    const started = await planted.started();
    for (const name of [
      'core.fsmonitor',
      'diff.converted.textconv',
      'diff.canary.command',
      'gpg.program',
      'reference-transaction',
      'remote.origin.url',
    ]) {
      assert.ok(started.includes(name), `${name} is not among ${started.join(', ')}`);
    }
  });

  for (const name of ['this git', 'a git that knows less']) {
    const run = async (...args: string[]): Promise<void> => {
      const { code, stderr } = await (gits[name] as CommandLine).run(...args);
      assert.deepEqual(await planted.started(), [], args.join(' '));
      assert.ok(code === 0 || code === 1, `${args.join(' ')} is no call of the verb: ${stderr}`);
      assert.doesNotMatch(stderr, /Unexpected|fatal:/, args.join(' '));
    };

    it(`starts none through any verb (${name})`, async function () {
      this.timeout(300_000);
      for (const { name: verb } of await verbSummaries()) await run(...(await callOf(verb, history)));
    });

    it(`starts none through verbs that look further (${name})`, async function () {
      this.timeout(300_000);
      const { goal } = history;
      await run('list', '--branches', '--all');
      await run('list', '--file', 'code.ts');
      await run('check', '--against', 'HEAD~1');
      await run('news', '--since', 'HEAD~1');
      await run('link', goal, 'HEAD');
      await run('unlink', goal, 'HEAD');
      await run('hooks', 'install', '--yes');
      await run('hooks', 'uninstall', '--yes');
      await run('show', goal, '--json');
      await noteDisagreement();
      await run('resolve');
    });
  }

  it('starts with share-now, which commits as the person would, nothing but what belongs to a commit', async () => {
    await (gits['this git'] as CommandLine).run('share-now', '--yes');
    const started = await planted.started();
    assert.ok(started.includes('pre-commit'), started.join(', '));
    assert.deepEqual(
      started.filter((name) => !name.startsWith('filter.') && !OF_A_COMMIT.includes(name)),
      [],
    );
  });

  it('starts none through what the editor and the command line call git with', async () => {
    const backEnds: RunGit[] = [runGit, runGitSync, await simpleGitClient()];
    const files = ['notes.md', 'notes.txt', 'code.ts', SHARED_FILE];
    const calls = [
      ...['log', 'show', 'diff-tree'].map((command) => [
        command,
        '-p',
        'HEAD~1',
        'HEAD',
        '--',
        'notes.md',
        'notes.txt',
        'code.ts',
      ]),
      ['log', '-Stwo', '--all', '--', 'notes.txt'],
      ['diff', 'HEAD~1', 'HEAD'],
      ...files.map((file) => ['show', `HEAD:${file}`]),
      ['cat-file', 'blob', `feature:${SHARED_FILE}`],
      ['update-ref', 'refs/heads/canary', 'HEAD'],
      ['for-each-ref', '--format=%(contents:trailers)'],
    ];
    for (const run of backEnds) {
      for (const call of calls) {
        await run(repository.path, call).catch(() => '');
        assert.deepEqual(await planted.started(), [], call.join(' '));
      }
    }
  });

  it('is no repository where it lies as a folder among the files of another one', async () => {
    const victim = await temporaryRepository();
    const docs = path.join(victim.path, 'docs');
    const store = path.join(victim.path, 'store');
    try {
      await mkdir(docs);
      // As files: a clone brings whatever they hold.
      await cp(path.join(repository.path, '.git'), docs, { recursive: true });
      const config = (worktree: string): string =>
        `[core]\n\trepositoryformatversion = 1\n\tbare = false\n\tworktree = ${worktree}\n${planted.settings}`;
      await writeFile(path.join(docs, 'config'), config('.'));
      await cp(docs, store, { recursive: true });
      await writeFile(path.join(store, 'config'), config('../sub'));
      await victim.write('sub/.git', 'gitdir: ../store\n');
      for (const cli of Object.values(gits)) {
        for (const folder of [docs, path.join(docs, 'refs'), path.join(victim.path, 'sub')]) {
          for (const verb of ['list', 'check', 'news', 'resolve']) {
            const { code, stderr } = await cli.run('-C', folder, verb);
            assert.deepEqual(await planted.started(), [], `${verb} in ${folder}`);
            assert.doesNotMatch(stderr, /Unexpected|fatal:/);
            assert.ok(code === 0 || code === 1);
          }
        }
        const { stderr } = await cli.run('-C', docs, 'share-now');
        assert.match(stderr, /docs is in no git repository/);
      }
    } finally {
      await victim.remove();
    }
  });

  /** Two sides set the same title. */
  async function noteDisagreement(): Promise<void> {
    const text = await repository.git('show', `HEAD:${SHARED_FILE}`);
    const sides = ['base', 'ours', 'theirs'];
    for (const [index, side] of sides.entries()) {
      await repository.write(`.git/${side}`, text.replaceAll('One, here', `Side ${index}`));
    }
    const cli = gits['this git'] as CommandLine;
    await cli.run('merge-driver', ...sides.map((side) => path.join(repository.path, '.git', side)), '7', SHARED_FILE);
  }
});

/** How a verb is called where only what it needs is said, as its usage has it: a verb that is new joins by itself. */
async function callOf(name: string, { goal, other, done }: HostileHistory): Promise<string[]> {
  const usage = (await verbNamed(name)).usage.replaceAll(/ ?\[[^\]]*\]/g, '').split(' | ')[0];
  const ids: Readonly<Record<string, string>> = { rm: other, confirm: done };
  const values: Readonly<Record<string, string>> = {
    ...Object.fromEntries(['ID', 'GOAL', 'PACT', 'SKILL', 'RESOURCE'].map((word) => [word, ids[name] ?? goal])),
    '1-5': '3',
    VALUE: '3',
    // An entry that is there would be two once the verb has run twice.
    FEEDBACK: 'f-0000000000',
    TEXT: 'Text',
    COMMIT: 'HEAD',
    FILE: 'notes.txt',
  };
  const more = { edit: ' TEXT', 'share-now': ' --dry-run' }[name] ?? '';
  const words = `${usage}${more}`.split(' ').map((word) => word.replace(/…$/, '').split('|'));
  return words.flatMap(([first = '', ...others]) => {
    if (first === '') return [];
    return READING.find((word) => others.includes(word)) ?? values[first] ?? first;
  });
}
