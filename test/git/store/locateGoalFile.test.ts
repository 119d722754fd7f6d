import assert from 'node:assert/strict';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { locateGoalFile } from '../../../src/store/locateGoalFile';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

describe('place of the goals file', () => {
  let folder: TemporaryFolder;
  let repository: string;
  let inner: string;
  beforeEach(async () => {
    folder = await temporaryFolder('locate');
    repository = path.join(folder.path, 'repository');
    inner = path.join(repository, 'packages', 'app');
    await mkdir(inner, { recursive: true });
  });
  afterEach(() => folder.remove());

  const placeIn = (home: string, root: string) => ({ path: path.join(home, '.microgoals', 'goals.json'), root });

  it('is the root of the repository where there is none yet', async () => {
    assert.deepEqual(await locateGoalFile(inner, repository), placeIn(repository, repository));
  });

  it('is the nearest ancestor that has the folder', async () => {
    const nearest = path.join(repository, 'packages');
    await mkdir(path.join(repository, '.microgoals'));
    await mkdir(path.join(nearest, '.microgoals'));
    assert.deepEqual(await locateGoalFile(inner, repository), placeIn(nearest, repository));
  });

  it('is never above the repository', async () => {
    await mkdir(path.join(folder.path, '.microgoals'));
    assert.deepEqual(await locateGoalFile(inner, repository), placeIn(repository, repository));
    assert.deepEqual(await locateGoalFile(inner, undefined), placeIn(inner, inner));
  });

  it('is the same by whatever link the folder was opened', async () => {
    const link = path.join(folder.path, 'link');
    await symlink(repository, link);
    await mkdir(path.join(repository, 'packages', '.microgoals'));
    const expected = placeIn(path.join(repository, 'packages'), repository);
    assert.deepEqual(await locateGoalFile(path.join(link, 'packages', 'app'), repository), expected);
    assert.deepEqual(await locateGoalFile(inner, link), expected);
  });

  it('is the root of the repository for a folder that is not there', async () => {
    assert.deepEqual(await locateGoalFile(path.join(inner, 'gone'), repository), placeIn(repository, repository));
  });
});
