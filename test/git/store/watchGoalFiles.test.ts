import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { appendFile, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileWatch } from '../../../src/store/watchGoalFiles';
import { watchGoalFiles } from '../../../src/store/watchGoalFiles';
import { addGoal, goalFileAt } from '../../support/store/goalFileAt';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

describe('watching goals files', () => {
  let folder: TemporaryFolder;
  let watch: FileWatch | undefined;
  let seen: EventEmitter;
  let watched: string;
  let latest: string;
  beforeEach(async () => {
    folder = await temporaryFolder('watch');
    seen = new EventEmitter();
  });
  afterEach(async () => {
    watch?.dispose();
    await folder.remove();
  });

  const contentNow = () => {
    try {
      return readFileSync(watched, 'utf8');
    } catch {
      return 'absent';
    }
  };

  function start(file: string): void {
    watched = file;
    latest = contentNow();
    watch = watchGoalFiles([file], () => {
      latest = contentNow();
      seen.emit('seen');
    });
  }

  /** Changes what stands in the file, and waits until a call has come after that. */
  async function noticed(action: () => Promise<unknown>): Promise<void> {
    const before = contentNow();
    await action();
    const after = contentNow();
    assert.notEqual(after, before);
    while (latest !== after) await once(seen, 'seen');
  }

  it('sees each save, though it replaces the file', async () => {
    const file = goalFileAt(folder.path);
    await file.save([addGoal('A')]);
    start(file.path);
    for (let round = 0; round < 3; round++) await noticed(() => file.save([addGoal('B')]));
  });

  it('sees other programs write into the file, replace, and remove it', async () => {
    const file = path.join(folder.path, 'everywhere.json');
    await writeFile(file, '');
    start(file);
    await noticed(() => appendFile(file, 'x'));
    await writeFile(`${file}.new`, 'y');
    await noticed(() => rename(`${file}.new`, file));
    await noticed(() => rm(file));
    await noticed(() => writeFile(file, 'z'));
  });

  it('follows folders that come, go, and come again', async () => {
    const file = path.join(folder.path, 'data', 'repos', 'a.json');
    start(file);
    for (let round = 0; round < 3; round++) {
      await noticed(async () => {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, '');
      });
      await noticed(() => appendFile(file, 'x'));
      await noticed(() => rm(path.join(folder.path, 'data'), { recursive: true }));
    }
  });

  it('follows a folder that is made anew at once, which mostly gets the number of the old one', async () => {
    const file = path.join(folder.path, 'data', 'a.json');
    await mkdir(path.dirname(file));
    await writeFile(file, '');
    start(file);
    await noticed(() => {
      rmSync(path.dirname(file), { recursive: true });
      mkdirSync(path.dirname(file));
      return Promise.resolve();
    });
    await noticed(() => writeFile(file, 'x'));
  });

  it('follows a folder whose removal takes its time', async () => {
    const file = path.join(folder.path, 'data', 'repos', 'a.json');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, '');
    start(file);
    await noticed(() => rm(path.dirname(file), { recursive: true }));
    await rm(path.join(folder.path, 'data'), { recursive: true });
    await noticed(async () => {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, 'x');
    });
  });

  it('notices a folder that was moved away and replaced', async () => {
    const file = path.join(folder.path, 'data', 'a.json');
    await mkdir(path.dirname(file));
    await writeFile(file, '');
    await mkdir(path.join(folder.path, 'next'));
    start(file);
    await noticed(async () => {
      await rename(path.join(folder.path, 'data'), path.join(folder.path, 'old'));
      await rename(path.join(folder.path, 'next'), path.join(folder.path, 'data'));
    });
    await noticed(() => writeFile(file, 'x'));
  });

  it('sees the file behind a symbolic link replaced', async () => {
    const real = path.join(folder.path, 'dotfiles', 'goals.json');
    const link = path.join(folder.path, 'data', 'goals.json');
    await mkdir(path.dirname(real));
    await mkdir(path.dirname(link));
    await writeFile(real, '');
    await symlink(real, link);
    start(link);
    await writeFile(`${real}.new`, 'y');
    await noticed(() => rename(`${real}.new`, real));
  });

  it('stays silent about neighbours and after its end', async () => {
    const file = path.join(folder.path, 'a.json');
    let calls = 0;
    watch = watchGoalFiles([file], () => calls++);
    /** Another watch of the same folder, which is told later: when it calls, the first has had its chance. */
    const otherNotices = async (name: string): Promise<void> => {
      const other = path.join(folder.path, name);
      const heard = new Promise<void>((resolve) => {
        const second = watchGoalFiles([other], () => {
          second.dispose();
          resolve();
        });
      });
      await writeFile(other, 'x');
      await heard;
    };
    await otherNotices('b.json');
    assert.equal(calls, 0);
    watch.dispose();
    await otherNotices('a.json');
    assert.equal(calls, 0);
  });
});
