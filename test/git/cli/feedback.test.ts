import assert from 'node:assert/strict';
import path from 'node:path';
import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import type { GitRepository } from '../../support/gitRepository';
import { configureIdentity, gitRepository } from '../../support/gitRepository';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

interface Thread {
  readonly id: string;
  readonly by: string;
  readonly type: string;
  readonly state: string;
  readonly reason: string | null;
  readonly answeredBy: string | null;
  readonly replies: readonly { readonly note: string; readonly by: string }[];
}

/** Ana owns the goal, Bo has a clone. */
describe('microgoals feedback and kudos, in two clones', () => {
  let ana: CliFixture;
  let bo: CommandLine;
  let clone: GitRepository;
  let folder: TemporaryFolder;
  let goal: string;

  before(async () => {
    ana = await cliFixture();
    folder = await temporaryFolder('bo');
    goal = await ana.id('add', '--team', 'Start below 300 ms !2026-11-30');
    await ana.repository.commit('Goals');
    clone = gitRepository(path.join(folder.path, 'clone'));
    await ana.repository.git('clone', '--quiet', ana.repository.path, clone.path);
    await configureIdentity(clone, { name: 'Bo', email: 'bo@example.com' });
    bo = commandLine(clone.path, folder.path);
  });
  after(async () => {
    await ana.remove();
    await folder.remove();
  });

  /** Both have what either has said. */
  async function exchange(): Promise<void> {
    await clone.commit('Said by Bo');
    await ana.repository.commit('Said by Ana');
    await ana.repository.git('pull', '--quiet', '--no-rebase', '--no-edit', clone.path, 'main');
    await clone.git('pull', '--quiet', '--ff-only', ana.repository.path, 'main');
  }

  it('a suggestion that is accepted makes the edit; a declined one says why; threads merge (rows 20 and 29)', async () => {
    const suggestion = await bo.id(
      'feedback',
      'add',
      goal,
      'Friday is too early',
      '--field',
      'due',
      '--value',
      '2026-12-04',
    );
    const question = await bo.id('feedback', 'add', goal, 'Which start?', '--type', 'concern');
    const wish = await bo.id('feedback', 'add', goal, 'Say why', '--field', 'why', '--value', 'People leave');
    const own = await bo.run('feedback', 'accept', suggestion);
    assert.deepEqual([own.code, own.stderr], [1, 'microgoals: Nobody answers a suggestion of their own.\n']);
    await exchange();

    assert.match((await ana.run('feedback', 'accept', suggestion)).stdout, / accepted: Friday is too early/);
    assert.equal((await ana.run('feedback', 'decline', wish)).code, 2);
    assert.equal((await ana.run('feedback', 'decline', wish, '--reason', 'Everybody knows')).code, 0);
    assert.equal((await ana.run('feedback', 'reply', question, 'The', 'cold', 'one')).code, 0);
    assert.equal((await ana.json<{ due: string }>('show', goal)).due, '2026-12-04');
    await bo.run('feedback', 'reply', question, 'On Windows too?');
    await exchange();

    const seen = await bo.json<Thread[]>('feedback', 'threads', '--of', goal);
    assert.deepEqual(
      seen.map(({ type, state, reason, answeredBy }) => [type, state, reason, answeredBy]),
      [
        ['suggestion', 'accepted', null, 'ana@example.com'],
        ['concern', 'open', null, null],
        ['suggestion', 'declined', 'Everybody knows', 'ana@example.com'],
      ],
    );
    assert.deepEqual(seen[1]?.replies.map(({ by, note }) => [by, note]).sort(), [
      ['ana@example.com', 'The cold one'],
      ['bo@example.com', 'On Windows too?'],
    ]);
    assert.deepEqual(await ana.json<Thread[]>('feedback', 'threads', '--of', goal), seen);
    assert.match((await bo.run('feedback', 'resolve', question)).stdout, / resolved/);
    assert.equal((await bo.run('feedback', 'threads', '--open')).stdout, 'No feedback.\n');
    assert.match((await bo.run('feedback', 'threads')).stdout, /concern · Start below 300 ms · resolved\n {2}/);
  });
});
