import assert from 'node:assert/strict';
import { chmod, mkdir, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { openGoalFiles } from '../../../src/store/openGoalFiles';
import { replaceFile } from '../../../src/store/replaceFile';
import { systemClock, systemRandom } from '../../../src/store/nodePorts';
import { inventory } from '../../support/inventory';
import { inject, startChild } from '../../support/store/childProcess';
import { addGoal, goalFileAt } from '../../support/store/goalFileAt';
import { quietLog } from '../../support/store/quietLog';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

/** Of an entry of an inventory. */
const permissions = (entry: string): string => (entry.split(' ')[0] ?? '').slice(-3);

const ROOT_COMMIT = '0123456789abcdef0123456789abcdef01234567';

describe('personal goals are read by their owner alone', function () {
  this.timeout(60_000);
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  let folder: TemporaryFolder;
  let data: string;
  let umask: number;
  beforeEach(async () => {
    umask = process.umask(0o022);
    folder = await temporaryFolder('owner');
    data = path.join(folder.path, 'data');
  });
  afterEach(() => {
    process.umask(umask);
    return folder.remove();
  });

  const modeOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o7777).toString(8);
  const goals = (): string => path.join(data, 'repos', `${ROOT_COMMIT}.json`);

  /** Adds a goal to the file that new personal goals go to. */
  async function addPersonal(environment: NodeJS.ProcessEnv, personalFile = ''): Promise<void> {
    const [root, gitDir] = ['work', 'work/.git'].map((name) => path.join(folder.path, name)) as [string, string];
    await mkdir(gitDir, { recursive: true });
    const { files } = await openGoalFiles({
      folder: root,
      repository: { root, gitDir, commonDir: gitDir, rootCommit: ROOT_COMMIT },
      personalFile,
      cleanTree: undefined,
      trackedFile: () => Promise.reject(new Error('nobody asks git for a personal file')),
      environment,
      clock: systemClock,
      random: systemRandom,
      log: quietLog,
    });
    await files.find(({ scope }) => scope === 'personal')?.file.save([addGoal('Mine')]);
  }

  for (const mask of [0o000, 0o022, 0o002]) {
    const name = mask.toString(8).padStart(3, '0');

    it(`new ones with umask ${name}`, async () => {
      process.umask(mask);
      await addPersonal({ MICROGOALS_DATA_DIR: data });
      assert.deepEqual(await Promise.all([data, path.dirname(goals()), goals()].map(modeOf)), ['700', '700', '600']);
    });

    it(`those of an earlier version, from the next write, with umask ${name}`, async () => {
      process.umask(mask);
      await addPersonal({ MICROGOALS_DATA_DIR: data });
      await chmod(path.dirname(goals()), 0o755);
      await chmod(goals(), 0o644);
      await addPersonal({ MICROGOALS_DATA_DIR: data });
      assert.deepEqual(await Promise.all([path.dirname(goals()), goals()].map(modeOf)), ['700', '600']);
    });

    it(`and the lock while it is held, with umask ${name}`, async () => {
      process.umask(mask);
      const file = goalFileAt(folder.path, 'test', []);
      await file.rewrite(async (document) => {
        const modes = Object.values(await inventory(path.join(folder.path, 'locks'))).map(permissions);
        assert.deepEqual(modes, ['600']);
        return { document };
      });
    });
  }

  it('in a dev container, whose git directory stays as open as it was', async () => {
    await addPersonal({ REMOTE_CONTAINERS: 'true' });
    const common = path.join(folder.path, 'work', '.git', 'microgoals');
    const personal = path.join(common, 'personal');
    assert.deepEqual(await Promise.all([common, personal, path.join(personal, 'repos')].map(modeOf)), [
      '755',
      '700',
      '700',
    ]);
    await chmod(personal, 0o777);
    await addPersonal({ REMOTE_CONTAINERS: 'true' });
    assert.equal(await modeOf(personal), '700');
  });

  it('in a folder of others, which stays as it was', async () => {
    await mkdir(data);
    await chmod(data, 0o1777);
    await addPersonal({ MICROGOALS_DATA_DIR: data });
    assert.deepEqual(await Promise.all([data, path.dirname(goals()), goals()].map(modeOf)), ['1777', '700', '600']);
  });

  it('where the person linked the folder to another, which stays as it was', async () => {
    const shared = path.join(folder.path, 'shared');
    await mkdir(data);
    await mkdir(shared);
    await chmod(shared, 0o755);
    await symlink(shared, path.join(data, 'repos'));
    await addPersonal({ MICROGOALS_DATA_DIR: data });
    assert.deepEqual(await Promise.all([shared, goals()].map(modeOf)), ['755', '600']);
  });

  it('in a file of their own choice, whose folder stays as it was', async () => {
    const chosen = path.join(folder.path, 'dotfiles', 'goals.json');
    await mkdir(path.dirname(chosen));
    await chmod(path.dirname(chosen), 0o755);
    await addPersonal({ MICROGOALS_DATA_DIR: data }, chosen);
    assert.deepEqual(await Promise.all([path.dirname(chosen), chosen].map(modeOf)), ['755', '600']);
  });

  it('from the first instant: a file system that changes no permissions still gets them so', async () => {
    process.umask(0);
    const child = startChild('writer', [folder.path, '2', 'personal'], inject('fchmod:error=EPERM'));
    await child.ended;
    assert.equal(child.lines.filter((line) => !line.startsWith('!')).length, 2, child.lines.join('\n'));
    assert.equal(await modeOf(path.join(folder.path, '.microgoals', 'goals.json')), '600');
  });

  it('and no temporary file says more', async () => {
    process.umask(0);
    const target = path.join(folder.path, 'goals.json');
    const seen: string[] = [];
    const mayReplace = async (): Promise<boolean> => {
      seen.push(...Object.values(await inventory(folder.path)).map(permissions));
      return true;
    };
    await replaceFile({ target, bytes: Buffer.from('old'), mode: 0o600, mayReplace });
    await replaceFile({ target, bytes: Buffer.from('new'), mode: 0o600, mayReplace });
    assert.deepEqual(seen, ['600', '600', '600']);
  });

  it('the shared file keeps its mode, and a new one is as open as any file', async () => {
    process.umask(0o002);
    const file = goalFileAt(folder.path);
    await file.save([addGoal('A')]);
    assert.equal(await modeOf(file.path), '664');
    await chmod(file.path, 0o604);
    await file.save([addGoal('B')]);
    assert.equal(await modeOf(file.path), '604');
  });
});
