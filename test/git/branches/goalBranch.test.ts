import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createStamper } from '../../../src/core/document/stamp';
import type { GoalBranchPlan } from '../../../src/git/branches/goalBranch';
import { makeGoalBranch, planGoalBranch } from '../../../src/git/branches/goalBranch';
import { openRepository } from '../../../src/git/run/repository';
import { systemClock } from '../../../src/store/nodePorts';
import type { OverlayGoalFile } from '../../../src/store/overlayGoalFile';
import { documentOf } from '../../support/documents';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import { overlayFileIn } from '../../support/overlayClone';
import { addGoal } from '../../support/store/goalFileAt';

const FILE = '.microgoals/goals.json';
const NOW = Date.UTC(2026, 10, 21, 18, 33, 4);

describe('Share now', function () {
  this.timeout(300_000);
  let repository: TemporaryRepository;
  let goals: OverlayGoalFile;
  const first = addGoal('First');
  const onBranch = addGoal('Only on the branch');
  const fresh = addGoal('Fresh');

  beforeEach(async () => {
    repository = await temporaryRepository();
    goals = await overlayFileIn(repository.path, { cleanTree: true });
    await goals.save([first]);
    await goals.share();
    await repository.write('src/deep/code.txt', 'code\n');
    // A name that is no UTF-8 must survive, too; not every system has such names.
    const odd = Buffer.concat([Buffer.from(`${repository.path}/odd-`), Buffer.of(0xff)]);
    if (process.platform === 'linux') await writeFile(odd, 'odd\n');
    await repository.commit('start');
    await repository.git('switch', '--quiet', '--create', 'feature');
    await goals.save([onBranch]);
    await goals.share();
    await repository.commit('goal of the branch');
    await goals.save([fresh, { type: 'set', id: first.id, path: 'status', value: 'done' }]);
    await goals.save([{ type: 'set', id: onBranch.id, path: 'status', value: 'done' }]);
    await repository.write('staged.txt', 'staged\n');
    await repository.git('add', 'staged.txt');
    await repository.write('src/deep/code.txt', 'changed\n');
  });
  afterEach(() => repository.remove());

  async function plan(): Promise<GoalBranchPlan | undefined> {
    const opened = await openRepository(repository.path);
    const reading = await goals.read();
    assert.ok(opened.state === 'open' && reading.state === 'ok');
    const options = { file: path.join(repository.path, FILE), shown: reading.document, now: NOW };
    return planGoalBranch(opened.repository, { ...options, stamper: createStamper(systemClock, 'test') });
  }

  async function make(): Promise<GoalBranchPlan> {
    const [planned, opened] = [await plan(), await openRepository(repository.path)];
    assert.ok(planned && opened.state === 'open');
    await makeGoalBranch(opened.repository, planned);
    return planned;
  }

  it('makes a branch with exactly the goals file changed, by the person, from the integration branch', async () => {
    const { branch, base, count, left, push } = await make();
    assert.deepEqual([branch, base.short, count, left], ['microgoals/goals-20261121-183304', 'main', 2, 1]);
    assert.equal(push, `git push -u origin ${branch}`);
    assert.equal(await repository.git('diff', '--name-status', 'main', branch), `M\t${FILE}`);
    const log = await repository.git('log', '--format=%an %ae %P%n%B', '-1', branch);
    const main = await repository.git('rev-parse', 'main');
    assert.match(log, new RegExp(`^Ana ana@example.com ${main}\nShare 2 goal changes\n\n- F`));
    const { records } = documentOf(`${await repository.git('show', `${branch}:${FILE}`)}\n`);
    assert.deepEqual([...records.keys()].sort(), [first.id, fresh.id].sort());
  });

  it('leaves index, work tree and HEAD as they were to the byte, whatever hooks do', async () => {
    for (const name of ['reference-transaction', 'commit-msg', 'pre-commit', 'post-commit', 'post-index-change']) {
      const hook = path.join(repository.path, '.git', 'hooks', name);
      await writeFile(
        hook,
        '#!/bin/sh\ntouch "$(git rev-parse --show-toplevel)/../ran" || true\necho ran >> ran-hook\n',
      );
      await chmod(hook, 0o755);
    }
    const state = async () =>
      Promise.all([
        readFile(path.join(repository.path, '.git', 'index'), 'hex'),
        readFile(path.join(repository.path, '.git', 'HEAD'), 'utf8'),
        readFile(path.join(repository.path, FILE), 'utf8'),
        readFile(path.join(repository.path, '.git', 'logs', 'HEAD'), 'utf8'),
        readFile(goals.overlayPath, 'utf8'),
      ]);
    const before = await state();
    await make();
    assert.deepEqual(await state(), before);
    assert.equal(existsSync(path.join(repository.path, 'ran-hook')), false);
    assert.equal(await repository.git('status', '--porcelain'), ' M src/deep/code.txt\nA  staged.txt');
  });

  it('does not overwrite a branch, and finds nothing to share twice once it is merged', async () => {
    const { branch } = await make();
    await assert.rejects(make());
    await repository.git('commit', '--quiet', '--all', '--message', 'work');
    await repository.git('switch', '--quiet', 'main');
    await repository.git('merge', '--quiet', branch);
    assert.equal(await plan(), undefined);
    assert.deepEqual(await goals.unshared(), { count: 0, parked: false });
  });

  it('begins a file that the integration branch does not have', async () => {
    await repository.commit('work');
    await repository.git('switch', '--quiet', '--orphan', 'bare');
    await repository.git('branch', '--quiet', '--delete', '--force', 'main');
    await repository.commit('empty');
    await repository.git('branch', '--quiet', 'main');
    const { branch } = await make();
    assert.equal(await repository.git('diff', '--name-status', 'main', branch), `A\t${FILE}`);
  });
});
