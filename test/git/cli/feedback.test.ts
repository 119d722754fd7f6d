import assert from 'node:assert/strict';
import path from 'node:path';
import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import { installDriver } from '../../support/driver';
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
    // Both write into the same file: merged as text, records whose random ids are neighbours would conflict.
    await Promise.all([ana.repository.path, clone.path].map((each) => installDriver(each)));
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

  it('kudos name a person, a commit or a check-in; a reward is granted once, for a pact that was kept (rows 3 and 21)', async () => {
    const pact = await ana.id('pact', 'add', 'Nobody deploys on Fridays', '--reward', 'Cake', '--why', 'Rest');
    for (const act of ['propose', 'sign']) await ana.run('pact', act, pact);
    await exchange();
    const early = await bo.run('kudos', 'add', pact, 'We did it', '--grants');
    assert.match(early.stderr, /granted when it is kept/);
    await ana.run('pact', 'close', pact, '--kept');
    await ana.run('done', goal);
    const commit = await ana.repository.commit(`Start faster\n\nGoal: ${goal}`);
    await exchange();

    await bo.id('kudos', 'add', goal, 'For the cold start', '--to', 'ana@example.com', '--commit', commit.slice(0, 10));
    assert.match((await bo.run('kudos', 'add', goal, 'Me', '--to', 'bo@example.com')).stderr, /Kudos are for others/);
    await bo.id('kudos', 'add', pact, 'We did it', '--grants');
    assert.match((await bo.run('kudos', 'add', pact, 'Again', '--grants')).stderr, /granted already/);
    await exchange();

    const [thanks] = await ana.json<{ commit: string; to: object }[]>('kudos', 'list', '--of', goal);
    assert.deepEqual([thanks?.commit, thanks?.to], [commit, { 'ana@example.com': true }]);
    const wins = await ana.json<{ what: string; text: string }[]>('wins');
    assert.deepEqual(wins.map(({ what, text }) => `${what}: ${text}`).sort(), [
      'goal: Start below 300 ms',
      'kudos: For the cold start',
      'pact: Nobody deploys on Fridays',
      'reward: We did it',
    ]);
    assert.match((await ana.run('wins')).stdout, /kudos: For the cold start · to ana · from bo/i);
    assert.equal((await ana.run('wins', '--last')).stdout, 'Nothing in the last week.\n');
  });
});
