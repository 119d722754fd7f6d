import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { actionsOfKind } from '../../../src/cli/kinds/kindActions';
import { verbSummaries } from '../../../src/cli/verbTable';
import { formKinds } from '../../../src/core/model/kinds';
import type { CommandLine, CommandResult } from '../../support/commandLine';
import { processCommandLine } from '../../support/commandLine';
import { installDriver } from '../../support/driver';
import type { GitRepository } from '../../support/gitRepository';
import { configureIdentity, gitRepository } from '../../support/gitRepository';
import type { HostileRecords } from '../../support/hostile/hostileRecords';
import { hostileRecords } from '../../support/hostile/hostileRecords';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

/** By its 8-bit control, a device control and an application command, the clipboard, the title, overprints, and a bidi isolate without end. */
const SEQUENCES =
  'x\u009b31m\u0090q\u009c\u001b_A\u001b\\\u001b]52;c;eA==\u0007\u001b]0;t\u0007\r\b\b\u2067\u200e\ufeff\u{e0041}';
/** What could stand there as a line of its own. */
const FORGED = 'FORGED';
/** What no argument and no name of git can hold stands in the file alone. */
const HOSTILE = `${SEQUENCES}\n${FORGED}\u2028${FORGED}\u0085${FORGED}\ud800`;
const PERSON = `${SEQUENCES.replace(/[\r\b]/g, '')}@example.com`;
const RAW = /(?![\n\t])[\p{Cc}\p{Cs}]|\p{Bidi_Control}|[\u200b\u2028\u2029\ufeff\ufffd\u{e0000}-\u{e007f}]/u;
const AT_ONCE = 4;

describe('microgoals in a hostile repository', () => {
  let folder: TemporaryFolder;
  let repository: GitRepository;
  let cli: CommandLine;
  let made: HostileRecords;
  const restore = (): Promise<string> =>
    repository.write(
      '.microgoals/goals.json',
      JSON.stringify({ version: 1, [HOSTILE]: HOSTILE, records: made.records }),
    );
  const commitVersion = async (version: number): Promise<void> => {
    made = hostileRecords(`${HOSTILE}${version}`, PERSON, `20261102T08000000${version}Z-0000-aaaa`);
    await restore();
    await repository.commit(`${SEQUENCES}\n\nGoal: ${made.ids.get('goal') ?? ''}`, {
      name: `${SEQUENCES}n`,
      email: PERSON,
    });
  };

  before(async () => {
    folder = await temporaryFolder('hostile');
    // Windows has no such names.
    const place = path.join(folder.path, process.platform === 'win32' ? 'r' : `r${SEQUENCES.replaceAll('/', '')}`);
    await mkdir(place);
    repository = gitRepository(place);
    await repository.git('init', '--quiet', '--initial-branch=main');
    await configureIdentity(repository, { name: `${SEQUENCES}n`, email: PERSON });
    await installDriver(repository.path);
    await commitVersion(1);
    await repository.git('switch', '--quiet', '--create', 'side\u009b31m\u2067\u200e');
    await commitVersion(2);
    await repository.git('switch', '--quiet', 'main');
    await commitVersion(3);
    await repository.git('merge', '--quiet', 'side\u009b31m\u2067\u200e');
    const environment = { EDITOR: 'true', VISUAL: 'true', MICROGOALS_DEBUG: '1' };
    cli = processCommandLine(repository.path, path.join(folder.path, 'data'), environment);
  });
  after(() => folder.remove());

  const mustBePlain = ({ stdout, stderr }: CommandResult, args: readonly string[]): void => {
    const said = `${stdout}\n${stderr}`;
    const call = JSON.stringify(args);
    assert.doesNotMatch(said, RAW, call);
    assert.doesNotMatch(said, new RegExp(`^(?:microgoals: )?${FORGED}`, 'm'), call);
  };

  it('prints what is in it as text', async () => {
    const id = made.ids.get('goal') ?? '';
    for (const args of [['list', '--all'], ['show', id], ['check'], ['resolve'], ['log', id], ['list', '--branches']]) {
      const result = await cli.run(...args);
      mustBePlain(result, args);
      assert.match(result.stdout, /x\\u009b31m/, args.join(' '));
    }
  });

  it('answers a wrong command line with text', async () => {
    const word = `${SEQUENCES}\n${FORGED}`;
    for (const args of [
      [word],
      ['list', `--${word}`],
      ['-C', `/nowhere${word}`, 'list'],
      ['person', word],
      ['help', word],
    ])
      mustBePlain(await cli.run(...args), args);
  });

  it('prints JSON that reads as the same value', async () => {
    const person = made.ids.get('person') ?? '';
    const shown = await cli.run('person', 'show', person, '--json');
    mustBePlain(shown, ['person', 'show', '--json']);
    assert.equal((JSON.parse(shown.stdout) as { name: string }).name, `${HOSTILE}3`);
  });

  it('prints no control by any verb, whatever it is asked', async () => {
    for (const { name } of [...(await verbSummaries()), { name: 'merge-driver' }]) {
      await restore();
      const calls = callsOf(name, made.ids.get('goal') ?? '', made.ids.get(name));
      for (let at = 0; at < calls.length; at += AT_ONCE) {
        const some = calls.slice(at, at + AT_ONCE);
        const results = await Promise.all(some.map((args) => cli.run(...args)));
        results.forEach((result, index) => {
          mustBePlain(result, some[index] ?? []);
        });
      }
    }
  }).timeout(300_000);
});

/** What somebody might ask of a verb, and arguments that are hostile themselves. Verbs of kinds share their code, so each is asked less. */
function callsOf(verb: string, goal: string, record = goal): string[][] {
  const word = `${SEQUENCES}\n${FORGED}`;
  const kind = formKinds().find(({ name }) => name === verb);
  const actions = kind ? Object.keys(actionsOfKind(kind)).map((name) => [name, record]) : [];
  const calls = kind
    ? [['list', '--markdown'], ['show', record], ['add', goal, word], ...actions]
    : [[], [goal], ['--json'], [goal, word, word, word, word]];
  return calls.map((args) => [verb, ...args]);
}
