import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { readEffectiveGoal, writeActiveGoal, type ActiveGoal } from '../../../src/git/log/activeGoal';
import { activeFile } from '../../../src/git/run/gitFolder';
import type { Repository } from '../../../src/git/run/repository';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import { A, B, C, installHook, lastMessage, SHELLS, tryGit } from '../hooks/hookFixture';

for (const shell of SHELLS) {
  describe(`the active goal follows the branch (${shell})`, () => {
    let repository: TemporaryRepository;
    let here: Repository;

    beforeEach(async () => {
      repository = await temporaryRepository();
      await repository.commit('First');
      here = await installHook(repository.path, shell);
    });
    afterEach(() => repository.remove());

    const choose = (goal: ActiveGoal): Promise<void> => writeActiveGoal(here, goal);
    const active = (id: string, personal = false): ActiveGoal => ({ state: 'active', id, personal });
    const checkout = (...args: string[]): Promise<string> => repository.git('checkout', '-q', ...args);

    /** What the editor shows and what a commit says have to be one. */
    async function assertGoal(id: string | undefined): Promise<void> {
      const goal = await readEffectiveGoal(here);
      assert.equal(goal.state === 'active' && !goal.personal ? goal.id : undefined, id);
      const { code, stderr } = await tryGit(repository.path, ['commit', '--allow-empty', '-q', '-m', 'S']);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assert.equal(await lastMessage(repository.path), id === undefined ? 'S' : `S\n\nGoal: ${id}`);
    }

    it('the checkout of a goal branch activates its goal; back on the branch of the choice that one holds', async () => {
      await choose(active(A));
      await assertGoal(A);
      await checkout('-b', `ana/${B}-login`);
      await assertGoal(B);
      await checkout('-b', 'no-goal');
      await assertGoal(A);
      await checkout('main');
      await assertGoal(A);
    });

    it('a choice made on a goal branch holds there and on branches without a goal', async () => {
      await checkout('-b', `${B}-login`);
      await choose(active(A));
      await assertGoal(A);
      await checkout('-b', `${C}-logout`);
      await assertGoal(C);
      await checkout('main');
      await assertGoal(A);
      await checkout(`${B}-login`);
      await assertGoal(A);
    });

    it('stopped and personal hold where they were said; a goal branch is a later wish', async () => {
      for (const goal of [{ state: 'stopped' } as const, active(A, true)]) {
        await choose(goal);
        await assertGoal(undefined);
        await checkout('-B', `${B}-login`);
        await assertGoal(B);
        await choose(goal);
        await assertGoal(undefined);
        await checkout('main');
        await assertGoal(undefined);
      }
    });

    it('a choice on a detached HEAD gives way to a goal branch, one without a branch holds everywhere', async () => {
      await checkout('--detach');
      await choose(active(A));
      await assertGoal(A);
      await checkout('-b', `${B}-login`);
      await assertGoal(B);
      for (const text of [`${A}\n`, A]) {
        await writeFile(activeFile(here), text);
        await assertGoal(A);
      }
    });
  });
}
