import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SHARED_FILE } from '../../support/team';
import type { CliFixture, ListedGoal } from './cliFixture';
import { cliFixture } from './cliFixture';

const ANA = { name: 'Ana', email: 'ana@example.com' };
/** The address that a host gives to Ana. */
const HOSTED = { name: 'Ana', email: '77+ana@users.noreply.example.com' };
const BO = { name: 'Bo', email: 'bo@example.com' };

interface Party {
  readonly person: string;
  readonly state: string;
  readonly doubt: string | null;
}

describe('a person with several addresses', () => {
  let cli: CliFixture;

  beforeEach(async () => {
    cli = await cliFixture();
    await cli.repository.commit('First');
  });
  afterEach(() => cli.remove());

  const be = async ({ name, email }: typeof ANA): Promise<void> => {
    await cli.repository.git('config', 'user.name', name);
    await cli.repository.git('config', 'user.email', email);
  };
  const join = async (line = `Ana <${ANA.email}> <${HOSTED.email}>`): Promise<void> => {
    await cli.repository.write('.mailmap', `${line}\n`);
  };
  const stored = (): Promise<string> => readFile(path.join(cli.repository.path, SHARED_FILE), 'utf8');
  const mine = async (): Promise<string[]> =>
    (await cli.json<ListedGoal[]>('list', '--mine')).map(({ title }) => title).sort();
  const run = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await cli.run(...args);
    assert.equal(code, 0, `${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const parties = async (pact: string): Promise<readonly Party[]> =>
    (await cli.json<{ readonly parties: readonly Party[] }>('pact', 'status', pact)).parties;

  const joins: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['a name and two addresses', () => join()],
    ['two addresses', () => join(`<${ANA.email}> <${HOSTED.email.toUpperCase()}>`)],
    [
      'a name and an address that stand for a name and an address',
      () => join(`Ana <${ANA.email}> Ana <${HOSTED.email}>`),
    ],
    [
      'a file that the settings name',
      async () => {
        const file = await cli.repository.write('.git/names', `Ana <${ANA.email}> <${HOSTED.email}>\n`);
        await cli.repository.git('config', 'mailmap.file', file);
      },
    ],
    ['microgoals.email', () => cli.repository.git('config', 'microgoals.email', ANA.email)],
  ];
  for (const [how, joined] of joins) {
    it(`is one by ${how}`, async () => {
      await be(ANA);
      const before = await cli.id('add', '--team', 'Before');
      await be(HOSTED);
      assert.deepEqual(await mine(), []);
      await joined();
      assert.deepEqual(await mine(), ['Before']);
      await run('add', '--team', 'After');
      assert.equal((await stored()).includes(HOSTED.email), false);
      await run('edit', before, '--owner', 'me', '--due', '2027-01-31');
      assert.match(await run('show', before), /open/);
    });
  }

  it('has their goals, helpers and commitments, whose records stay as they were', async () => {
    await be(HOSTED);
    const goal = await cli.id('add', '--team', 'Mine');
    const other = await cli.id('add', '--team', `Of Bo @${BO.email}`);
    const pact = await cli.id('pact', 'add', 'Learn', '--owner', BO.email, '--why', 'To grow');
    const promise = await cli.id('commitment', 'add', 'Promise', '--owner', 'me', '--parent', pact);
    await run('edit', other, '--helper', HOSTED.email);
    await join();
    await be(ANA);
    assert.deepEqual(await mine(), ['Mine', 'Promise']);
    await run('done', promise);
    await run('edit', goal, '--due', '2027-01-31');
    assert.match(await stored(), new RegExp(`"owner": "${HOSTED.email.replace('+', '\\+')}"`));
    const helpers = async (): Promise<readonly string[]> =>
      (await cli.json<ListedGoal[]>('list', '--team')).find(({ id }) => id === other)?.helpers ?? [];
    assert.deepEqual(await helpers(), [ANA.email]);
    await run('edit', other, '--helper', ANA.email);
    assert.equal((await stored()).includes(`"${ANA.email}": true`), false);
    await run('edit', other, '--unhelper', ANA.email);
    assert.deepEqual(await helpers(), []);
  });

  it('is asked and answers under each address, checks in and is the author of what they said', async () => {
    await be(BO);
    const goal = await cli.id('add', '--team', `Asked @${HOSTED.email}`);
    await be(ANA);
    assert.equal((await run('waiting')).includes('Asked'), false);
    await join();
    assert.match(await run('waiting'), /Asked/);
    await run('accept', goal);
    await be(HOSTED);
    await run('checkin', goal, '--note', 'Half of it');
    await be(ANA);
    const said = /\bc-[0-9a-z]{10}\b/.exec(await stored())?.[0] ?? '';
    await run('check-in', 'edit', said, '--note', 'All of it');
    assert.match(await stored(), /All of it/);
  });

  it('signs under the address that the terms name; what is joined by .mailmap alone stays in doubt', async () => {
    await be(HOSTED);
    const pact = await cli.id('pact', 'add', 'Learn', '--owner', 'me', '--why', 'To grow');
    await run('pact', 'propose', pact);
    await cli.repository.commit('Propose', HOSTED);
    await join();
    await cli.repository.commit('Join', ANA);
    assert.deepEqual(await parties(pact).then(([party]) => party?.person), ANA.email);
    await run('pact', 'sign', pact);
    assert.match(await stored(), new RegExp(`"by": "${HOSTED.email.replace('+', '\\+')}"`));
    await cli.repository.commit('Sign', HOSTED);
    assert.deepEqual(await parties(pact).then((all) => all.map(({ state, doubt }) => [state, doubt])), [
      ['signed', null],
    ]);
    await be(ANA);
    await run('edit', pact, '--due', '2027-01-31');
    await run('pact', 'sign', pact);
    await cli.repository.commit('Sign again', ANA);
    const [party] = await parties(pact);
    assert.deepEqual([party?.person, party?.state], [ANA.email, 'signed']);
    assert.match(party?.doubt ?? '', /\.mailmap alone says that it is the same person/);
  });

  it('never signs for another party without a doubt, whatever .mailmap says', async () => {
    await be(ANA);
    const pact = await cli.id('pact', 'add', 'Learn', '--owner', 'me', '--sponsor', BO.email, '--why', 'To grow');
    await run('pact', 'propose', pact);
    await run('pact', 'sign', pact);
    await cli.repository.commit('Propose and sign', ANA);
    await cli.repository.write('.mailmap', `Ana <${ANA.email}> <${BO.email}>\n`);
    await cli.repository.commit('Join', ANA);
    // The terms name Bo, who has not signed.
    const [party, ...more] = await parties(pact);
    assert.deepEqual([party?.person, party?.state, more], [ANA.email, 'missing', []]);
    await run('pact', 'sign', pact);
    await cli.repository.commit('Sign', ANA);
    await cli.repository.git('rm', '-q', '.mailmap');
    const alone = await parties(pact);
    assert.deepEqual(
      alone.map(({ person, state }) => [person, state]),
      [
        [ANA.email, 'signed'],
        [BO.email, 'missing'],
      ],
    );
  });
});
