import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addBlock, OWN_HOOK, wrapperHook } from '../../../src/git/hooks/hookBlock';
import { planUninstall } from '../../../src/git/hooks/hookInstaller';
import { applyPlan } from '../../../src/git/hooks/hookPlan';
import type { Repository } from '../../../src/git/run/repository';
import uninstallScript from '../../../src/hooks/uninstall.sh';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import { inventory } from '../../support/inventory';
import { opened, SHELLS, tryRun } from './hookFixture';

const KEPT = 'commit-msg.before-microgoals';
/** Names behind `# before: ` that the installer never writes. */
const HOSTILE_NAMES = [
  '../../private',
  '../../../private',
  '/tmp/private',
  '..',
  '.',
  '',
  ' ',
  '*',
  'commit-msg',
  'pre-commit',
  '-rf',
  '$(touch canary)',
  '`touch canary`',
  `${KEPT}/../../../private`,
  `${KEPT}-0`,
  `${KEPT}-1`,
  `${KEPT}-02`,
  `${KEPT}-2x`,
  `${KEPT}-2\r`,
  `${KEPT}-2 `,
  `${KEPT}-2\u2028`,
  `${KEPT}-٢`,
  `${KEPT}.old`,
  `x${KEPT}`,
];
/** Those that it does, each with what stands there: a file, a link, a folder, nothing. */
const OWN_NAMES = [KEPT, `${KEPT}-2`, `${KEPT}-10`, `${KEPT}-99`];

const OLD_BLOCK = '# >>> microgoals >>> of another version\n:\n# <<< microgoals <<<';
const MINE = '#!/bin/sh\nexit 0\n';
const ODD_TEXTS: Readonly<Record<string, string | Buffer>> = {
  'our own hook': OWN_HOOK,
  'our own hook without its last line end': OWN_HOOK.slice(0, -1),
  'our own hook with CRLF': OWN_HOOK.replaceAll('\n', '\r\n'),
  'our own hook and a line': `${OWN_HOOK}echo mine\n`,
  'our own hook of another version': OWN_HOOK.replace(/# >>>[^]*<<</, OLD_BLOCK),
  'the line of ownership below the block': addBlock(
    '#!/bin/sh\n# This file was made by microgoals and goes with it.\n',
  ),
  'a script with our block': addBlock(MINE),
  'a first line with our block': addBlock('#!/bin/sh'),
  'a text without first line': addBlock('true'),
  'a block twice': addBlock(addBlock(MINE)),
  'a block of another version': `#!/bin/sh\n${OLD_BLOCK}\nexit 0\n`,
  'text behind the last line of the block': addBlock(MINE).replace('<<<\n', '<<< x\n'),
  'an end before the beginning': `# <<< microgoals <<<\n${addBlock(MINE)}`,
  'a beginning without end': MINE + OLD_BLOCK.slice(0, 30),
  'a zero byte': `${addBlock(MINE)}\0\n`,
  'bytes that are no UTF-8': Buffer.from(`${addBlock(MINE)}# \xe4\n`, 'latin1'),
  'a block that is all': OLD_BLOCK,
  'a wrapper and a line': `${wrapperHook(KEPT)}echo mine\n`,
  'a wrapper below another line': `#!/bin/sh\n${wrapperHook(KEPT)}`,
  'a wrapper of another version': wrapperHook(KEPT).replace(/# >>>[^]*<<</, OLD_BLOCK),
  'a wrapper that names two': wrapperHook(KEPT).replace('\nif [', `\n# before: ${KEPT}-2\nif [`),
};

const TEXTS: readonly (readonly [name: string, text: string | Buffer])[] = [
  ...[...HOSTILE_NAMES, ...OWN_NAMES].flatMap((name): [string, string][] => [
    [`a wrapper of ${JSON.stringify(name)}`, wrapperHook(name)],
    [`a line that names ${JSON.stringify(name)}`, `#!/bin/sh\n${OLD_BLOCK}\n# before: ${name}\n`],
  ]),
  ...Object.entries(ODD_TEXTS),
];

const PLACES = { 'the git directory': '.git/hooks', 'the work tree': '.githooks' };

describe('what uninstalling takes for ours', function () {
  this.timeout(300_000);
  let repository: TemporaryRepository;
  let here: Repository;

  beforeEach(async () => {
    repository = await temporaryRepository();
    here = await opened(repository.path);
    await repository.write('private', 'secret\n');
  });
  afterEach(() => repository.remove());

  /** A hook with what its text might name beside it. */
  async function prepare(place: string, text: string | Buffer): Promise<void> {
    const folder = path.join(repository.path, place);
    await rm(folder, { recursive: true, force: true });
    await mkdir(path.join(folder, `${KEPT}-10`), { recursive: true });
    await writeFile(path.join(folder, KEPT), '#!/bin/sh\n');
    await symlink('../../private', path.join(folder, `${KEPT}-2`));
    await writeFile(path.join(folder, 'pre-commit'), '#!/bin/sh\n');
    await writeFile(path.join(folder, 'commit-msg'), text);
    await chmod(path.join(folder, 'commit-msg'), 0o755);
    await repository.write('.git/microgoals/uninstall.sh', uninstallScript);
  }

  /** What may not change but by us: the folder of the hook, and the top of the work tree with all that is no folder. */
  async function state(folder: string): Promise<Record<string, string>> {
    const names = await readdir(repository.path);
    const secret = await readFile(path.join(repository.path, 'private'), 'utf8');
    return { ...(await inventory(path.join(repository.path, folder))), '.': `${names.join()} ${secret}` };
  }

  for (const [place, folder] of Object.entries(PLACES)) {
    it(`is the same in uninstall.sh and in the program, in ${place}`, async () => {
      await repository.git('config', 'core.hooksPath', folder);
      for (const [index, [name, text]] of TEXTS.entries()) {
        await prepare(folder, text);
        const before = await state(folder);
        await applyPlan(await planUninstall(here));
        const after = await state(folder);
        const touched = Object.keys({ ...before, ...after }).filter((file) => before[file] !== after[file]);
        const others = touched.filter((file) => !['commit-msg', KEPT, `${KEPT}-2`].includes(file));
        assert.deepEqual(others, [], name);
        await prepare(folder, text);
        const [program = '', ...args] = [...(SHELLS[index % SHELLS.length] ?? '').split(' ')];
        const { code, stderr } = await tryRun(program, [...args, '.git/microgoals/uninstall.sh'], repository.path);
        assert.deepEqual([code, stderr], [0, ''], name);
        assert.deepEqual(await state(folder), after, `${name}, in ${program}`);
      }
    });
  }

  it('is a kept hook of the names that the installer gives, be it a link, and no other', async () => {
    for (const name of [...HOSTILE_NAMES, ...OWN_NAMES]) {
      await prepare('.git/hooks', wrapperHook(name));
      const before = await state('.git/hooks');
      await applyPlan(await planUninstall(here));
      const after = await state('.git/hooks');
      const hook = after['commit-msg'];
      if (!OWN_NAMES.includes(name)) assert.match(hook ?? '', /# before: /, name);
      else assert.equal(hook, name === KEPT || name === `${KEPT}-2` ? before[name] : undefined, name);
    }
  });

  it('is nothing but the block to the letter in the work tree', async () => {
    await repository.git('config', 'core.hooksPath', '.githooks');
    for (const [name, text] of TEXTS) {
      if (!/of another version|a line that names|a block that is all/.test(name)) continue;
      await prepare('.githooks', text);
      const before = await state('.githooks');
      await applyPlan(await planUninstall(here));
      assert.deepEqual(await state('.githooks'), before, name);
    }
    await prepare('.githooks', addBlock(MINE));
    await applyPlan(await planUninstall(here));
    assert.equal((await state('.githooks'))['commit-msg'], `100755 ${MINE}`);
  });
});
