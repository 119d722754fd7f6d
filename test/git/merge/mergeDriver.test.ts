import assert from 'node:assert/strict';
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { applyChange } from '../../../src/core/document/change';
import { formatDocument } from '../../../src/core/document/formatDocument';
import { readDisagreements } from '../../../src/git/merge/disagreementFile';
import { commandLine } from '../../support/commandLine';
import type { DivergedRepository } from '../../support/divergedRepository';
import {
  BASE,
  divergedRepository,
  FIRST,
  MERGED,
  OURS,
  SECOND,
  sideStamper,
  SIDES,
  THEIRS,
} from '../../support/divergedRepository';
import { installDriver } from '../../support/driver';
import { findProgram } from '../../support/run/findProgram';
import { configureIdentity, gitRepository } from '../../support/gitRepository';
import { proveMergeHistories } from '../../support/merge/mergeHistories';
import { projectFolder } from '../../support/run/projectFolder';
import { SHARED_FILE } from '../../support/team';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import { tryGit } from '../hooks/hookFixture';

describe('the merge driver', () => {
  let repository: DivergedRepository;
  let outside: TemporaryFolder;
  const ourFolder = (): string => path.join(repository.path, '.git/microgoals');
  const merge = (folder = repository.path, environment: NodeJS.ProcessEnv = {}): ReturnType<typeof tryGit> =>
    tryGit(folder, ['merge', '-q', '--no-edit', 'theirs'], environment);
  /** Both sides give the same goal another title; the driver is installed. */
  const disagree = async (): Promise<void> => {
    const [ours, theirs] = ['A', 'B'].map((title, index) =>
      formatDocument(
        applyChange(BASE, { type: 'set', id: FIRST, path: 'title', value: title }, sideStamper(20 + index, 'aaaa')),
      ),
    );
    await repository.remove();
    repository = await divergedRepository({ ...SIDES, ours, theirs });
    await installDriver(repository.path);
  };
  /** PATH with git and what sh needs, but no Node. */
  const withoutNode = async (): Promise<NodeJS.ProcessEnv> => {
    const bin = path.join(outside.path, 'bin');
    await mkdir(bin);
    for (const program of ['git', 'sh']) await symlink(findProgram(program) ?? '', path.join(bin, program));
    return { PATH: bin };
  };

  beforeEach(async () => {
    repository = await divergedRepository();
    outside = await temporaryFolder('out side\'s $(x) "q"');
  });
  afterEach(async () => {
    await repository.remove();
    await outside.remove();
  });

  it('conflicts without it, so that the tests below prove something', async () => {
    assert.equal((await merge()).code, 1);
    assert.match(await repository.text(), /^<<<<<<< /m);
  });

  it('merges both sides, byte by byte what a person would have written', async () => {
    await installDriver(repository.path);
    const { code, stderr } = await merge();
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(await repository.text(), formatDocument(MERGED));
    assert.deepEqual(await readDisagreements(ourFolder()), []);
  });

  it('stays within 60 KB and needs nothing beside it', async () => {
    const bundle = projectFolder('dist/merge-driver.js');
    assert.ok((await stat(bundle)).size <= 60 * 1024);
    const required = (await readFile(bundle, 'utf8')).match(/require\("[^"]*"\)/g) ?? [];
    assert.deepEqual(
      required.filter((call) => !call.includes('"node:')),
      [],
    );
  });

  it('notes what both changed, with both values, stamps and tips', async () => {
    await disagree();
    const tips = {
      ours: await repository.git('rev-parse', 'main'),
      theirs: await repository.git('rev-parse', 'theirs'),
    };
    assert.equal((await merge()).code, 0);
    const [entry, ...more] = await readDisagreements(ourFolder());
    assert.deepEqual(more, []);
    assert.deepEqual(entry, {
      file: SHARED_FILE,
      record: FIRST,
      path: 'title',
      ours: { value: 'A', stamp: sideStamper(20).next() },
      theirs: { value: 'B', stamp: sideStamper(21).next() },
      winner: 'theirs',
      tips,
    });
    assert.match(await repository.text(), /"title": "B"/);
    await repository.git('reset', '-q', '--hard', 'at-ours');
    assert.equal((await tryGit(repository.path, ['rebase', '-q', 'theirs'])).code, 0);
    const [, rebased] = await readDisagreements(ourFolder());
    assert.deepEqual(rebased?.tips, { ours: tips.theirs, theirs: tips.ours });
  });

  it('keeps what it does not know, of either side and at every level', async () => {
    const later = (text = '', key = ''): string =>
      text
        .replace('"version": 1', `"version": 1,\n  "x-${key}": { "deep": [1] }`)
        .replace('"title": "Write the docs"', `"title": "Write the docs",\n      "x-${key}": "of a later version"`)
        .replace('"records": {', `"records": {\n    "zz-${key}0000000000": { "of": "another kind" },`);
    await repository.remove();
    repository = await divergedRepository({
      ...SIDES,
      ours: later(SIDES.ours, 'ours'),
      theirs: later(SIDES.theirs, 'theirs'),
    });
    await installDriver(repository.path);
    assert.equal((await merge()).code, 0);
    const text = await repository.text();
    const { records, ...top } = JSON.parse(text) as { readonly records: Record<string, Record<string, unknown>> };
    for (const key of ['ours', 'theirs']) {
      assert.deepEqual((top as Record<string, unknown>)[`x-${key}`], { deep: [1] });
      assert.equal(records[SECOND]?.[`x-${key}`], 'of a later version');
      assert.deepEqual(records[`zz-${key}0000000000`], { of: 'another kind' });
    }
  });

  it('leaves markers where the edit that lost cannot be noted', async () => {
    await disagree();
    await mkdir(path.join(ourFolder(), 'disagreements.jsonl'));
    assert.equal((await merge()).code, 1);
    const text = await repository.text();
    assert.match(text, /^<<<<<<< ours\n[^]*"A"[^]*^=======\n[^]*"B"[^]*^>>>>>>> theirs\n/m);
  });

  it('notes a goal that one side deleted and the other edited', async () => {
    const ours = applyChange(BASE, { type: 'set', id: FIRST, path: 'deleted', value: true }, sideStamper(9, 'ours'));
    await repository.remove();
    repository = await divergedRepository({ ...SIDES, ours: formatDocument(ours) });
    await installDriver(repository.path);
    assert.equal((await merge()).code, 0);
    const found = (await readDisagreements(ourFolder())).map((each) => [each.record, each.path, each.winner]);
    assert.deepEqual(found, [[FIRST, 'deleted', 'ours']]);
    assert.match(await repository.text(), /"due": "2026-12-04"/);
  });

  it('works in linked worktrees, from subfolders, and beside the goals of a subproject', async () => {
    await repository.git('switch', '-q', 'theirs');
    await repository.git('mv', '.microgoals', 'sub');
    await repository.git('switch', '-q', 'main', '-f');
    await repository.git('clean', '-qfd');
    await installDriver(repository.path);
    const tree = path.join(outside.path, 'linked tree');
    await repository.git('worktree', 'add', '-q', tree, '-b', 'other');
    await mkdir(path.join(tree, 'deep/er'), { recursive: true });
    assert.equal((await merge(path.join(tree, 'deep/er'))).code, 0);
    assert.equal(await readFile(path.join(tree, SHARED_FILE), 'utf8'), formatDocument(MERGED));
  });

  it('works in a submodule', async () => {
    const top = gitRepository(path.join(outside.path, 'top'));
    await mkdir(top.path);
    await top.git('init', '-q');
    await configureIdentity(top);
    await top.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repository.path, 'in side');
    const inner = gitRepository(path.join(top.path, 'in side'));
    await configureIdentity(inner);
    await inner.git('branch', '-q', 'theirs', 'origin/theirs');
    await installDriver(inner.path);
    assert.equal((await merge(inner.path)).code, 0);
    assert.equal(await readFile(path.join(inner.path, SHARED_FILE), 'utf8'), formatDocument(MERGED));
  });

  it('works in a clone that moved to a path with spaces and quotes', async () => {
    await installDriver(repository.path);
    const moved = path.join(outside.path, `it's a "clone" $(touch x)`);
    await rename(repository.path, moved);
    assert.equal((await merge(moved)).code, 0);
    assert.equal(await readFile(path.join(moved, SHARED_FILE), 'utf8'), formatDocument(MERGED));
    await cp(moved, repository.path, { recursive: true });
  });

  it('finds a Node of its own accord: the recorded one, the one on the PATH, that of the editor', async () => {
    await installDriver(repository.path);
    const recorded = await withoutNode();
    assert.equal((await merge(repository.path, recorded)).code, 0);
    assert.equal(await repository.text(), formatDocument(MERGED));
    await repository.git('reset', '-q', '--hard', 'at-ours');
    await writeFile(path.join(ourFolder(), 'runtime'), '/nowhere/node\n');
    assert.equal((await merge()).code, 0);
    await repository.git('reset', '-q', '--hard', 'at-ours');
    const editor = { ...recorded, VSCODE_GIT_ASKPASS_NODE: process.execPath };
    assert.equal((await merge(repository.path, editor)).code, 0);
    assert.equal(await repository.text(), formatDocument(MERGED));
  });

  it('starts no Node that lies in the work tree, whatever the PATH says', async () => {
    await installDriver(repository.path);
    await rm(path.join(ourFolder(), 'runtime'));
    const canary = path.join(outside.path, 'canary');
    for (const name of ['node', 'bin/node']) {
      await chmod(await repository.write(name, `#!/bin/sh\n: >"$CANARY"\n`), 0o755);
    }
    const { PATH = '' } = await withoutNode();
    for (const inside of ['.', '', 'bin', path.join(repository.path, 'bin')]) {
      const environment = { PATH: `${inside}:${PATH}`, CANARY: canary, VSCODE_GIT_ASKPASS_NODE: process.execPath };
      assert.equal((await merge(repository.path, environment)).code, 0, inside);
      assert.equal(await repository.text(), formatDocument(MERGED));
      await repository.git('reset', '-q', '--hard', 'at-ours');
    }
    await assert.rejects(stat(canary));
  });

  const failures: Record<string, () => Promise<NodeJS.ProcessEnv | undefined>> = {
    'the bundle is gone': () => rm(path.join(ourFolder(), 'merge-driver.js')).then(() => undefined),
    'the bundle is broken': () => writeFile(path.join(ourFolder(), 'merge-driver.js'), 'throw 1').then(() => undefined),
    'there is no Node': async () => {
      await rm(path.join(ourFolder(), 'runtime'));
      return withoutNode();
    },
    'the recorded program fails': async () => {
      const program = path.join(outside.path, 'program');
      await writeFile(program, '#!/bin/sh\nexit 134\n');
      await chmod(program, 0o755);
      await writeFile(path.join(ourFolder(), 'runtime'), `${program}\n`);
      return { ...(await withoutNode()), VSCODE_GIT_ASKPASS_NODE: '' };
    },
  };
  for (const [name, prepare] of Object.entries(failures)) {
    it(`leaves markers, as git itself would, when ${name}`, async () => {
      await installDriver(repository.path);
      const environment = await prepare();
      const { code, stderr } = await merge(repository.path, environment);
      assert.deepEqual([code, stderr], [1, '']);
      assert.match(await repository.text(), /^<<<<<<< ours\n[^]*^=======\n[^]*^>>>>>>> theirs\n/m);
      assert.match(await repository.git('status', '--porcelain'), /^UU \.microgoals\/goals\.json$/m);
    });
  }

  it('merges the text where a side is no healthy file of this version, cleanly where that can be', async () => {
    await repository.remove();
    const newer = (text = ''): string => text.replace('"version": 1', '"version": 2');
    const far = SIDES.base?.replace('"~z": 0', '"z-0000000000": {},\n    "~z": 0');
    for (const [sides, code] of [
      [{ ...SIDES, theirs: `${SIDES.theirs?.slice(0, -3) ?? ''}\n` }, 1],
      [{ ...SIDES, ours: '' }, 1],
      [{ base: newer(SIDES.base), ours: newer(SIDES.ours), theirs: newer(SIDES.theirs) }, 1],
      [{ ...SIDES, theirs: SIDES.theirs?.replace('"version": 1', '"version": 1e999') }, 1],
      [{ base: newer(SIDES.base), ours: newer(SIDES.ours), theirs: newer(far) }, 0],
    ] as const) {
      repository = await divergedRepository(sides);
      await installDriver(repository.path);
      assert.equal((await merge()).code, code);
      const text = await repository.text();
      if (code === 0) assert.equal(text, newer(SIDES.ours).replace('"~z": 0', '"z-0000000000": {},\n    "~z": 0'));
      await repository.remove();
    }
    repository = await divergedRepository();
  });

  it('is not misled by markers in the base of a criss-cross merge', async () => {
    await installDriver(repository.path);
    const base = path.join(outside.path, 'base');
    const [ours, theirs] = ['ours', 'theirs'].map((name) => path.join(outside.path, name));
    await writeFile(base, `<<<<<<< x\n${SIDES.base ?? ''}=======\n>>>>>>> y\n`);
    await writeFile(ours ?? '', formatDocument(OURS));
    await writeFile(theirs ?? '', formatDocument(THEIRS));
    const cli = commandLine(repository.path, outside.path);
    const { code } = await cli.run('merge-driver', base, ours ?? '', theirs ?? '', '9', SHARED_FILE);
    assert.equal(code, 0);
    assert.equal(await readFile(ours ?? '', 'utf8'), formatDocument(MERGED));
  });

  it('is the same as "microgoals merge-driver", which also merges as text what is unfit', async () => {
    const command = `${process.execPath} ${projectFolder('dist/cli.js')} merge-driver %O %A %B %L %P`;
    await repository.write('.git/info/attributes', '*.json merge=mine\n');
    await repository.git('config', 'merge.mine.driver', command);
    assert.equal((await merge()).code, 0);
    assert.equal(await repository.text(), formatDocument(MERGED));
    await repository.git('reset', '-q', '--hard', 'at-ours');
    await repository.write(SHARED_FILE, '{}\n');
    await repository.commit('broken');
    const { code, stderr } = await merge();
    assert.equal(code, 1);
    assert.match(stderr, /merged as text/);
    assert.match(await repository.text(), /^<<<<<<< ours$/m);
  });
});

describe('the merge driver in real histories (R3)', () => {
  it('joins 10 histories by merge', () => proveMergeHistories('merge', 10, 1));
  it('joins 10 histories by rebase', () => proveMergeHistories('rebase', 10, 101));
});
