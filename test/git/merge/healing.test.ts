import assert from 'node:assert/strict';
import { readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Change } from '../../../src/core/document/change';
import { applyChange } from '../../../src/core/document/change';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { CommandLine } from '../../support/commandLine';
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
import { documentOf } from '../../support/documents';
import { installDriver } from '../../support/driver';
import { SHARED_FILE } from '../../support/team';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import { tryGit } from '../hooks/hookFixture';

interface Answer {
  readonly state: string;
  readonly text: string;
  readonly copies: readonly string[];
  readonly disagreements: readonly { goal: string; path: string; stands: unknown; lost: unknown }[];
}

describe('healing with "microgoals resolve" (R5)', () => {
  let repository: DivergedRepository;
  let data: TemporaryFolder;
  let cli: CommandLine;
  const git = async (...args: string[]): Promise<number> => (await tryGit(repository.path, args)).code;
  const use = async (made: DivergedRepository): Promise<void> => {
    await repository.remove();
    repository = made;
    cli = commandLine(repository.path, data.path);
  };
  const resolve = async (...args: string[]): Promise<Answer> => {
    const { stdout, stderr } = await cli.run('resolve', '--json', ...args);
    assert.equal(stderr, '');
    return JSON.parse(stdout) as Answer;
  };
  const heals = async (...args: string[]): Promise<void> => {
    const index = await repository.git('ls-files', '--stage');
    assert.equal((await resolve(...args)).state, 'healed');
    assert.equal(await repository.text(), formatDocument(MERGED));
    assert.equal(await repository.git('ls-files', '--stage'), index, 'nothing is staged unasked');
  };

  beforeEach(async () => {
    data = await temporaryFolder('data');
    repository = await divergedRepository();
    cli = commandLine(repository.path, data.path);
  });
  afterEach(async () => {
    await repository.remove();
    await data.remove();
  });

  it('1. UU: both sides changed the file; committed after one click', async () => {
    assert.equal(await git('merge', 'theirs'), 1);
    await heals();
    assert.equal((await resolve()).state, 'unstaged');
    assert.equal((await resolve('--stage')).state, 'unstaged');
    assert.equal(await git('commit', '--no-edit', '-q'), 0);
    assert.equal(await git('merge', '-q', 'theirs'), 0);
    assert.equal((await resolve()).state, 'healthy');
  });

  it('2. AA: both sides made the file', async () => {
    await use(await divergedRepository({ ...SIDES, base: undefined }));
    assert.equal(await git('merge', 'theirs'), 1);
    await heals();
  });

  it('3. UD: the other side deleted the file', async () => {
    await use(await divergedRepository({ ...SIDES, theirs: undefined }));
    assert.equal(await git('merge', 'theirs'), 1);
    const { state, text } = await resolve();
    assert.deepEqual([state, /the other side deleted/.test(text)], ['unstaged', true]);
    assert.equal(await repository.text(), formatDocument(OURS));
    await rm(path.join(repository.path, SHARED_FILE));
    assert.equal((await resolve('--stage')).state, 'healed');
    assert.equal(await repository.text(), formatDocument(OURS));
    assert.doesNotMatch(await repository.git('status', '--porcelain'), /^(U.|.U)/m);
  });

  it('4. DU: our side deleted the file', async () => {
    await use(await divergedRepository({ ...SIDES, ours: undefined }));
    assert.equal(await git('merge', 'theirs'), 1);
    assert.match((await resolve()).text, /our side deleted/);
    assert.equal(await repository.text(), formatDocument(THEIRS));
  });

  it('5. markers that were staged by mistake', async () => {
    assert.equal(await git('merge', 'theirs'), 1);
    await repository.git('add', '.');
    await heals();
  });

  for (const style of ['merge', 'diff3']) {
    it(`6. markers that were committed, in the style ${style}, also in a fresh clone of them`, async () => {
      await repository.git('config', 'merge.conflictStyle', style);
      assert.equal(await git('merge', 'theirs'), 1);
      await repository.commit('markers');
      await heals();
      await repository.git('reset', '-q', '--hard');
      await rm(path.join(repository.path, '.git/index'));
      await repository.git('reset', '-q', '--hard');
      await heals();
    });
  }

  it('7. stash pop', async () => {
    await repository.git('reset', '-q', '--hard', 'at-base');
    await repository.write(SHARED_FILE, SIDES.theirs ?? '');
    await repository.git('stash', '-q');
    await repository.git('reset', '-q', '--hard', 'at-ours');
    assert.equal(await git('stash', 'pop', '-q'), 1);
    await heals();
  });

  it('8. rebase, which then goes on to its end', async () => {
    assert.equal(await git('rebase', '-q', 'theirs'), 1);
    await heals();
    await resolve('--stage');
    assert.equal(await git('-c', 'core.editor=true', 'rebase', '--continue'), 0);
    assert.equal(await repository.text(), formatDocument(MERGED));
  });

  it('9. cherry-pick', async () => {
    assert.equal(await git('cherry-pick', 'theirs'), 1);
    await heals();
  });

  it('10. revert of an older commit', async () => {
    const edit = (document: typeof BASE, change: Change, minute: number): typeof BASE =>
      applyChange(document, change, sideStamper(minute));
    const later = edit(OURS, { type: 'set', id: FIRST, path: 'due', value: '2026-12-04' }, 30);
    await repository.write(SHARED_FILE, formatDocument(later));
    await repository.commit('later');
    assert.equal(await git('revert', '--no-edit', 'at-ours'), 1);
    assert.equal((await resolve()).state, 'healed');
    const record = documentOf(await repository.text()).records.get(FIRST);
    assert.deepEqual(record, {
      ...(documentOf(SIDES.base ?? '').records.get(FIRST) as object),
      due: '2026-12-04',
      edits: { due: sideStamper(30).next() },
    });
  });

  it('11. criss-cross, whose inner merge leaves markers in the base', async () => {
    const merged = formatDocument(MERGED);
    for (const [branch, other] of [
      ['main', 'theirs'],
      ['theirs', 'at-ours'],
    ] as const) {
      await repository.git('switch', '-q', branch);
      assert.equal(await git('merge', other), 1);
      await repository.write(SHARED_FILE, merged);
      await repository.commit('crossed');
    }
    const change = (path_: string, value: string, minute: number): string =>
      formatDocument(applyChange(MERGED, { type: 'set', id: SECOND, path: path_, value }, sideStamper(minute)));
    await repository.write(SHARED_FILE, change('due', '2026-12-05', 40));
    await repository.commit('t');
    await repository.git('switch', '-q', 'main');
    await repository.write(SHARED_FILE, change('status', 'done', 41));
    await repository.commit('m');
    assert.equal(await git('merge', 'theirs'), 1);
    assert.equal((await resolve()).state, 'healed');
    const { records } = documentOf(await repository.text());
    assert.deepEqual([...records.keys()].sort(), [...MERGED.records.keys()].sort());
    assert.match(JSON.stringify(records.get(SECOND)), /"done".*"2026-12-05"/);
    assert.deepEqual(records.get(FIRST), MERGED.records.get(FIRST));
  });

  it('12. a driver that is set up by half, which makes git keep our side without a word', async () => {
    await installDriver(repository.path);
    await rm(path.join(repository.path, '.git/microgoals/driver.sh'));
    assert.equal(await git('merge', 'theirs'), 1);
    assert.equal(await repository.text(), formatDocument(OURS));
    await heals();
    await repository.git('merge', '--abort');
    assert.equal(await git('merge', 'theirs'), 1);
    await repository.commit('their work is lost');
    await heals();
  });

  it('heals the archive, too: both files in one go, or it alone, and lists what both changed in it', async () => {
    const archive = '.microgoals/archive.json';
    const inArchive = (title: string, minute: number): string =>
      formatDocument(applyChange(BASE, { type: 'set', id: SECOND, path: 'title', value: title }, sideStamper(minute)));
    const put = async (text: string, name: string): Promise<void> => {
      await repository.write(archive, text);
      await repository.commit(name);
    };
    const archived = (): Promise<string> => readFile(path.join(repository.path, archive), 'utf8');
    await repository.git('switch', '-q', 'theirs');
    await put(inArchive('Hers', 21), 'archive of theirs');
    await repository.git('switch', '-q', 'main');
    await put(inArchive('Mine', 20), 'archive of ours');
    await repository.git('tag', 'before');

    assert.equal(await git('merge', 'theirs'), 1);
    const { state, disagreements } = await resolve('--stage');
    assert.equal(state, 'healed');
    assert.deepEqual([await repository.text(), await archived()], [formatDocument(MERGED), inArchive('Hers', 21)]);
    assert.deepEqual(
      disagreements.map(({ goal, path: register, stands, lost }) => [goal, register, stands, lost]),
      [[SECOND, 'title', { value: 'Hers', by: 'Ana' }, { value: 'Mine', by: 'Ana' }]],
    );
    assert.equal(await git('commit', '--no-edit', '-q'), 0);

    await repository.git('reset', '-q', '--hard', 'before');
    await repository.git('checkout', '-q', 'theirs', '--', SHARED_FILE);
    await repository.commit('only the archives differ');
    assert.equal(await git('merge', 'theirs'), 1);
    await repository.write(archive, '<<<<<<< broken by hand\n');
    assert.equal((await resolve()).state, 'healed');
    assert.equal(await archived(), inArchive('Hers', 21));
  });

  it('asks before it writes over what somebody did since, and joins it', async () => {
    assert.equal(await git('merge', 'theirs'), 1);
    const tick: Change = { type: 'set', id: SECOND, path: 'status', value: 'done' };
    const ticked = formatDocument(applyChange(OURS, tick, sideStamper(50)));
    await repository.write(SHARED_FILE, ticked);
    assert.equal((await resolve()).state, 'offered');
    assert.equal((await cli.run('resolve')).code, 1);
    assert.equal(await repository.text(), ticked);
    assert.equal((await resolve('--yes')).state, 'healed');
    assert.equal(await repository.text(), formatDocument(applyChange(MERGED, tick, sideStamper(50))));
    assert.match(await repository.git('status', '--porcelain'), /^UU /m);
  });

  it('leaves alone what it cannot read, and names the last good version', async () => {
    await use(await divergedRepository({ ...SIDES, theirs: '{ "version": 1, "records": [\n' }));
    assert.equal(await git('merge', 'theirs'), 1);
    const before = await repository.text();
    const { state, text } = await resolve();
    assert.equal(state, 'stuck');
    assert.match(text, new RegExp((await repository.git('rev-parse', 'main')).slice(0, 12)));
    assert.equal(await repository.text(), before);
  });

  it('joins conflict copies of sync programs on request', async () => {
    const names = ["goals (Ana's conflicted copy 2026-11-21).json", 'goals.sync-conflict-20261121-183304-ABC.json'];
    for (const name of names) await repository.write(`.microgoals/${name}`, SIDES.theirs ?? '');
    await repository.write('.microgoals/goals-2027.json', 'mine');
    assert.deepEqual(
      (await resolve()).copies,
      names.map((name) => `.microgoals/${name}`),
    );
    assert.deepEqual((await resolve('--copies')).copies, []);
    assert.equal(await repository.text(), formatDocument(MERGED));
    assert.deepEqual(await readdir(path.join(repository.path, '.microgoals')), ['goals-2027.json', 'goals.json']);
  });

  it('writes no file that would be too large to be read, and leaves both sides where they are', async () => {
    const large = (id: string): string =>
      formatDocument({ ...BASE, records: new Map([...BASE.records, [id, { note: id.repeat(400_000) }]]) });
    const [ours, theirs] = [large('g-4kq7w2m9xf'), large('g-4kq7w2m9xg')];
    const copy = '.microgoals/goals.sync-conflict-20261121-183304-ABC.json';
    await use(await divergedRepository({ ...SIDES, ours, theirs }));
    await repository.write(copy, theirs);
    const refused = await cli.run('resolve', '--copies');
    assert.deepEqual([refused.code, refused.stdout], [1, '']);
    assert.match(refused.stderr, /goals\.json was not written: .* 96\d{5} bytes; at most 8388608 are read/);
    assert.equal(await repository.text(), ours);
    assert.equal(await readFile(path.join(repository.path, copy), 'utf8'), theirs);
    await rm(path.join(repository.path, copy));
    assert.equal(await git('merge', 'theirs'), 1);
    assert.match((await cli.run('resolve')).stderr, /at most 8388608 are read/);
  });

  it('lists what both changed with both values and authors, until somebody settles it', async () => {
    const edited = (title: string, minute: number): string =>
      formatDocument(applyChange(BASE, { type: 'set', id: FIRST, path: 'title', value: title }, sideStamper(minute)));
    await use(await divergedRepository({ ...SIDES, ours: edited('Mine', 20), theirs: SIDES.base }));
    await repository.git('switch', '-q', 'theirs');
    await repository.write(SHARED_FILE, edited('Hers', 21));
    await repository.commit('hers', { name: 'Bo', email: 'bo@example.com' });
    await repository.git('switch', '-q', 'main');
    assert.equal(await git('merge', 'theirs'), 1);
    const { disagreements } = await resolve('--stage');
    assert.deepEqual(disagreements, [
      {
        goal: FIRST,
        title: 'Hers',
        path: 'title',
        stands: { value: 'Hers', by: 'Bo' },
        lost: { value: 'Mine', by: 'Ana' },
      },
    ]);
    assert.match((await cli.run('resolve')).stdout, /title is "Hers" \(Bo\), not "Mine" \(Ana\)/);
    await cli.run('edit', FIRST, '--title', 'Ours');
    assert.deepEqual((await resolve()).disagreements, []);
  });
});
