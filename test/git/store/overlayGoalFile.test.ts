import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isObject, member } from '../../../src/core/document/json';
import { readDisagreements } from '../../../src/git/merge/disagreementFile';
import { createStamper } from '../../../src/core/document/stamp';
import { createGoalFile } from '../../../src/store/goalFileStore';
import { systemClock } from '../../../src/store/nodePorts';
import type { OverlayGoalFile } from '../../../src/store/overlayGoalFile';
import { createOverlayGoalFile } from '../../../src/store/overlayGoalFile';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import { overlayFileIn } from '../../support/overlayClone';
import { addGoal } from '../../support/store/goalFileAt';
import { quietLog } from '../../support/store/quietLog';

const FILE = '.microgoals/goals.json';

describe('goal changes that are set aside', function () {
  this.timeout(300_000);
  let repository: TemporaryRepository;
  let goals: OverlayGoalFile;
  let file: string;
  const first = addGoal('First');
  const tick = { type: 'set', id: first.id, path: 'status', value: 'done' } as const;

  beforeEach(async () => {
    repository = await temporaryRepository();
    file = path.join(repository.path, FILE);
    goals = await overlayFileIn(repository.path);
    await goals.save([first]);
    await repository.commit('goals');
  });
  afterEach(() => repository.remove());

  const porcelain = () => repository.git('status', '--porcelain');
  const statusOf = async (id: string): Promise<unknown> => {
    const reading = await goals.read();
    const record = reading.state === 'ok' ? reading.document.records.get(id) : undefined;
    return isObject(record) ? member(record, 'status') : undefined;
  };
  const rejects = (call: Promise<unknown>, code: string) =>
    assert.rejects(call, (error: Error & { code?: string }) => error.code === code);

  it('are shown all the same, leave the tree clean, and come back when another branch is there', async () => {
    const committed = await readFile(file, 'utf8');
    const second = addGoal('Second');
    await goals.save([tick, second]);
    assert.equal(await goals.park(), 2);
    assert.equal(await readFile(file, 'utf8'), committed);
    assert.equal(await porcelain(), '');
    assert.equal(await statusOf(first.id), 'done');
    assert.deepEqual(await goals.unshared(), { count: 2, parked: true });
    assert.equal(await goals.bringBack(), 0, 'HEAD stands where it stood');
    await repository.git('switch', '--quiet', '--create', 'other');
    assert.equal(await goals.bringBack(), 2);
    assert.equal(await porcelain(), `M ${FILE}`.padStart(FILE.length + 3));
    assert.equal(await statusOf(second.id), 'open');
    assert.equal(existsSync(goals.overlayPath), false);
  });

  it('wait while git is in the middle of a rebase', async () => {
    await goals.save([tick]);
    await goals.park();
    await repository.commit('more');
    await repository.git('rebase', '--quiet', '--exec', 'false', 'HEAD~1').catch(() => undefined);
    assert.equal(await goals.bringBack(), 0);
    await repository.git('rebase', '--abort');
    await goals.bringBack();
    assert.match(await readFile(file, 'utf8'), /"done"/);
  });

  it('take new edits along as long as they are aside', async () => {
    await goals.save([tick]);
    await goals.park();
    const second = addGoal('Second');
    await goals.save([second]);
    assert.equal(await porcelain(), '');
    assert.equal(await goals.share(), 2);
    assert.match(await readFile(file, 'utf8'), new RegExp(second.id));
  });

  it('may be staged as they stand; what is staged otherwise is never lost', async () => {
    await goals.save([tick]);
    await repository.git('add', FILE);
    assert.equal(await goals.park(), 1);
    assert.equal(await porcelain(), '');
    await goals.share();
    await repository.git('add', FILE);
    await goals.save([{ ...tick, value: 'dropped' }]);
    const [before, index] = [await readFile(file, 'utf8'), await repository.git('ls-files', '--stage')];
    await rejects(goals.park(), 'staged');
    assert.equal(await readFile(file, 'utf8'), before);
    assert.equal(await repository.git('ls-files', '--stage'), index);
  });

  it('are nothing where only white space differs, and not the removal of a record by hand', async () => {
    assert.equal(await goals.park(), 0);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/ {4}"g-[^]*?\n {4}},\n/, ''));
    await rejects(goals.park(), 'cannot-park');
    assert.equal(existsSync(goals.overlayPath), false);
  });

  it('are refused in the middle of a merge and before the first commit', async () => {
    await repository.git('switch', '--quiet', '--create', 'other');
    await writeFile(file, '{"version":1,"records":{"g-1":{"a":1}}}\n');
    await repository.commit('theirs');
    await repository.git('switch', '--quiet', 'main');
    await writeFile(file, '{"version":1,"records":{"g-1":{"a":2}}}\n');
    await repository.commit('ours');
    await repository.git('merge', 'other').catch(() => undefined);
    await writeFile(file, '{"version":1,"records":{}}\n');
    await rejects(goals.park(), 'unmerged');
    const fresh = await temporaryRepository();
    const unborn = await overlayFileIn(fresh.path);
    await unborn.save([first]);
    await rejects(unborn.park(), 'cannot-park');
    await fresh.remove();
  });

  it('may be a whole file that was never committed', async () => {
    await repository.git('rm', '--quiet', FILE);
    await repository.commit('none');
    await goals.save([first, tick]);
    assert.equal(await goals.park(), 1);
    assert.equal(existsSync(file), false);
    assert.equal(await statusOf(first.id), 'done');
    await goals.share();
    assert.equal(await statusOf(first.id), 'done');
  });

  it('with cleanTree never touch the file until they are shared, and the command line follows suit', async () => {
    const committed = await readFile(file, 'utf8');
    goals = await overlayFileIn(repository.path, { cleanTree: true });
    await goals.save([tick]);
    const other = await overlayFileIn(repository.path, { cleanTree: undefined });
    const second = addGoal('Second');
    await other.save([second]);
    assert.equal(await other.bringBack(), 0);
    assert.equal(await readFile(file, 'utf8'), committed);
    assert.deepEqual(await goals.unshared(), { count: 2, parked: false });
    assert.equal(await goals.share(), 2);
    await other.save([{ ...tick, value: 'open' }]);
    assert.deepEqual(await goals.unshared(), { count: 1, parked: false });
    assert.match(await readFile(file, 'utf8'), /"done"/);
  });

  it('fall out when HEAD has them, and are listed when somebody overtook them', async () => {
    await goals.save([tick]);
    await goals.park();
    await overlayFileIn(repository.path, { cleanTree: false, replica: 'else' });
    const text = await readFile(file, 'utf8');
    const later = text
      .replace('"status": "open",', '"status": "dropped",')
      .replace(
        /("created": "(\d{8}T))/,
        '"edits": {\n        "status": "21200101T000000000Z-0000-else"\n      },\n      $1',
      );
    await writeFile(file, later);
    await repository.commit('overtaken');
    await goals.bringBack();
    assert.equal(await statusOf(first.id), 'dropped');
    assert.equal(await porcelain(), '');
    const log = await readDisagreements(path.join(repository.path, '.git', 'microgoals'));
    assert.deepEqual(
      log.map(({ record, path: at, ours, theirs }) => [record, at, ours.value, theirs.value]),
      [[first.id, 'status', 'dropped', 'done']],
    );
  });

  it('survive a death between the two writes', async () => {
    await goals.save([tick]);
    const edited = await readFile(file, 'utf8');
    await goals.park();
    const overlay = await readFile(goals.overlayPath, 'utf8');
    // The overlay was written, the file not yet restored.
    await writeFile(file, edited);
    assert.equal(await statusOf(first.id), 'done');
    assert.equal(await goals.park(), 1);
    assert.equal(await porcelain(), '');
    // The file was written, the overlay not yet emptied.
    await goals.share();
    await writeFile(goals.overlayPath, overlay);
    await goals.share();
    assert.equal(await readFile(file, 'utf8'), edited);
    assert.equal(existsSync(goals.overlayPath), false);
  });

  it('cost nothing where there are none: git is not asked', async () => {
    const lockFolder = path.join(repository.path, '.git', 'microgoals');
    const place = { root: repository.path, lockFolder, stamper: createStamper(systemClock, 'test'), log: quietLog };
    const plain = createOverlayGoalFile({
      file: createGoalFile({ ...place, path: file }),
      overlay: createGoalFile({ ...place, path: path.join(lockFolder, 'overlay.json') }),
      cleanTree: false,
      tracked: () => Promise.reject(new Error('git was asked')),
      stamper: place.stamper,
    });
    await plain.save([tick]);
    assert.equal((await plain.read()).state, 'ok');
    assert.equal(await plain.bringBack(), 0);
    assert.equal(await plain.share(), 0);
    assert.deepEqual(await plain.unshared(), { count: 0, parked: false });
  });

  it('that cannot be read are left as they are, and nothing is written over them', async () => {
    await goals.save([tick]);
    await goals.park();
    await writeFile(goals.overlayPath, '{ torn');
    assert.equal((await goals.read()).state, 'readOnly');
    await rejects(goals.save([tick]), 'broken');
    await rejects(goals.share(), 'broken');
    assert.equal(await readFile(goals.overlayPath, 'utf8'), '{ torn');
    await rm(goals.overlayPath);
    assert.equal((await goals.read()).state, 'ok');
  });
});
