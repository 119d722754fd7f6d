import assert from 'node:assert/strict';
import { chmod, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Change } from '../../../src/core/document/change';
import { applyChanges } from '../../../src/core/document/change';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import type { JsonObject } from '../../../src/core/document/json';
import { commandLine } from '../../support/commandLine';
import { documentWith, stampAt, stamperAt } from '../../support/documents';
import { installDriver } from '../../support/driver';
import { findProgram } from '../../support/run/findProgram';
import type { GitUser, TemporaryRepository } from '../../support/gitRepository';
import { gitRepository, temporaryRepository } from '../../support/gitRepository';
import { SHARED_FILE } from '../../support/team';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

const BO = { name: 'Bo', email: 'bo@example.com' };
const CY = { name: 'Cy', email: 'cy@example.com' };
const MAL = { name: 'Mal', email: 'mal@example.com' };
const idOf = (index: number): string => `g-${String(index).padStart(10, '0')}`;

function goals(count: number): GoalDocument {
  const records = Array.from({ length: count }, (_, index): [string, JsonObject] => {
    return [idOf(index), { title: `Goal ${index}`, kind: 'micro', status: 'open', created: stampAt(1) }];
  });
  return documentWith(Object.fromEntries(records));
}

function retitled(document: GoalDocument, title: string, minute: number): GoalDocument {
  const changes = [...document.records.keys()].map((id): Change => ({ type: 'set', id, path: 'title', value: title }));
  return applyChanges(document, changes, stamperAt(minute));
}

describe('who brought the values that differ', () => {
  let repository: TemporaryRepository;
  let data: TemporaryFolder;
  const write = (document: GoalDocument | string): Promise<string> =>
    repository.write(SHARED_FILE, typeof document === 'string' ? document : formatDocument(document));
  const commit = async (document: GoalDocument | string, author?: GitUser): Promise<string> => {
    await write(document);
    return repository.commit('Goals', author);
  };
  /** Ours by Ana on main, theirs by Bo on a branch that is gone once it is merged. */
  const diverge = async (
    base: GoalDocument,
    beforeMerge: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> => {
    await commit(base, CY);
    await repository.git('switch', '-q', '-c', 'side');
    await commit(retitled(base, 'Theirs', 20), BO);
    await beforeMerge();
    await repository.git('switch', '-q', 'main');
    await commit(retitled(base, 'Ours', 21));
    await repository.git('merge', '-q', 'side');
    await repository.git('branch', '-q', '-D', 'side');
  };
  const people = async (environment: NodeJS.ProcessEnv = {}): Promise<[string, string][]> => {
    const { disagreements } = await commandLine(repository.path, data.path, environment).json<{
      disagreements: { stands: { by: string }; lost: { by: string } }[];
    }>('resolve');
    return disagreements.map(({ stands, lost }) => [stands.by, lost.by]);
  };

  beforeEach(async () => {
    data = await temporaryFolder('data');
    repository = await temporaryRepository();
    await installDriver(repository.path);
  });
  afterEach(async () => {
    await repository.remove();
    await data.remove();
  });

  it('asks git as often for many as for few', async function () {
    // The stand-in for git is a shell script.
    if (process.platform === 'win32') this.skip();
    const log = path.join(data.path, 'calls');
    const git = findProgram('git');
    assert.ok(git);
    const standIn = await repository.write(
      '../' + path.basename(data.path) + '/bin/git',
      `#!/bin/sh\necho "$*" >>'${log}'\nexec '${git}' "$@"\n`,
    );
    await chmod(standIn, 0o755);
    const calls = async (): Promise<number> => {
      const before = (await readFile(log, 'utf8').catch(() => '')).length;
      const found = await people({ PATH: `${path.dirname(standIn)}${path.delimiter}${process.env['PATH'] ?? ''}` });
      assert.deepEqual([...new Set(found.map(String))], ['Ana,Bo']);
      return (await readFile(log, 'utf8')).slice(before).split('\n').length - 1;
    };
    await diverge(goals(10));
    // What is asked once in a clone is asked by then.
    assert.equal((await people()).length, 10);
    const few = await calls();
    await diverge(goals(400));
    assert.equal((await people()).length, 400);
    assert.equal(await calls(), few);
  });

  it('is not misled by a stamp that stands elsewhere, earlier', async () => {
    const [stamp] = [...retitled(goals(1), 'Theirs', 20).records.values()].flatMap(
      (record) =>
        JSON.stringify(record)
          .match(/\d{8}T\d{9}Z-\d{4}-\w{4}/g)
          ?.slice(-1) ?? [],
    );
    const bait = { title: stamp ?? '', kind: 'micro', status: 'open', created: stampAt(1), notes: stamp ?? '' };
    const base = documentWith({ [idOf(0)]: goals(1).records.get(idOf(0)) ?? null });
    await commit(documentWith({ ...Object.fromEntries(base.records), 'g-zzzzzzzzzz': bait }), MAL);
    await diverge(base);
    assert.deepEqual(await people(), [['Ana', 'Bo']]);
  });

  it('names who wrote it, not who came last on the branch, also where the merge left our file as it was', async () => {
    await diverge(goals(1), async () => {
      await repository.write('other', 'text');
      await repository.commit('Something else', MAL);
    });
    assert.deepEqual(await people(), [['Ana', 'Bo']]);
  });

  it('does not take whoever mended a broken file for the author of all that is in it', async () => {
    await diverge(goals(1));
    const mended = await readFile(path.join(repository.path, SHARED_FILE), 'utf8');
    await commit(mended.slice(0, 100), MAL);
    await commit(mended, MAL);
    assert.deepEqual(await people(), [['Ana', 'Bo']]);
  });

  it('says nothing of what a shallow clone begins with, and of what stands behind a version that cannot be read', async () => {
    await diverge(goals(1));
    const whole = await readFile(path.join(repository.path, SHARED_FILE), 'utf8');
    await commit(whole.slice(0, 100), MAL);
    await commit(whole, MAL);
    const notes = await readFile(path.join(repository.path, '.git', 'microgoals', 'disagreements.jsonl'), 'utf8');
    for (const depth of [1, 2]) {
      const clone = gitRepository(path.join(data.path, `clone${depth}`));
      await repository.git('clone', '-q', `--depth=${depth}`, `file://${repository.path}`, clone.path);
      await clone.write('.git/microgoals/disagreements.jsonl', notes);
      const { stdout } = await commandLine(clone.path, data.path).run('resolve');
      assert.match(stdout, /title is "Ours" \(somebody\), not "Theirs" \(somebody\)/);
    }
  });
});
