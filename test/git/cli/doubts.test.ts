import assert from 'node:assert/strict';
import { readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import { SHARED_FILE } from '../../support/team';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

const BO = { name: 'Bo', email: 'bo@example.com' };
const EVE = { name: 'Eve', email: 'eve@example.com' };

const NOWHERE = 'unconfirmed: no commit here has it; it does not count until its person has committed it';

interface Status {
  readonly state: string;
  readonly parties: readonly { person: string; state: string; doubt: string | null }[];
}

interface Written {
  readonly version: number;
  readonly records: Readonly<Record<string, { readonly declines?: boolean }>>;
}

describe('a signature that somebody plants in the name of Bo', () => {
  let cli: CliFixture;
  let bo: CommandLine;
  let pact: string;

  beforeEach(async () => {
    cli = await cliFixture();
    bo = commandLine(cli.repository.path, cli.data.path, { MICROGOALS_EMAIL: BO.email });
    pact = await cli.id('pact', 'add', 'Learn', '--owner', 'me', '--sponsor', BO.email, '--why', 'To grow');
    assert.equal((await cli.run('pact', 'propose', pact)).code, 0);
    await cli.repository.commit('Propose', BO);
  });
  afterEach(() => cli.remove());

  const boSigns = async (): Promise<void> => {
    assert.equal((await bo.run('pact', 'sign', pact)).code, 0);
  };
  const file = (): string => path.join(cli.repository.path, SHARED_FILE);
  /** What Ana is told of the signature of Bo. */
  const told = async (line: CommandLine = cli): Promise<readonly [state: string | undefined, doubt: string]> => {
    const { parties } = await line.json<Status>('pact', 'status', pact);
    const party = parties.find(({ person }) => person === BO.email);
    return [party?.state, party?.doubt ?? ''];
  };
  const check = async (): Promise<string> => (await cli.run('check')).stdout;

  for (const target of ['of git', 'of nobody']) {
    it(`does not count where the file is a link to a file ${target}`, async () => {
      await boSigns();
      await rename(file(), path.join(cli.repository.path, 'elsewhere.json'));
      await symlink('../elsewhere.json', file());
      if (target === 'of nobody') await cli.repository.write('.gitignore', 'elsewhere.json\n');
      await cli.repository.commit('Keep it elsewhere', EVE);
      assert.deepEqual(await told(), ['missing', NOWHERE]);
      assert.match(
        await check(),
        /whether bo@example\.com signed on "Learn": no commit here has it; it does not count/,
      );
    });
  }

  it('does not count where the folder is a link', async () => {
    await boSigns();
    await rename(path.dirname(file()), path.join(cli.repository.path, 'other'));
    await symlink('other', path.dirname(file()));
    await cli.repository.commit('Another folder', EVE);
    assert.deepEqual(await told(), ['missing', NOWHERE]);
  });

  it('does not count where git makes it while it checks the file out', async () => {
    await boSigns();
    const signed = await readFile(file(), 'utf8');
    await cli.repository.write('.gitattributes', '.microgoals/*.json working-tree-encoding=ASCII//TRANSLIT\n');
    const planted = await cli.repository.write('planted.json', signed.replaceAll('"s-', '"\uff53-'));
    const blob = await cli.repository.git('hash-object', '-w', '--no-filters', planted);
    await rm(planted);
    await cli.repository.git('add', '.gitattributes');
    await cli.repository.git('update-index', '--cacheinfo', `100644,${blob},${SHARED_FILE}`);
    await cli.repository.git('commit', '--quiet', '--message', 'Plain text');
    await rm(file());
    await cli.repository.git('checkout-index', '--force', SHARED_FILE);
    assert.equal(await readFile(file(), 'utf8'), signed);
    assert.deepEqual(await told(), ['missing', NOWHERE]);
  });

  it('is the same after a replacement or a graft hid who committed it, and after that is gone', async () => {
    await boSigns();
    const forged = await cli.repository.commit('Tidy up', EVE);
    await cli.repository.git('commit', '--quiet', '--amend', '--no-edit', `--author=Bo <${BO.email}>`);
    const faked = await cli.repository.git('rev-parse', 'HEAD');
    await cli.repository.git('reset', '--quiet', '--hard', forged);
    const before = await told();
    assert.equal(before[0], 'missing');
    await cli.repository.git('replace', forged, faked);
    assert.deepEqual(await told(), before);
    await cli.repository.git('replace', '-d', forged);
    await cli.repository.commit('Next');
    await cli.repository.write('.git/info/grafts', `${await cli.repository.git('rev-parse', 'HEAD')} ${faked}\n`);
    assert.deepEqual(await told(), before);
  });

  it('is called so with the commit where .mailmap says that whoever committed it is Bo', async () => {
    await boSigns();
    await cli.repository.write('.mailmap', `Bo <${BO.email}> <${EVE.email}>\n`);
    const commit = await cli.repository.commit('Tidy up', EVE);
    const why = `eve@example.com committed it, in commit ${commit.slice(0, 8)}, and .mailmap alone says that it is the same person`;
    assert.deepEqual(await told(), ['signed', `unconfirmed: ${why}`]);
    assert.ok((await check()).includes(why));
  });

  it('is left open where the clone is shallow, and that is said', async () => {
    await boSigns();
    await cli.repository.commit('Tidy up', EVE);
    const clone = await temporaryFolder('shallow');
    try {
      await cli.repository.git('clone', '--quiet', '--depth=1', `file://${cli.repository.path}`, clone.path);
      const [, doubt] = await told(commandLine(clone.path, cli.data.path));
      assert.equal(doubt, 'unconfirmed: this clone does not have all of its history');
    } finally {
      await clone.remove();
    }
  });

  it('does not count in his own clone either, where a link or an attribute made it', async () => {
    await boSigns();
    await rename(file(), path.join(cli.repository.path, 'elsewhere.json'));
    await symlink('../elsewhere.json', file());
    await cli.repository.commit('Keep it elsewhere', EVE);
    assert.deepEqual(await told(bo), ['missing', NOWHERE]);
    await rm(file());
    await rename(path.join(cli.repository.path, 'elsewhere.json'), file());
    await cli.repository.git('checkout', '--quiet', 'HEAD~1', '--', SHARED_FILE);
    await cli.repository.commit('Back');
    await boSigns();
    assert.equal((await told(bo))[0], 'signed', 'what he has typed and not committed counts for him');
    assert.equal((await cli.run('add', '--team', '$Id$')).code, 0);
    await cli.repository.write('.gitattributes', '.microgoals/* ident\n');
    assert.deepEqual(await told(bo), ['missing', NOWHERE]);
    const { code, stdout } = await cli.run('check');
    assert.equal(code, 1);
    assert.match(stdout, /other bytes than it stores.*\(transformed-file\)/);
  });

  for (const [attribute, setting, effective] of [
    ['ident', '', false],
    ['filter=tidy', '', false],
    ['filter=tidy', 'filter.tidy.smudge', true],
    ['working-tree-encoding=UTF-8', '', false],
    ['working-tree-encoding=UTF-16', '', true],
  ] as const) {
    it(`counts in his own clone ${effective ? 'only without' : 'also with'} ${attribute} ${setting}`, async () => {
      await boSigns();
      await cli.repository.write('.gitattributes', `* ${attribute}\n`);
      if (setting !== '') await cli.repository.git('config', setting, 'cat');
      assert.equal((await told(bo))[0], effective ? 'missing' : 'signed');
      assert.equal((await cli.run('check')).stdout.includes('transformed-file'), effective);
    });
  }

  it('does not count where somebody picks his commit again after he took it back', async () => {
    await boSigns();
    const signed = await cli.repository.commit('Bo signs', BO);
    const [id = ''] = /s-\w{10}/.exec(await readFile(file(), 'utf8')) ?? [];
    assert.equal((await bo.run('signature', 'rm', id)).code, 0);
    await cli.repository.commit('Bo takes it back', BO);
    await cli.repository.git('cherry-pick', '-X', 'theirs', signed);
    const [state, doubt] = await told();
    assert.equal(state, 'missing');
    assert.match(doubt, /^unconfirmed: ana committed it, in commit \w{8}; it does not count/);
  });

  for (const [way, again] of [
    ['reverts that', () => cli.repository.git('revert', '--no-edit', 'HEAD')],
    ['picks his commit again', (signed: string) => cli.repository.git('cherry-pick', '-X', 'theirs', signed)],
  ] as const) {
    it(`does not count where somebody squashed how he took it back, and another ${way}`, async () => {
      await boSigns();
      const signed = await cli.repository.commit('Bo signs', BO);
      const [id = ''] = /s-\w{10}/.exec(await readFile(file(), 'utf8')) ?? [];
      await cli.repository.git('switch', '--quiet', '--create', 'back');
      assert.equal((await bo.run('signature', 'rm', id)).code, 0);
      await cli.repository.commit('Bo takes it back', BO);
      await cli.repository.git('switch', '--quiet', 'main');
      await cli.repository.git('merge', '--quiet', '--squash', 'back');
      await cli.repository.git('commit', '--quiet', '--message', 'Land it');
      await cli.repository.git('branch', '--quiet', '-D', 'back');
      await again(signed);
      const [state, doubt] = await told();
      assert.equal(state, 'missing');
      assert.match(doubt, /^unconfirmed: ana committed it, in commit \w{8}; it does not count/i);
    });
  }

  const written = async (): Promise<Written> => JSON.parse(await readFile(file(), 'utf8')) as Written;
  /** Changes the refusal of Bo; undefined takes it out. */
  const turn = async (change: object | undefined, name?: string): Promise<unknown> => {
    const { version, records } = await written();
    const [refusal = '', record] = Object.entries(records).find(([, each]) => each.declines === true) ?? [];
    const changed = change && { [name ?? refusal]: { ...record, ...change } };
    const others = Object.fromEntries(Object.entries(records).filter(([id]) => id !== refusal));
    await writeFile(file(), JSON.stringify({ version, records: { ...others, ...changed } }));
    return record && { version, records: { [refusal]: record } };
  };

  const takenAway: Readonly<Record<string, readonly [() => Promise<unknown>, found: RegExp]>> = {
    'deletes his refusal': [() => turn({ deleted: true }), /eve@example\.com deleted the refusal/],
    'turns his refusal around': [() => turn({ declines: false }), /eve@example\.com brought or changed/],
    'gives his refusal to another': [
      () => turn({ by: EVE.email }),
      /eve@example\.com brought or changed the refusal of bo@example\.com .* eve@example\.com can delete it/,
    ],
    'takes his refusal out': [() => turn(undefined), /eve@example\.com deleted the refusal/],
    'leaves nothing of his refusal but that it is gone': [
      () => turn({ deleted: true, by: undefined, goal: undefined, terms: undefined, declines: undefined }),
      /eve@example\.com deleted the refusal/,
    ],
    'gives his refusal another id': [() => turn({}, 's-000000aaaa'), /eve@example\.com deleted the refusal/],
    'moves his refusal into the archive': [
      async () => cli.repository.write('.microgoals/archive.json', JSON.stringify(await turn(undefined))),
      /who took away the refusal of bo@example\.com on "Learn": it was taken out of the file that has its goal/,
    ],
    'reverts his refusal': [
      async () => {
        await cli.repository.git('-c', `user.email=${EVE.email}`, 'revert', '--no-edit', 'HEAD');
        await cli.repository.write('other.txt', '');
      },
      /eve@example\.com deleted the refusal/,
    ],
    'merges the side from before his refusal': [
      async () => {
        await cli.repository.git('switch', '--quiet', '--create', 'stale', 'HEAD~1');
        await cli.repository.write('other.txt', '');
        await cli.repository.commit('Beside', EVE);
        await cli.repository.git(
          '-c',
          `user.email=${EVE.email}`,
          'merge',
          '--quiet',
          '-s',
          'ours',
          '--no-edit',
          'main',
        );
        await cli.repository.git('branch', '--quiet', '--force', 'main', 'HEAD');
        await cli.repository.git('switch', '--quiet', 'main');
        await cli.repository.write('another.txt', '');
      },
      /eve@example\.com deleted the refusal/,
    ],
  };
  for (const [what, [take, found]] of Object.entries(takenAway)) {
    it(`leaves him to be asked where somebody ${what}: what he had signed before holds no more`, async () => {
      await boSigns();
      await cli.repository.commit('Bo signs', BO);
      assert.equal((await bo.run('pact', 'decline', pact, '--reason', 'No time')).code, 0);
      await cli.repository.commit('Bo declines', BO);
      await take();
      await cli.repository.commit('Tidy up', EVE);
      const { code, stdout } = await cli.run('check');
      const isProved = !what.includes('archive');
      assert.equal(code, isProved ? 1 : 0);
      assert.match(stdout, found);
      const [state, doubt] = await told();
      assert.equal(state, 'missing');
      const reason =
        /^contradicted: eve(@example\.com)? (deleted|brought or changed) it, in commit \w{8}; it does not count$/i;
      assert.match(doubt, isProved ? reason : /^unconfirmed: it was taken out/);
      assert.match(
        (await bo.run('waiting')).stdout,
        /Sign: Learn {2}the signature in your name is (contradicted|unconfirmed): /,
      );
      assert.match((await cli.run('pact', 'sign', pact, '--for', BO.email)).stderr, /only they can sign again/);
      await boSigns();
      await cli.repository.commit('Bo signs again', BO);
      assert.deepEqual((await told())[0], 'signed');
    });
  }

  for (const isKept of [true, false]) {
    it(`leaves him to be asked where somebody takes out his refusal that a squash landed, its branch ${isKept ? 'kept' : 'gone'}`, async () => {
      await boSigns();
      await cli.repository.commit('Bo signs', BO);
      await cli.repository.git('switch', '--quiet', '--create', 'no');
      assert.equal((await bo.run('pact', 'decline', pact, '--reason', 'No time')).code, 0);
      await cli.repository.commit('Bo declines', BO);
      await cli.repository.git('switch', '--quiet', 'main');
      await cli.repository.git('merge', '--quiet', '--squash', 'no');
      await cli.repository.git('commit', '--quiet', '--message', 'Land it (#5)');
      if (!isKept) await cli.repository.git('branch', '--quiet', '-D', 'no');
      assert.equal((await told())[0], isKept ? 'declined' : 'missing');
      await turn(undefined);
      await cli.repository.commit('Tidy up', EVE);
      assert.equal((await told())[0], 'missing');
      assert.match((await bo.run('waiting')).stdout, /Sign: Learn {2}the signature in your name is/);
    });
  }

  it('leaves him to be asked where he took it back and somebody signs for him', async () => {
    await boSigns();
    await cli.repository.commit('Bo signs', BO);
    const [id = ''] = /s-\w{10}/.exec(await readFile(file(), 'utf8')) ?? [];
    assert.equal((await bo.run('signature', 'rm', id)).code, 0);
    await cli.repository.commit('Bo takes it back', BO);
    assert.match((await cli.run('pact', 'sign', pact, '--for', BO.email)).stderr, /only they can sign again/);
    const { version, records } = await written();
    const proxy = { ...records[id], by: 'ana@example.com', for: BO.email, deleted: false };
    await writeFile(file(), JSON.stringify({ version, records: { ...records, 's-000000aaaa': proxy } }));
    await cli.repository.commit('For Bo', { name: 'Ana', email: 'ana@example.com' });
    assert.equal((await told())[0], 'missing');
    assert.match((await bo.run('waiting')).stdout, /Sign: Learn/);
  });

  it('is no problem any more once he has said it again, whoever had deleted it', async () => {
    await boSigns();
    await cli.repository.commit('Bo signs', BO);
    const text = await readFile(file(), 'utf8');
    await writeFile(file(), text.replace(/("s-\w{10}": \{)/, '$1 "deleted": true,'));
    await cli.repository.git('-c', 'user.email=', 'commit', '--quiet', '--all', '--message', 'Tidy up');
    assert.match(
      await check(),
      /somebody without an address deleted the signature of bo@example\.com on "Learn", in commit/,
    );
    await boSigns();
    await cli.repository.commit('Bo signs again', BO);
    assert.match(await check(), /^No problems\.$/m);
  });

  it('stays a problem where an earlier word of his stands instead of the one that was deleted', async () => {
    await boSigns();
    await cli.repository.commit('Bo signs', BO);
    assert.equal((await bo.run('pact', 'decline', pact, '--reason', 'No time')).code, 0);
    await cli.repository.commit('Bo declines', BO);
    const text = await readFile(file(), 'utf8');
    await writeFile(file(), text.replace('"declines": true', '"declines": true, "deleted": true'));
    await cli.repository.git('commit', '--quiet', '--all', '--message', 'Tidy up');
    const { code, stdout } = await cli.run('check');
    assert.equal(code, 1);
    assert.match(stdout, /ana@example\.com deleted the refusal of bo@example\.com on "Learn", in commit/);
  });

  it('is found whatever the archive says of the same record', async () => {
    await boSigns();
    await cli.repository.commit('Bo signs', BO);
    const text = await readFile(file(), 'utf8');
    await cli.repository.write('.microgoals/archive.json', text);
    await writeFile(
      file(),
      text.replace(/("by": "bo@example\.com",[^}]*"terms": "1:sha256-)\w{64}/, `$1${'f'.repeat(64)}`),
    );
    await cli.repository.git('commit', '--quiet', '--all', '--message', 'Tidy up');
    const { code, stdout } = await cli.run('check');
    assert.equal(code, 1);
    assert.match(stdout, /ana@example\.com brought or changed the signature of bo@example\.com on "Learn", in commit/);
  });

  it('is none where he removes the file by mistake and somebody else restores it', async () => {
    await boSigns();
    await cli.repository.commit('Bo signs', BO);
    await cli.repository.git('rm', '--quiet', SHARED_FILE);
    await cli.repository.commit('Clean up', BO);
    await cli.repository.git('revert', '--no-edit', 'HEAD');
    assert.match(await check(), /^No problems\.$/m);
    assert.deepEqual(await told(), ['signed', '']);
  });

  it('is told of a confirmation where the goal is shown', async () => {
    const id = await cli.id('add', '--team', 'Ship', '--owner', 'me');
    await cli.run('done', id);
    await cli.repository.commit('Ship');
    assert.equal((await bo.run('confirm', id)).code, 0);
    const commit = await cli.repository.commit('Tidy up', EVE);
    const { stdout } = await cli.run('show', id);
    assert.match(
      stdout,
      new RegExp(`Bo \\(bo@example\\.com\\): unconfirmed: Eve committed it, in commit ${commit.slice(0, 8)}`),
    );
    assert.match(stdout, / {2}Confirmation · Bo\n/);
  });
});
