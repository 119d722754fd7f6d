import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { temporaryRepository, type TemporaryRepository } from '../support/gitRepository';
import { goalRow, goalView, showGoals, startGoalHost, addByKeys, type GoalHost } from '../support/host/goalWindow';
import type { Workbench } from '../support/host/openWorkbench';
import { runCommand } from '../support/host/runCommand';
import { notification } from '../support/host/notification';
import { problemLine, showProblems } from '../support/host/problemLines';

const run = promisify(execFile);
const FILE = '.microgoals/goals.json';

interface Defect {
  readonly name: string;
  readonly text: string;
  /** What the view of the team says. */
  readonly says: string;
  /** Message, line and column in the Problems view. */
  readonly problem: readonly [string, number, number];
  /** A goal that is shown all the same. */
  readonly shows?: string;
}

const SOUND = '{\n  "version": 1,\n  "records": {\n    "g-4kq7w2m9xd": { "title": "A sound goal" }';
const KEPT_VALUES = 'Some values cannot be used; they were kept. The Problems view says where.';
const CANNOT_BE_READ =
  'The shared goals file cannot be read. It was left as it is; the Problems view says where the defect is.';

const DEFECTS: readonly Defect[] = [
  {
    name: 'broken JSON',
    text: '{\n  "version": 1,\n  "records": {,}\n}\n',
    says: CANNOT_BE_READ,
    problem: ['The file is not valid JSON', 3, 15],
  },
  {
    name: 'merge markers',
    text: '{\n  "version": 1,\n<<<<<<< HEAD\n  "records": {}\n=======\n  "records": { }\n>>>>>>> other\n}\n',
    says: 'The shared goals file holds merge markers. It was left as it is.',
    problem: ['The file holds unresolved merge markers; microgoals resolve joins both sides.', 3, 1],
  },
  {
    name: 'a list in place of the object',
    text: '[1, 2]\n',
    says: CANNOT_BE_READ,
    problem: ['The file must hold one JSON object.', 1, 1],
  },
  {
    name: 'an unknown kind of record',
    text: `${SOUND},\n    "z-4kq7w2m9xd": { "what": "ever" }\n  }\n}\n`,
    says: 'Some records are of a kind that this version does not know; they were kept.',
    problem: ['z-4kq7w2m9xd is a record of a kind this version does not know', 5, 5],
    shows: 'A sound goal',
  },
  {
    name: 'an unknown kind of goal',
    text: `${SOUND},\n    "g-4kq7w2m9xe": { "title": "A dream", "kind": "dream" }\n  }\n}\n`,
    says: KEPT_VALUES,
    problem: ['g-4kq7w2m9xe: "kind" must be one of', 5, 43],
    shows: 'A dream',
  },
  {
    name: 'wrong types',
    text: `${SOUND},\n    "g-4kq7w2m9xe": { "title": 42, "due": "soon", "tags": "x" },\n    "g-4kq7w2m9xf": []\n  }\n}\n`,
    says: KEPT_VALUES,
    problem: ['Goal g-4kq7w2m9xf must be an object.', 6, 5],
    shows: 'A sound goal',
  },
  {
    name: 'a newer version',
    text: `${SOUND.replace('1,', '2,')}\n  }\n}\n`,
    says: 'Read-only: the file was written by a newer version of Micro Goals.',
    problem: ['The file has format version 2', 2, 3],
    shows: 'A sound goal',
  },
  {
    name: 'a number that cannot be kept',
    text: `${SOUND.replace(' }', ', "extra": 12345678901234567890 }')}\n  }\n}\n`,
    says: 'Read-only: writing the file would lose something. The Problems view says what.',
    problem: ['The number 12345678901234567890 cannot be kept exactly.', 4, 57],
    shows: 'A sound goal',
  },
];

describe('a shared goals file with a defect', function () {
  this.timeout(300_000);
  let host: GoalHost;
  let repository: TemporaryRepository;
  let workbench: Workbench;
  let file: string;

  before(async () => {
    host = await startGoalHost();
    repository = await temporaryRepository();
    file = path.join(repository.path, FILE);
    await repository.commit('Begin');
    workbench = await host.open(repository.path);
    await workbench.watched(async (page) => {
      await showGoals(page);
      await showProblems(page);
    });
  });

  after(async () => {
    await workbench.close();
    await host.stop();
    await repository.remove();
  });

  afterEach(() => rm(file, { recursive: true, force: true }));

  for (const { name, text, says, problem, shows } of DEFECTS) {
    it(`${name}: says so, in the tree and in the Problems view, and keeps the bytes`, () =>
      workbench.watched(async (page) => {
        await repository.write(FILE, text);
        await goalView(page, 'Team Goals').getByText(says, { exact: true }).waitFor();
        await problemLine(page, ...problem).waitFor();
        if (shows !== undefined) await goalRow(page, 'Team Goals', shows).waitFor();
        // What does not need the file goes on working.
        await addByKeys(page, `Mine beside ${name}`, `Add: Mine beside ${name}`);
        await goalRow(page, 'My Goals', `Mine beside ${name}`).waitFor();
        assert.equal(await readFile(file, 'utf8'), text);
      }));
  }

  it('a folder in place of the file: says so and leaves it', () =>
    workbench.watched(async (page) => {
      await mkdir(file, { recursive: true });
      await goalView(page, 'Team Goals').getByText('In the place of the shared goals file stands').waitFor();
      await problemLine(page, `${FILE} is a folder, not a file.`, 1, 1).waitFor();
      assert.deepEqual(await readdir(file), []);
    }));
});

describe('a shared goals file that cannot be written', function () {
  this.timeout(300_000);
  let host: GoalHost;
  let repository: TemporaryRepository;
  let workbench: Workbench;
  let file: string;

  before(async () => {
    host = await startGoalHost();
    repository = await temporaryRepository();
    file = path.join(repository.path, FILE);
    await repository.commit('Begin');
  });

  after(async () => {
    await host.stop();
    await repository.remove();
  });

  // A window keeps what it could not save: each test has one of its own.
  beforeEach(async () => {
    workbench = await host.open(repository.path);
    await workbench.watched(async (page) => {
      await showGoals(page);
      await showProblems(page);
    });
  });

  afterEach(async () => {
    await workbench.close();
    await rm(file, { recursive: true, force: true });
  });

  it('of a newer version: cannot be ticked; a notification says why', () =>
    workbench.watched(async (page) => {
      const text = `${SOUND.replace('1,', '2,')}\n  }\n}\n`;
      await repository.write(FILE, text);
      // The message moves the rows: before it is there, a click may miss.
      await goalView(page, 'Team Goals').getByText('Read-only: the file was written by a newer version').waitFor();
      await goalRow(page, 'Team Goals', 'A sound goal').getByRole('checkbox').click();
      await notification(page, 'Not saved: the goals file can be shown, but writing it would lose something.');
      await goalRow(page, 'Team Goals', 'A sound goal').getByRole('checkbox', { checked: false }).waitFor();
      assert.equal(await readFile(file, 'utf8'), text);
    }));

  it('without write permission: is shown, says so, and a tick is refused in one sentence', () =>
    workbench.watched(async (page) => {
      const text = `${SOUND}\n  }\n}\n`;
      await repository.write(FILE, text);
      await goalRow(page, 'Team Goals', 'A sound goal').waitFor();
      const allow = await denyWriting(path.dirname(file));
      try {
        await runCommand(page, 'Micro Goals: Refresh Goals');
        await goalView(page, 'Team Goals').getByText('Read-only: the goals file may not be written here.').waitFor();
        await problemLine(page, 'The goals file may not be written here.', 1, 1).waitFor();
        await goalRow(page, 'Team Goals', 'A sound goal').getByRole('checkbox').click();
        await notification(page, 'Not saved: the goals file may not be written here.');
        await goalRow(page, 'Team Goals', 'A sound goal').getByRole('checkbox', { checked: false }).waitFor();
        assert.equal(await readFile(file, 'utf8'), text);
      } finally {
        await allow();
      }
    }));
});

/** Nobody may write in the folder until the answer is called. Root is denied nothing by modes, only by the file system. */
async function denyWriting(folder: string): Promise<() => Promise<void>> {
  if (process.getuid?.() === 0) {
    await run('chattr', ['+i', folder]);
    return async () => {
      await run('chattr', ['-i', folder]);
    };
  }
  await chmod(folder, 0o555);
  return () => chmod(folder, 0o755);
}
