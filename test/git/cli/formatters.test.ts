import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import type { Json } from '../../../src/core/document/json';
import { isObject } from '../../../src/core/document/json';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

function sorted(value: Json): Json {
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, each]) => [key, sorted(each)] as const);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What formatters make of the shared file: real bytes of each. */
const FORMATTERS: Readonly<Record<string, (text: string) => string | Promise<string>>> = {
  'keys sorted, as a hook does': (text) => `${JSON.stringify(sorted(JSON.parse(text) as Json), undefined, 2)}\n`,
  'prettier with an indent of four': (text) => format(text, { parser: 'json', tabWidth: 4 }),
  'prettier with tabs': (text) => format(text, { parser: 'json', useTabs: true }),
  'no white space': (text) => JSON.stringify(JSON.parse(text)),
};

describe('a formatter on the shared file', () => {
  let cli: CliFixture;
  let goal: string;
  beforeEach(async () => {
    cli = await cliFixture();
    goal = await cli.id('add', '--team', 'Ship the login page !fri #ops');
    await cli.run('kpi', 'add', 'Failed deployments', '--unit', '%');
    await cli.repository.commit('Goals');
  });
  afterEach(() => cli.remove());

  const file = (): string => path.join(cli.repository.path, '.microgoals', 'goals.json');
  const read = (): Promise<string> => readFile(file(), 'utf8');

  it('leaves every byte as it is if it is prettier as it comes', async () => {
    const text = await read();
    assert.equal(await format(text, { parser: 'json' }), text);
    assert.match((await cli.run('check')).stdout, /^No problems\.$/m);
  });

  for (const [name, formatter] of Object.entries(FORMATTERS)) {
    it(`is named by check with what to exclude, and nothing is laid out anew without a change: ${name}`, async () => {
      const ours = await read();
      const theirs = await formatter(ours);
      await writeFile(file(), theirs);
      for (const args of [
        ['list', '--team'],
        ['show', goal],
        ['status'],
        ['init'],
        ['resolve'],
        ['edit', goal, '--title', 'Ship the login page'],
      ]) {
        await cli.run(...args);
        assert.equal(await read(), theirs, args.join(' '));
      }
      const { code, stdout } = await cli.run('check');
      assert.equal(code, 0);
      assert.match(
        stdout,
        /^\.microgoals\/goals\.json: A formatter or a hand .*\.prettierignore.*\(foreign-layout\)$/m,
      );
      assert.equal(await read(), theirs);

      await cli.run('edit', goal, '--title', 'Ship it');
      await cli.run('edit', goal, '--title', 'Ship the login page');
      assert.doesNotMatch((await cli.run('check')).stdout, /foreign-layout/);
      const saved = await read();
      assert.deepEqual(keysOf(saved), keysOf(ours), 'one layout');
    });
  }

  it('is kept from the file by the line that is said', async () => {
    await cli.repository.write('.prettierignore', '.microgoals/\n');
    const { getFileInfo } = await import('prettier');
    const info = await getFileInfo(file(), { ignorePath: path.join(cli.repository.path, '.prettierignore') });
    assert.equal(info.ignored, true);
  });

  it('does not mean the line ends that git checks out', async () => {
    await writeFile(file(), (await read()).replaceAll('\n', '\r\n'));
    assert.match((await cli.run('check')).stdout, /^No problems\.$/m);
  });
});

function keysOf(text: string): string[] {
  return Object.keys((JSON.parse(text) as { records: object }).records);
}
