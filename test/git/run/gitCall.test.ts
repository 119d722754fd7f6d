import assert from 'node:assert/strict';
import { chmod, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runGitSync } from '../../../src/cli/place/runGitSync';
import { readCommits } from '../../../src/git/log/commitFacts';
import { findBlobs, readBlobs } from '../../../src/git/files/catFile';
import { patchIds } from '../../../src/git/log/patchIds';
import { openRepository } from '../../../src/git/run/repository';
import { authors } from '../../../src/git/run/repositoryFacts';
import type { RunGit } from '../../../src/git/run/runGit';
import { runGit } from '../../../src/git/run/runGit';
import { simpleGitClient } from '../../../src/git/run/simpleGitClient';
import { processCommandLine } from '../../support/commandLine';
import { findProgram } from '../../support/run/findProgram';
import type { TemporaryRepository } from '../../support/gitRepository';
import { configureIdentity, gitRepository, temporaryRepository } from '../../support/gitRepository';
import { projectFolder } from '../../support/run/projectFolder';
import { SHARED_FILE } from '../../support/team';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import { opened, tryRun } from '../hooks/hookFixture';

describe('every start of git', () => {
  let repository: TemporaryRepository;
  let outside: TemporaryFolder;
  const ambient = process.env['PATH'] ?? '';
  const backEnds = async (): Promise<RunGit[]> => [runGit, runGitSync, await simpleGitClient()];
  const script = async (file: string, text: string): Promise<void> => {
    await writeFile(file, `#!/bin/sh\n${text}\n`);
    await chmod(file, 0o755);
  };

  beforeEach(async () => {
    repository = await temporaryRepository();
    outside = await temporaryFolder('outside');
  });
  afterEach(async () => {
    process.env['PATH'] = ambient;
    await repository.remove();
    await outside.remove();
  });

  it('has the same arguments and the same environment, whoever starts it', async () => {
    const log = path.join(outside.path, 'log');
    await script(
      path.join(outside.path, 'git'),
      `{ printf '%s\\n' "$@"; env | grep -E '^(GIT_|EDITOR|PAGER|LC_ALL)' | grep -v '^GIT_TEST_' | sort; } >'${log}'`,
    );
    process.env['PATH'] = `${outside.path}${path.delimiter}${ambient}`;
    const told = async (run: RunGit, ...args: string[]): Promise<string[]> => {
      await run(repository.path, args);
      return (await readFile(log, 'utf8')).trimEnd().split('\n');
    };
    const always = ['core.fsmonitor=false', 'safe.bareRepository=explicit', 'log.showSignature=false'];
    const settings = (more: readonly string[]): string[] => [...always, ...more].flatMap((each) => ['-c', each]);
    const environment = [
      ...['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM'].map((name) => `${name}=${process.env[name] ?? ''}`),
      'GIT_FLUSH=0',
      'GIT_GRAFT_FILE=/dev/null/none',
      'GIT_NO_REPLACE_OBJECTS=1',
      'GIT_OPTIONAL_LOCKS=0',
      'GIT_TERMINAL_PROMPT=0',
      'LC_ALL=C',
    ];
    const local = [...environment, 'GIT_ALLOW_PROTOCOL=none', 'GIT_NO_LAZY_FETCH=1'].sort();
    const hookless = settings(['core.hooksPath=/dev/null']);
    for (const run of await backEnds()) {
      for (const command of ['log', 'show', 'diff', 'diff-tree']) {
        const args = [...hookless, command, '--no-ext-diff', '--no-textconv', 'x'];
        assert.deepEqual(await told(run, command, 'x'), [...args, ...local]);
      }
      assert.deepEqual(await told(run, 'ls-files', '-z'), [...hookless, 'ls-files', '-z', ...local]);
      assert.deepEqual(await told(run, 'rev-parse', 'x'), [...settings([]), 'rev-parse', 'x', ...local]);
      // What the person asks for runs their hooks and filters, and those may ask a remote.
      assert.deepEqual(await told(run, 'switch', 'x'), [...settings([]), 'switch', 'x', ...environment]);
    }
  });

  it('takes git from outside the work tree, and says plainly where there is none', async () => {
    const canary = path.join(outside.path, 'canary');
    for (const name of ['git', 'sub/git']) {
      await script(await repository.write(name, ''), `: >'${canary}'; exec '${findProgram('git') ?? ''}' "$@"`);
    }
    const sub = path.join(repository.path, 'sub');
    for (const run of await backEnds()) {
      process.env['PATH'] = ['', '.', 'sub', repository.path, sub, ambient].join(path.delimiter);
      assert.match(await run(sub, ['version']), /^git version/);
      process.env['PATH'] = ['.', repository.path, sub].join(path.delimiter);
      await assert.rejects(run(sub, ['version']), { name: 'GitError', code: 'no-git', message: 'Git was not found.' });
    }
    assert.deepEqual(await openRepository(sub), { state: 'no-git' });
    await assert.rejects(readFile(canary));
  });

  it('comes from a terminal by a node that does not lie in the work tree', async () => {
    const canary = path.join(outside.path, 'canary');
    await script(await repository.write('node', ''), `: >'${canary}'`);
    await script(await repository.write('sub/node', ''), `: >'${canary}'`);
    const { path: root } = repository;
    const sub = path.join(root, 'sub');
    for (const folder of [root, sub]) {
      const PATH = ['.', '', root, sub, ambient].join(':');
      const ran = await tryRun('/bin/sh', [projectFolder('media/bin/microgoals'), '--version'], folder, { PATH });
      assert.match(ran.stdout, /^\d+\.\d+\.\d+\n$/);
    }
    await assert.rejects(readFile(canary));
  });

  it('reads no mailmap that is a pipe, a link or too large, and names people as the commits do', async () => {
    await repository.commit('First\n\nCo-authored-by: Cy <cy@example.com>', { name: 'Bo', email: 'bo@example.com' });
    const file = path.join(repository.path, '.mailmap');
    const fifo = path.join(outside.path, 'fifo');
    await tryRun('mkfifo', [fifo], outside.path);
    const names = async (): Promise<unknown> => {
      const here = await opened(repository.path);
      const [fact] = await readCommits(here.root, [await repository.git('rev-parse', 'HEAD')]);
      return [...(await authors(here)), ...(fact?.coAuthors ?? [])].map(({ name }) => name);
    };
    const lines = 'Bo Larsen <bo@example.com>\nCy Young <cy@example.com>\n';
    const layouts: Record<string, () => Promise<unknown>> = {
      pipe: () => tryRun('mkfifo', [file], outside.path),
      'link to a pipe': () => symlink(fifo, file),
      'link out of the work tree': async () => symlink(await write(outside, 'mailmap', lines), file),
      'too large': () => writeFile(file, lines + '# x\n'.repeat(300_000)),
      'pipe in the settings': () => repository.git('config', 'mailmap.file', fifo),
      'pipe in settings elsewhere': async () => {
        await repository.git('config', '--unset', 'mailmap.file');
        const more = await write(outside, 'more', `[mailmap]\n\tfile = ${fifo}\n`);
        await repository.git('config', 'include.path', more);
      },
    };
    for (const [name, prepare] of Object.entries(layouts)) {
      await prepare();
      assert.deepEqual(await names(), ['Bo', 'Cy'], name);
      await rm(file, { force: true });
    }
    // One that the person has set is read, and so is the usual one.
    await repository.git('config', '--unset', 'include.path');
    await repository.git('config', 'mailmap.file', await write(outside, 'mailmap', lines));
    assert.deepEqual(await names(), ['Bo Larsen', 'Cy Young']);
    await repository.git('config', '--unset', 'mailmap.file');
    await writeFile(file, lines);
    assert.deepEqual(await names(), ['Bo Larsen', 'Cy Young']);
  });

  it('finds in a partial clone what is here, and fetches nothing', async () => {
    const source = processCommandLine(repository.path, outside.path);
    const goal = await source.id('add', 'One', '--team');
    await repository.write('notes.txt', 'one\n');
    await repository.commit('First');
    await repository.git('switch', '-q', '-c', 'there');
    await source.run('edit', goal, 'Two');
    await repository.write('notes.txt', 'two\n');
    const there = await repository.commit(`There\n\nGoal: ${goal}`);
    await repository.git('switch', '-q', 'main');
    await repository.git('config', 'uploadpack.allowFilter', 'true');
    await repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const folder = path.join(outside.path, 'clone');
    await repository.git('clone', '-q', '--filter=blob:none', `file://${repository.path}`, folder);
    const clone = gitRepository(folder);
    await configureIdentity(clone);
    const missing = async (): Promise<string> => clone.git('rev-list', '--objects', '--all', '--missing=print');
    const before = await missing();
    assert.match(before, /^\?/m);
    const here = await opened(folder);
    const [absent, head, none] = await findBlobs(here, [`${there}:${SHARED_FILE}`, `HEAD:${SHARED_FILE}`, 'HEAD:none']);
    assert.deepEqual([absent, none], [undefined, undefined]);
    const blobs = [await clone.git('rev-parse', `${there}:${SHARED_FILE}`), head?.blob ?? ''];
    const read: string[] = [];
    for await (const { blob } of readBlobs(here, blobs)) read.push(blob);
    assert.deepEqual(read, blobs.slice(1));
    assert.deepEqual([...(await patchIds(here, [there]))], []);
    await assert.rejects(runGit(folder, ['cat-file', 'blob', blobs[0] ?? '']), {
      code: 'not-fetched',
      message: /partial/,
    });
    const cli = processCommandLine(folder, outside.path);
    for (const args of [
      ['list', '--branches'],
      ['news'],
      ['check'],
      ['history', goal],
      ['log', goal],
      ['link', goal, there],
    ]) {
      const { code, stderr } = await cli.run(...args);
      assert.deepEqual([code, stderr], [0, ''], args.join(' '));
    }
    assert.equal(await missing(), before);
    // What is fetched later counts.
    await clone.git('cat-file', 'blob', `${there}:notes.txt`);
    await clone.git('diff', 'origin/main', there);
    assert.equal((await patchIds(here, [there])).size, 1);
  });
});

async function write({ path: folder }: TemporaryFolder, name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}
