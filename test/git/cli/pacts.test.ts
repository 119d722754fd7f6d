import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import type { GitRepository } from '../../support/gitRepository';
import { configureIdentity, gitRepository } from '../../support/gitRepository';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture, ListedGoal } from './cliFixture';
import { cliFixture } from './cliFixture';

interface PactStatus {
  readonly state: string;
  readonly terms: string;
  readonly parties: readonly { person: string; state: string; confidence: number | null; by: string | null }[];
  readonly missing: readonly string[];
  readonly contributors: readonly string[];
  readonly renegotiate: boolean;
}

const BO = { name: 'Bo', email: 'bo@example.com' };

describe('microgoals pact', () => {
  let cli: CliFixture;
  let folder: TemporaryFolder;
  let there: GitRepository;
  let bo: CommandLine;

  beforeEach(async () => {
    cli = await cliFixture();
    folder = await temporaryFolder('bo');
    await cli.repository.commit('Begin');
    await cli.repository.git('clone', '--quiet', '.', folder.path);
    there = gitRepository(folder.path);
    await configureIdentity(there, BO);
    bo = commandLine(folder.path, path.join(folder.path, '.git', 'data'));
  });
  afterEach(async () => {
    await cli.remove();
    await folder.remove();
  });

  const ok = async (line: CommandLine, ...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await line.run(...args);
    assert.equal(code, 0, `${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const status = (line: CommandLine, id: string): Promise<PactStatus> => line.json('pact', 'status', id);
  const statusOf = async (line: CommandLine, id: string): Promise<string | undefined> =>
    (await line.json<ListedGoal[]>('list')).find((goal) => goal.id === id)?.status;

  /** Bo takes what Ana committed and the other way round. */
  const exchange = async (): Promise<void> => {
    await cli.repository.commit('Ana');
    await there.commit('Bo', BO);
    await there.git('pull', '--quiet', '--no-rebase', '--no-edit', cli.repository.path, 'main');
    await cli.repository.git('pull', '--quiet', '--no-rebase', '--no-edit', folder.path, 'main');
  };

  it('is proposed, signed in two clones at the same time, amended and signed again (rows 11, 13, 19, 46)', async () => {
    await ok(cli, 'hooks', 'install', '--yes');
    await ok(bo, 'hooks', 'install', '--yes');
    const id = await cli.id('pact', 'add', 'Answer reviews', '--owner', 'me', '--why', 'Nobody waits');
    const promise = await cli.id('commitment', 'add', id, 'Look twice a day', '--owner', BO.email);
    assert.equal(await statusOf(cli, promise), 'proposed', 'nothing is imposed');
    assert.match((await cli.run('pact', 'sign', id)).stderr, /is a draft/);
    assert.match((await cli.run('signature', 'add', id)).stderr, /microgoals pact sign/);
    assert.match(
      await ok(cli, 'pact', 'propose', id),
      /proposed · signed 0 of 2 · waits for .*bo · missing: measure, target, due day/i,
    );
    await exchange();
    assert.deepEqual(
      (await bo.json<{ waiting: { what: string }[] }>('status')).waiting.map(({ what }) => what).sort(),
      ['accept', 'sign'],
    );
    assert.match((await cli.run('done', promise)).stderr, /only they say/);
    await ok(bo, 'accept', promise);
    const shown = await ok(bo, 'pact', 'sign', id, '--confidence', '4', '--note', 'With pleasure');
    assert.match(shown, /Why +Nobody waits\n.*\n? *Owner +\S+\n +Commitment +Look twice a day/);
    await ok(cli, 'pact', 'sign', id, '--confidence', '5');
    await exchange();
    for (const line of [cli, bo]) assert.equal((await status(line, id)).state, 'active');
    assert.equal(await statusOf(cli, id), 'open');

    assert.match(
      await ok(bo, 'pact', 'amend', id, '--note', 'Mornings only', '--due', '2026-12-04'),
      /in force · new terms wait for/,
    );
    await exchange();
    assert.match(await ok(cli, 'pact', 'diff', id), /Due\n +\+ 2026-12-04/);
    assert.match(await ok(cli, 'pact', 'status', id), /new terms wait for/);
    await ok(cli, 'pact', 'sign', id);
    assert.match((await cli.run('pact', 'decline', id)).stderr, /why you decline/);
    await ok(bo, 'pact', 'decline', id, '--reason', 'Too early');
    assert.match(await ok(bo, 'pact', 'status', id), /declined/);
    await ok(bo, 'pact', 'sign', id, '--confidence', '2');
    await ok(bo, 'done', promise);
    await there.commit(`Look twice\n\nGoal: ${promise}\nCo-authored-by: Cy <cy@example.com>`, BO);
    await exchange();
    const { state, renegotiate, parties, contributors } = await status(cli, id);
    assert.deepEqual(contributors, ['Bo', 'Cy'], 'whose commits stand below it (row 24)');
    assert.match(await ok(cli, 'pact', 'status', id), /Contributors: Bo, Cy\n/);
    assert.match(await ok(cli, 'show', id), /Contributors +Bo, Cy\n/);
    assert.deepEqual([state, renegotiate, parties.map(({ confidence }) => confidence)], ['active', true, [null, 2]]);
    assert.match(await ok(cli, 'pact', 'close', id, '--missed', '--learned', 'Start smaller'), /missed/);
    await exchange();
    const file = path.join('.microgoals', 'goals.json');
    const files = await Promise.all([cli.repository.path, folder.path].map((each) => readFile(path.join(each, file))));
    assert.deepEqual(files[0], files[1]);
    assert.match(await ok(cli, 'check'), /No problems/);
  });

  it('has milestones that are reached, resources that are granted, supporters, a mentor and a meeting with attendees (rows 11, 18, 30, 31, 32)', async () => {
    const id = await cli.id(
      'pact',
      'add',
      'Answer reviews',
      '--owner',
      'me',
      '--why',
      'Nobody waits',
      '--mentor',
      BO.email,
    );
    const milestone = await cli.id('milestone', 'add', id, 'First week');
    assert.match(await ok(cli, 'milestone', 'reach', milestone), /reached: First week/);
    const resource = await cli.id(
      'resource',
      'add',
      id,
      'Course',
      '--type',
      'training',
      '--amount',
      '8',
      '--unit',
      'hours',
    );
    const waiting = (await cli.json<{ waiting: { what: string; record?: string }[] }>('status')).waiting;
    assert.deepEqual(
      waiting.map(({ what, record }) => [what, record]),
      [['resource', resource]],
    );
    await ok(cli, 'resource', 'grant', resource);
    assert.deepEqual((await cli.json<{ state: string }>('resource', 'show', resource)).state, 'granted');
    await ok(cli, 'support', 'add', id, 'I will help by pairing');
    for (const verb of [['show'], ['pact', 'status']])
      assert.match(await ok(cli, ...verb, id), /Support:? +ana: I will help by pairing/i);
    await ok(cli, 'meeting', 'add', '--goal', id, '--attendees', `me,${BO.email}`);
    await ok(cli, 'pact', 'propose', id);
    await ok(cli, 'pact', 'sign', id);
    assert.equal((await status(cli, id)).state, 'active');
    await ok(cli, 'resource', 'edit', resource, '--amount', '16');
    assert.equal((await status(cli, id)).state, 'amended', 'what a resource costs is a part of the terms');
  });

  it('is not deleted once it is signed, whoever asks, and names the options that a refusal asks for', async () => {
    const goal = await cli.id('objective', 'add', 'Reviews are fast');
    const id = await cli.id('pact', 'add', 'SLA', '--owner', 'me', '--why', 'Nobody waits', '--parent', goal);
    const refusal = async (...args: string[]): Promise<string> => {
      const { code, stderr } = await cli.run(...args);
      assert.equal(code, 1, args.join(' '));
      return stderr;
    };
    assert.match(await refusal('objective', 'rm', goal), /goals below it, such as "SLA".*--recursive/);
    await ok(cli, 'pact', 'propose', id);
    await ok(cli, 'pact', 'sign', id);
    for (const args of [
      ['rm', id],
      ['rm', goal, '--recursive'],
      ['pact', 'rm', 'SLA'],
    ])
      assert.match(await refusal(...args), /People have answered "SLA".*pact close ID --dropped --reason TEXT/);
    assert.match(await refusal('pact', 'decline', id), /why you decline\. --reason TEXT/);
    assert.match(await refusal('pact', 'close', id, '--missed'), /learned\. --learned TEXT/);
    assert.match(await refusal('pact', 'close', id, '--dropped'), /dropped\. --reason TEXT/);
    await ok(cli, 'pact', 'close', id, '--kept', '--reason', 'Everybody saw it');
    assert.match(await ok(cli, 'show', id), /Reason +Everybody saw it/);
  });

  it('is signed by a proxy, who is named; check cannot confirm it, and whoever has answered themselves needs none (row 46)', async () => {
    const id = await cli.id('pact', 'add', 'Learn', '--owner', 'me', '--sponsor', 'cy@example.com', '--why', 'To grow');
    const promise = await cli.id('commitment', 'add', id, 'Review monthly', '--owner', 'cy@example.com');
    await ok(cli, 'pact', 'propose', id);
    await ok(cli, 'pact', 'sign', id);
    assert.equal(await statusOf(cli, promise), 'proposed');
    await ok(cli, 'pact', 'sign', id, '--for', 'cy@example.com');
    assert.equal(
      await statusOf(cli, promise),
      'open',
      'who does not commit here takes on their part through the proxy',
    );
    await cli.repository.commit('Sign');
    const { parties } = await status(cli, id);
    const cy = parties.find(({ person }) => person === 'cy@example.com');
    assert.deepEqual([cy?.state, cy?.by], ['signed', 'ana@example.com']);
    assert.match(await ok(cli, 'pact', 'status', id), / cy: signed · by Ana as proxy/);
    assert.match(
      await ok(cli, 'check'),
      /signed for cy@example\.com as proxy on "Learn"; history cannot tell.*\nNo problems, but /,
    );
    const cyHere = commandLine(cli.repository.path, cli.data.path, { MICROGOALS_EMAIL: 'cy@example.com' });
    await ok(cyHere, 'pact', 'decline', id, '--reason', 'Nobody asked me');
    await cli.repository.commit('Cy declines', { name: 'Cy', email: 'cy@example.com' });
    assert.match((await cli.run('pact', 'sign', id, '--for', 'cy@example.com')).stderr, /has declined already/);
  });

  it('has a signature that somebody else committed called out by check, with the commit, and one that no commit has listed only (R22)', async () => {
    const id = await cli.id('pact', 'add', 'Learn', '--owner', 'me', '--sponsor', BO.email, '--why', 'To grow');
    await ok(cli, 'pact', 'propose', id);
    await ok(cli, 'pact', 'sign', id);
    await cli.repository.commit('Sign');
    const forger = commandLine(cli.repository.path, cli.data.path, { MICROGOALS_EMAIL: BO.email });
    await ok(forger, 'pact', 'sign', id);
    assert.match(
      await ok(cli, 'check'),
      /does not tell whether bo@example\.com signed.*\nNo problems, but history does not bear out 1 /,
    );
    const commit = await cli.repository.commit('Tidy up');
    const { code, stdout } = await cli.run('check', '--json');
    const { problems } = JSON.parse(stdout) as { problems: readonly { code: string; commit: string | null }[] };
    assert.deepEqual(
      [code, problems.map((each) => [each.code, each.commit])],
      [1, [['contradicted-signature', commit]]],
    );
    const { parties } = await status(cli, id);
    assert.equal(parties.find(({ person }) => person === BO.email)?.state, 'missing');
    assert.match((await forger.run('waiting')).stdout, new RegExp(id), 'who is named is asked');
    const shown = await ok(cli, 'pact', 'status', id);
    assert.match(
      shown,
      new RegExp(`missing · .*contradicted: Ana brought or changed it, in commit ${commit.slice(0, 8)}`),
    );
    const [forged] = /s-\w{10}/.exec((await cli.run('check')).stdout) ?? [];
    assert.ok(forged);
    await ok(forger, 'signature', 'rm', forged);
    await cli.repository.commit('Bo deletes it');
    assert.match(await ok(cli, 'check'), /^No problems\.$/m, 'a forgery that is deleted is none any more');
  });

  it('does not count a signature that somebody else committed, whatever clone its stamp names, until its person says it again', async () => {
    const id = await cli.id('pact', 'add', 'Learn', '--owner', 'me', '--sponsor', BO.email, '--why', 'To grow');
    await ok(cli, 'pact', 'propose', id);
    await cli.repository.commit('Propose', BO);
    const bo = commandLine(cli.repository.path, cli.data.path, { MICROGOALS_EMAIL: BO.email });
    await ok(bo, 'pact', 'sign', id);
    await cli.repository.commit('Tidy up');
    const { parties } = await status(cli, id);
    const party = parties.find(({ person }) => person === BO.email);
    assert.equal(party?.state, 'missing');
    assert.match(
      await ok(cli, 'pact', 'status', id),
      /unconfirmed: Ana committed it, in commit [0-9a-f]{8}; it does not count until its person says it again/,
    );
    assert.match(await ok(cli, 'check'), /does not count until its person says it again.*\nNo problems, but/);
    await ok(bo, 'pact', 'sign', id);
    await cli.repository.commit('Bo signs himself', BO);
    assert.equal((await status(cli, id)).parties.find(({ person }) => person === BO.email)?.state, 'signed');
  });
});
