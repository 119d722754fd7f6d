import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { formatDocument } from '../../src/core/document/formatDocument';
import type { WindowPlace } from '../../src/editor/service/windowPlace';
import { openWindowPlace } from '../../src/editor/service/windowPlace';
import { microgoalsFolder } from '../../src/git/run/gitFolder';
import { examineFile, noteDisagreements } from '../../src/git/merge/healing';
import { applyPlan } from '../../src/git/hooks/hookPlan';
import { installationStatus, planInstallation } from '../../src/git/hooks/installation';
import { replaceGoalFile } from '../../src/store/replaceGoalFile';
import { divergedRepository, FIRST, MERGED, THEIRS, type DivergedRepository } from '../support/divergedRepository';
import { driverOptions } from '../support/driver';
import {
  configureIdentity,
  gitRepository,
  temporaryRepository,
  type GitRepository,
  type TemporaryRepository,
} from '../support/gitRepository';
import { quietLog } from '../support/store/quietLog';
import { SHARED_FILE } from '../support/team';
import type { TemporaryFolder } from '../support/temporaryFolder';
import { temporaryFolder } from '../support/temporaryFolder';
import { opened, tryGit } from './hooks/hookFixture';

/** The place that the editor opens for a folder, without a window. */
function editorPlace(folder: string): Promise<WindowPlace> {
  return openWindowPlace({
    folder,
    trusted: true,
    settings: {
      email: '',
      defaultScope: 'personal',
      personalFile: path.join(folder, 'personal.json'),
      cleanTree: false,
      integrationBranches: [],
    },
    memory: { keys: () => [], get: () => undefined, update: () => Promise.resolve() },
    log: quietLog,
    onLate: () => undefined,
  });
}

/** The branches `theirs` and the other are merged in work trees whose git directory is not below them. */
describe("the editor's services where the git directory is elsewhere", () => {
  let origin: DivergedRepository;
  let top: TemporaryRepository;
  let outside: TemporaryFolder;

  beforeEach(async () => {
    origin = await divergedRepository();
    top = await temporaryRepository();
    outside = await temporaryFolder('outside');
  });
  afterEach(async () => {
    await origin.remove();
    await top.remove();
    await outside.remove();
  });

  it('a linked worktree: files, healing, hook and driver are its own or those of the clone', async () => {
    const folder = path.join(outside.path, `a "linked" tree's`);
    await origin.git('worktree', 'add', '-q', folder, 'theirs');
    const { repository } = await prove(gitRepository(folder), 'main');
    assert.equal(repository.commonDir, path.join(origin.path, '.git'));
    assert.equal(path.dirname(repository.gitDir), path.join(origin.path, '.git', 'worktrees'));
    const main = await opened(origin.path);
    const { hook, driver } = await installationStatus(main, (await driverOptions()).bundle);
    assert.deepEqual([hook, driver], [true, true], 'one installation serves every work tree');
    assert.equal(await origin.git('status', '--porcelain'), '');
    assert.equal(
      await (await editorPlace(origin.path)).space.active(),
      undefined,
      'the active goal is of one work tree',
    );
  });

  it('a submodule: all of it lies in the git directory of the submodule', async () => {
    await top.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', origin.path, 'in side');
    const inner = gitRepository(path.join(top.path, 'in side'));
    await configureIdentity(inner);
    await inner.git('switch', '-q', 'theirs');
    const { repository } = await prove(inner, 'origin/main');
    assert.equal(repository.commonDir, path.join(top.path, '.git', 'modules', 'in side'));
    const outer = await installationStatus(await opened(top.path), (await driverOptions()).bundle);
    assert.deepEqual([outer.hook, outer.driver], [false, false], 'the repository around it is left alone');
  });

  /** @param tree work tree with `theirs` checked out; @param other the branch with our edits. */
  async function prove(
    tree: GitRepository,
    other: string,
  ): Promise<{ repository: NonNullable<WindowPlace['repository']> }> {
    const place = await editorPlace(tree.path);
    const { repository, team, aside } = place;
    assert.ok(repository && team && aside);
    const text = (): Promise<string> => readFile(team.path, 'utf8');
    assert.equal(team.path, path.join(tree.path, SHARED_FILE));
    assert.equal(await text(), formatDocument(THEIRS));
    const noted = path.join(microgoalsFolder(repository.commonDir), 'disagreements.jsonl');
    for (const watched of [team.path, aside.overlayPath, noted]) assert.ok(place.goalPaths.includes(watched), watched);
    assert.ok(place.gitPaths.includes(path.join(repository.gitDir, 'HEAD')));

    assert.equal((await tryGit(tree.path, ['merge', other])).code, 1);
    const disk = await aside.own.read();
    const plan = await examineFile(repository, team.path, disk);
    assert.ok(plan.state === 'heal' && plan.safe && plan.fromIndex);
    await noteDisagreements(repository, team.path, plan.disagreements);
    const lockFolder = microgoalsFolder(repository.gitDir);
    assert.ok(await replaceGoalFile({ path: team.path, root: repository.root, lockFolder }, disk, plan.document));
    assert.equal(await text(), formatDocument(MERGED));
    await tree.git('merge', '--abort');

    await applyPlan(await planInstallation(repository, await driverOptions()));
    const { hook, driver } = await installationStatus(repository, (await driverOptions()).bundle);
    assert.deepEqual([hook, driver], [true, true]);
    await tree.git('merge', '--quiet', other);
    assert.equal(await text(), formatDocument(MERGED));
    await place.setActive({ state: 'active', id: FIRST, personal: false });
    await tree.git('commit', '--allow-empty', '--quiet', '--message', 'Work');
    assert.match(await tree.git('log', '-1', '--format=%B'), new RegExp(`^Goal: ${FIRST}$`, 'm'));
    return { repository };
  }
});
