import assert from 'node:assert/strict';
import { mkdir, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { personalFileCandidates, personalFiles, personalFolder } from '../../../src/store/personalFiles';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

const ROOT = '0123456789abcdef0123456789abcdef01234567';

describe('files of personal goals', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await temporaryFolder('personal');
  });
  afterEach(() => folder.remove());

  it('lie where the environment says, else where the system keeps data of a user', async () => {
    assert.equal(await personalFolder({ MICROGOALS_DATA_DIR: folder.path }), folder.path);
    const usual = await personalFolder({});
    assert.ok(path.isAbsolute(usual) && /micro-goals/.test(usual) && !/nodejs/.test(usual), usual);
  });

  it('lie in the git directory in a dev container, whose home is thrown away', async () => {
    const environment = { REMOTE_CONTAINERS: 'true' };
    assert.equal(await personalFolder(environment, '/w/.git'), path.join('/w/.git', 'microgoals', 'personal'));
    assert.equal(await personalFolder(environment), await personalFolder({}));
    assert.equal(await personalFolder({ ...environment, MICROGOALS_DATA_DIR: folder.path }, '/w/.git'), folder.path);
  });

  it('follow the root commit, wherever the clone lies', async () => {
    const files = await personalFiles({ folder: '/somewhere', rootCommit: ROOT }, folder.path);
    assert.deepEqual(files, {
      repository: path.join(folder.path, 'repos', `${ROOT}.json`),
      everywhere: path.join(folder.path, 'everywhere.json'),
    });
  });

  it('follow the real folder without a commit, and are still found after the first one', async () => {
    const real = path.join(folder.path, 'real');
    const link = path.join(folder.path, 'link');
    await mkdir(real);
    await symlink(real, link);
    const before = await personalFiles({ folder: real, rootCommit: undefined }, folder.path);
    assert.match(path.basename(before.repository), /^[0-9a-f]{40}\.json$/);
    assert.deepEqual(await personalFiles({ folder: link, rootCommit: undefined }, folder.path), before);
    const candidates = await personalFileCandidates({ folder: real, rootCommit: ROOT }, folder.path);
    const first = path.join(folder.path, 'repos', `${ROOT}.json`);
    assert.deepEqual(candidates, [first, before.repository, before.everywhere]);
    const early = await personalFileCandidates({ folder: real, rootCommit: undefined }, folder.path);
    assert.deepEqual(early, [before.repository, before.everywhere]);
  });

  it('never take a path from what should be a commit', async () => {
    const place = { folder: folder.path, rootCommit: '../../etc/passwd' };
    const { repository } = await personalFiles(place, folder.path);
    assert.match(path.relative(folder.path, repository), /^repos.[0-9a-f]{40}\.json$/);
  });

  it('are the one file of the setting', async () => {
    const place = { folder: folder.path, rootCommit: ROOT, personalFile: '~/dotfiles/goals.json' };
    const expected = path.join(homedir(), 'dotfiles', 'goals.json');
    assert.deepEqual(await personalFiles(place, '/data'), { repository: expected, everywhere: expected });
    assert.deepEqual(await personalFileCandidates(place, '/data'), [expected]);
  });
});
