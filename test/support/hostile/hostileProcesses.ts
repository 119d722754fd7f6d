import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatDocument } from '../../../src/core/document/formatDocument';
import { documentIn } from '../../../src/core/document/fileReading';
import { parseGoalFile } from '../../../src/core/document/parseGoalFile';
import { installDriver } from '../driver';
import { editedDocument } from './everyReading';
import { cleanGitEnvironment, temporaryRepository } from '../gitRepository';
import { ME } from './hostileDocuments';
import { hostileFile } from './hostileFile';
import { projectFolder } from '../run/projectFolder';
import { seededChoices } from '../merge/seededChoices';
import { SHARED_FILE } from '../team';
import { temporaryFolder } from '../temporaryFolder';

/** Seconds of CPU, after which the system ends a process. */
const LIMIT = 2;

/** The verbs that read; each file meets some of them in turn. */
const VERBS: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--json', '--mine'],
  ['check'],
  ['hints'],
  ['news', '--keep'],
  ['waiting'],
  ['wins'],
  ['status'],
  ['skills', '--all'],
  ['lessons', 'more'],
  ['relation', 'map', '--json'],
  ['cycle', 'list'],
  ['pact', 'list'],
  ['feedback', 'list', '--markdown'],
  ['blocker', 'list', '--json'],
  ['checkin'],
  ['template', 'list'],
  ['resolve'],
  ['archive'],
  ['show', 'g-0000000001'],
  ['log', 'g-0000000001'],
  ['history', 'g-0000000001'],
];
const VERBS_OF_A_FILE = 3;

/** Runs the built product on hostile files, one for each seed: some verbs, and the merge driver. @returns how many processes ran. */
export async function runOnHostileFiles(first: number, count: number): Promise<number> {
  const [repository, data] = [await temporaryRepository(), await temporaryFolder('data')];
  let processes = 0;
  const run = (what: string, args: readonly string[]): void => {
    processes += 1;
    const { status, signal, stderr } = spawnSync('sh', ['-c', `ulimit -t ${LIMIT}; exec "$@"`, 'sh', ...args], {
      cwd: repository.path,
      env: { ...cleanGitEnvironment(), MICROGOALS_DATA_DIR: data.path },
      encoding: 'utf8',
      maxBuffer: 1024 * 1024 * 1024,
    });
    assert.equal(signal, null, `${what}: more than ${LIMIT} s of CPU`);
    assert.doesNotMatch(stderr, /Unexpected|\n {4}at /, what);
    assert.ok(status !== null && status <= 127, `${what}: ${String(status)}`);
  };
  try {
    await repository.git('config', 'user.email', ME);
    await installDriver(repository.path);
    await mkdir(path.dirname(path.join(repository.path, SHARED_FILE)), { recursive: true });
    const sides = ['base', 'ours', 'theirs'].map((name) => path.join(repository.path, name));
    for (let seed = first; seed < first + count; seed += 1) {
      const file = hostileFile(seededChoices(seed));
      await writeFile(path.join(repository.path, SHARED_FILE), file);
      for (let each = 0; each < VERBS_OF_A_FILE; each += 1) {
        const verb = VERBS[(seed * VERBS_OF_A_FILE + each) % VERBS.length] ?? [];
        run(`${verb.join(' ')} on the file of seed ${seed}`, [process.execPath, projectFolder('dist/cli.js'), ...verb]);
      }
      const [base = '', ours = '', theirs = ''] = sides;
      const document = documentIn(parseGoalFile(file));
      const edited = (replica: string, every: number): Uint8Array | string =>
        document ? formatDocument(editedDocument(document, replica, every)) : file;
      await writeFile(base, file);
      await writeFile(ours, edited('aaaa', 3));
      await writeFile(theirs, edited('bbbb', 2));
      const driver = path.join(repository.path, '.git/microgoals/driver.sh');
      run(`the driver on the file of seed ${seed}`, ['sh', driver, base, ours, theirs, '7', SHARED_FILE]);
    }
    return processes;
  } finally {
    await repository.remove();
    await data.remove();
  }
}
