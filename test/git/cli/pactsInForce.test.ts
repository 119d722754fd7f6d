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

const BO = { name: 'Bo', email: 'bo@example.com' };
const CY = { name: 'Cy', email: 'cy@example.com' };

interface Person extends CommandLine {
  readonly repository: GitRepository;
  readonly who: { readonly name: string; readonly email: string };
}

interface PactStatus {
  readonly state: string;
  readonly inForce: string | null;
  readonly waitsFor: readonly string[];
  readonly parties: readonly { person: string; state: string; by: string | null }[];
}

/** Ana owns the pact, Bo and Cy have clones; each of them commits. */
describe('a pact of three people, in three clones', () => {
  let ana: CliFixture;
  let folder: TemporaryFolder;
  let bo: Person;
  let cy: Person;

  const cloneFor = async (who: Person['who']): Promise<Person> => {
    const repository = gitRepository(path.join(folder.path, who.name));
    await ana.repository.git('clone', '--quiet', '.', repository.path);
    await configureIdentity(repository, who);
    await installDriver(repository.path);
    await repository.commit(`${who.name} is here`, who);
    return { ...commandLine(repository.path, path.join(folder.path, `${who.name}-data`)), repository, who };
  };

  beforeEach(async () => {
    ana = await cliFixture();
    folder = await temporaryFolder('clones');
    await ana.repository.commit('Begin');
    await installDriver(ana.repository.path);
    [bo, cy] = [await cloneFor(BO), await cloneFor(CY)];
    await exchange();
  });
  afterEach(async () => {
    await ana.remove();
    await folder.remove();
  });

  const ok = async (line: CommandLine, ...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await line.run(...args);
    assert.equal(code, 0, `${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const refused = async (line: CommandLine, ...args: string[]): Promise<string> => {
    const { code, stderr } = await line.run(...args);
    assert.notEqual(code, 0, args.join(' '));
    return stderr;
  };
  const status = (line: CommandLine, id: string): Promise<PactStatus> => line.json('pact', 'status', id);

  /** Everybody has what each of them did. */
  async function exchange(): Promise<void> {
    const take = ['pull', '--quiet', '--no-rebase', '--no-edit'];
    await ana.repository.commit('Ana');
    for (const { repository, who } of [bo, cy]) {
      await repository.commit(who.name, who);
      await ana.repository.git(...take, repository.path, 'main');
    }
    for (const { repository } of [bo, cy]) await repository.git(...take, ana.repository.path, 'main');
  }

  /** A pact with a target of 5, owned by Ana, with a commitment of Bo. */
  async function pact(...more: string[]): Promise<{ readonly id: string; readonly promise: string }> {
    const terms = ['--why', 'Nobody waits', '--measure', 'Open reviews', '--start', '9', '--target', '5'];
    const id = await ana.id('pact', 'add', 'Answer reviews', ...terms, '--due', '2026-12-04', ...more);
    const promise = await ana.id('commitment', 'add', id, 'Look twice a day', '--owner', BO.email);
    return { id, promise };
  }

  async function signed(...more: string[]): Promise<{ readonly id: string; readonly promise: string }> {
    const made = await pact(...more);
    await ok(ana, 'pact', 'propose', made.id);
    await ok(ana, 'pact', 'sign', made.id);
    await exchange();
    await ok(bo, 'accept', made.promise);
    await ok(bo, 'pact', 'sign', made.id);
    await exchange();
    return made;
  }

  it('belongs to its author, and shows whoever declined all that changed since (5 → 4, a new day; rows 19, 46)', async () => {
    const { id } = await pact();
    assert.match(await ok(ana, 'show', id), /Owner +.*ana@example\.com/);
    await ok(ana, 'pact', 'propose', id);
    await exchange();
    await ok(bo, 'pact', 'decline', id, '--reason', 'Five is too much');
    await exchange();
    assert.match(await ok(ana, 'waiting'), /Declined: Answer reviews +by Bo · Five is too much/);
    assert.match(await ok(ana, 'pact', 'status', id), /declined by Bo/);
    await ok(ana, 'pact', 'amend', id, '--target', '4', '--due', '2026-12-18', '--note', 'Less, and later');
    await exchange();
    assert.doesNotMatch(await ok(ana, 'waiting'), /declined/);
    const difference = await ok(bo, 'pact', 'diff', id);
    assert.match(difference, /Target\n +- 5\n +\+ 4\n +Due\n +- 2026-12-04\n +\+ 2026-12-18/);
    assert.match(await ok(bo, 'waiting'), /Sign: Answer reviews/);
  });

  it('says whose signatures a suggestion needs again before it is accepted, and amends from what stands (6 → 4; rows 19, 20)', async () => {
    const { id } = await signed();
    const suggestion = await bo.id(
      'feedback',
      'add',
      id,
      'Six',
      '--type',
      'suggestion',
      '--field',
      'target',
      '--value',
      '6',
    );
    await exchange();
    const { code, stdout } = await ana.run('feedback', 'accept', suggestion);
    assert.notEqual(code, 0, 'nothing is accepted unasked');
    assert.match(stdout, /"Answer reviews"; these have to sign again: Ana, Bo/);
    assert.equal((await status(ana, id)).state, 'active');
    await ok(ana, 'feedback', 'accept', suggestion, '--yes');
    assert.match(await refused(ana, 'feedback', 'accept', suggestion, '--yes'), /accepted already/);
    assert.match(await refused(ana, 'feedback', 'decline', suggestion, '--reason', 'No'), /accepted already/);
    const amended = await ok(ana, 'pact', 'amend', id, '--target', '4', '--note', 'Four it is');
    assert.match(amended, /Target\n +- 6\n +\+ 4/);
    await exchange();
    assert.match(await ok(bo, 'pact', 'diff', id), /Target\n +- 5\n +\+ 4/, 'since Bo signed');
    assert.match(await ok(cy, 'pact', 'diff', id), /Target\n +- 6\n +\+ 4/, 'Cy is no party: since the last change');
  });

  it('stays in force while new terms wait, and says for whom, wherever its state stands (row 19)', async () => {
    const { id } = await signed('--cadence', 'daily');
    await ok(ana, 'pact', 'amend', id, '--target', '4', '--note', 'Less');
    await ok(ana, 'pact', 'sign', id);
    await exchange();
    const words = /in force · new terms wait for Bo/i;
    for (const line of [ana, bo, cy]) {
      const { state, inForce, waitsFor } = await status(line, id);
      assert.deepEqual([state, typeof inForce, waitsFor], ['amended', 'string', [BO.email]]);
      for (const args of [['pact', 'status', id], ['list'], ['show', id]]) assert.match(await ok(line, ...args), words);
    }
    assert.match(await ok(bo, 'show', id), /Status +in force/);
    assert.doesNotMatch(await ok(bo, 'show', id), /sha256/);
    assert.match(await ok(ana, 'pact', 'status', id), /as ana, bo signed it.*\n +Target\n +- 5\n +\+ 4/i);
    assert.match(await ok(bo, 'checkin', id, '--note', 'Two open'), /Answer reviews/, 'its check-ins go on');
    await ok(bo, 'pact', 'sign', id);
    await exchange();
    assert.match(await ok(cy, 'list'), /in force(?! · new)/);
  });

  it('leaves what a member signed to do with that member, whoever else would delete it or hand it on (row 13)', async () => {
    const { id, promise } = await signed();
    for (const line of [ana, cy])
      for (const args of [
        ['rm', promise],
        ['commitment', 'rm', promise],
        ['edit', promise, '--owner', CY.email],
        ['commitment', 'edit', promise, '--owner', CY.email],
      ])
        assert.match(await refused(line, ...args), /"Look twice a day" is what Bo signed to do; only they hand it on/);
    assert.deepEqual(await status(cy, id), await status(bo, id));
    assert.match(await refused(cy, 'pact', 'edit', id, '--status', 'dropped'), /microgoals pact close/);
    await ok(bo, 'edit', promise, '--owner', CY.email);
    await exchange();
    assert.match(await ok(cy, 'waiting'), /Accept: Look twice a day/);
  });

  it('is not called kept without a word while something is open, and is closed, not ticked (rows 14, 34)', async () => {
    const { id } = await signed();
    await ana.id('commitment', 'add', id, 'Write it down', '--owner', 'me');
    await ok(ana, 'pact', 'sign', id);
    await exchange();
    await ok(bo, 'pact', 'sign', id);
    await exchange();
    for (const args of [
      ['done', id],
      ['edit', id, '--status', 'done'],
      ['pact', 'edit', id, '--status', 'done'],
    ])
      assert.match(await refused(ana, ...args), /microgoals pact close/);
    const problem = await refused(ana, 'pact', 'close', id, '--kept');
    assert.match(problem, /open: "Look twice a day", "Write it down"; nothing is measured/);
    assert.match(await ok(ana, 'pact', 'close', id, '--kept', '--reason', 'The rota does it now'), /kept/);
    await exchange();
    assert.equal((await status(bo, id)).state, 'kept');
    assert.match(await ok(bo, 'pact', 'status', id), /The rota does it now/);
    assert.match(await ok(bo, 'show', id), /The rota does it now/);
  });

  it('is signed with the own part in it, counts every part, and leaves nothing to accept once it ends (rows 13, 14)', async () => {
    const { id, promise } = await pact();
    const other = await ana.id('commitment', 'add', id, 'Write it down', '--owner', CY.email);
    await ok(ana, 'pact', 'propose', id);
    await ok(ana, 'pact', 'sign', id);
    await exchange();
    assert.match(await ok(bo, 'waiting'), /Accept: Look twice a day/);
    await ok(bo, 'pact', 'sign', id);
    assert.doesNotMatch(await ok(bo, 'waiting'), /Accept/, 'what he signed he has agreed to');
    await exchange();
    const statusOf = async (goal: string): Promise<string | undefined> =>
      (await ana.json<{ id: string; status: string }[]>('list', '--all')).find((each) => each.id === goal)?.status;
    assert.deepEqual([await statusOf(promise), await statusOf(other)], ['open', 'proposed']);
    await ok(ana, 'pact', 'close', id, '--kept', '--reason', 'The rota does it now');
    await exchange();
    assert.doesNotMatch(await ok(cy, 'waiting'), /Accept|Write it down/);
    assert.deepEqual([await statusOf(promise), await statusOf(other)], ['open', 'dropped']);
    assert.match(await ok(cy, 'show', other), /The rota does it now/);
  });

  it('shows what changed before the terms, where it is signed again', async () => {
    const { id } = await signed();
    await ok(ana, 'pact', 'amend', id, '--target', '4', '--note', 'Less');
    assert.match(
      await ok(ana, 'pact', 'sign', id),
      /^What changed:\n +Target\n +- 5\n +\+ 4\nThe terms of "Answer reviews":\n +Title/,
    );
  });

  it('is not kept as a draft, nor without a word where a party declined', async () => {
    const { id } = await pact();
    assert.match(await refused(ana, 'pact', 'close', id, '--kept', '--reason', 'So it is'), /is a draft/);
    await ok(ana, 'pact', 'propose', id);
    await ok(ana, 'pact', 'sign', id);
    await exchange();
    await ok(bo, 'pact', 'decline', id, '--reason', 'Too much');
    await exchange();
    assert.match(await refused(ana, 'pact', 'close', id, '--kept'), /declined by Bo/i);
  });

  it('is not proposed without its why, and names what else is missing with the way on (row 22)', async () => {
    const id = await ana.id('pact', 'add', 'Answer reviews');
    assert.match(await refused(ana, 'pact', 'propose', id), /"Answer reviews" does not say why.*pact edit ID --why/);
    await ok(ana, 'pact', 'edit', id, '--why', 'Nobody waits');
    const proposed = await ok(ana, 'pact', 'propose', id);
    assert.match(proposed, /missing: measure, target, due day, commitments/);
    assert.match(proposed, new RegExp(`microgoals pact edit ${id} --measure TEXT`));
  });

  it('waits for whoever commits here, where somebody signed for them (row 46)', async () => {
    const { id } = await pact();
    await ok(ana, 'pact', 'propose', id);
    await ok(ana, 'pact', 'sign', id);
    assert.match(
      await ok(ana, 'pact', 'sign', id, '--for', BO.email),
      /Bo commits here: it does not count until they sign/i,
    );
    await exchange();
    assert.match(await ok(bo, 'waiting'), /Accept: Look twice a day/, 'nor is his part taken on');
    for (const line of [ana, bo, cy]) assert.equal((await status(line, id)).state, 'proposed');
    assert.match(
      await ok(bo, 'waiting'),
      /Sign: Answer reviews.*you commit here yourself, so it does not count until you sign/,
    );
    assert.match(await ok(bo, 'pact', 'status', id), /in your name is unconfirmed: you commit here yourself/);
    assert.match(await ok(ana, 'pact', 'status', id), /in their name is unconfirmed: they commit here themselves/);
    assert.match(
      await ok(ana, 'check'),
      /ana@example\.com signed for bo@example\.com on "Answer reviews", who commits here: it does not count until they/,
    );
    await ok(bo, 'pact', 'sign', id);
    await exchange();
    assert.equal(await ok(ana, 'check'), 'No problems.\n', 'Bo has answered himself');
    for (const line of [ana, bo, cy]) assert.equal((await status(line, id)).state, 'active');
  });

  it('is out of force once a signature in it is contradicted, and asks the person named (row 46)', async () => {
    const { id } = await pact();
    await ok(ana, 'pact', 'propose', id);
    await ok(ana, 'pact', 'sign', id);
    const forger = commandLine(ana.repository.path, ana.data.path, { MICROGOALS_EMAIL: BO.email });
    await ok(forger, 'pact', 'sign', id);
    await exchange();
    for (const line of [ana, bo, cy]) {
      assert.equal((await status(line, id)).state, 'proposed');
      assert.doesNotMatch(await ok(line, 'list'), /in force/);
    }
    assert.match(await ok(bo, 'waiting'), /Sign: Answer reviews +the signature in your name is contradicted/);
    assert.equal((await ana.run('check')).code, 1);
    await ok(bo, 'pact', 'sign', id);
    assert.match(await ok(bo, 'check'), /bo@example\.com has said it themselves since/, 'in his clone at once');
    await exchange();
    for (const line of [ana, bo, cy]) {
      assert.equal((await status(line, id)).state, 'active');
      assert.match(
        await ok(line, 'check'),
        /brought or changed the signature of bo@example\.com.*in commit [0-9a-f]{8}.*themselves since.*answered-signature/,
        'what was forged is history, and still told',
      );
    }
  });

  it('does not let a second forgery answer the first', async () => {
    const { id } = await pact();
    await ok(ana, 'pact', 'propose', id);
    const forger = commandLine(ana.repository.path, ana.data.path, { MICROGOALS_EMAIL: BO.email });
    for (const message of ['Tidy up', 'Tidy up more']) {
      await ok(forger, 'pact', 'sign', id);
      await ana.repository.commit(message);
    }
    const { code, stdout } = await ana.run('check');
    assert.equal(code, 1);
    assert.equal(stdout.match(/contradicted-signature/g)?.length, 2);
    await ok(forger, 'pact', 'sign', id);
    assert.equal((await ana.run('check')).code, 1, 'nor one that is typed in his name');
  });
});
