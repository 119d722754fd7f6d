import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

describe('microgoals: verbs made from the kinds', () => {
  let cli: CliFixture;
  let goal: string;
  before(async () => {
    cli = await cliFixture();
    goal = await cli.id('key-result', 'add', 'Start below 300 ms', '--unit', 'ms', '--start', '900', '--target', '300');
  });
  after(() => cli.remove());

  it('a key result is a goal like any other, with its measure', async () => {
    const [listed] = await cli.json<{ id: string; unit: string; target: number; due: null }[]>('key-result', 'list');
    assert.deepEqual([listed?.id, listed?.unit, listed?.target, listed?.due], [goal, 'ms', 300, null]);
    const shown = await cli.json<{ kind: string; title: string }>('show', goal);
    assert.deepEqual([shown.kind, shown.title], ['keyResult', 'Start below 300 ms']);
  });

  it('a check-in is added, listed, shown, changed and taken away', async () => {
    const id = await cli.id('check-in', 'add', goal.slice(2, 8), 'form done', '--confidence', '4');
    assert.match(id, /^c-/);
    interface Said {
      readonly id: string;
      readonly goal: string;
      readonly by: string;
      readonly note: string;
      readonly confidence: number | null;
    }
    const said = await cli.json<Said>('check-in', 'show', id);
    assert.deepEqual([said.goal, said.note, said.confidence], [goal, 'form done', 4]);
    assert.match(said.by, /@/);
    assert.match((await cli.run('show', goal)).stdout, /Check-in: form done · 4\/5 · /);
    assert.match(
      (await cli.run('check-in', 'list', '--markdown')).stdout,
      /\| Start below 300 ms \|.*\| form done \| 4 \|/,
    );
    assert.match((await cli.run('check-in', 'show', id, '--markdown')).stdout, /^### Check-in: form done/);
    assert.match((await cli.run('check-in', 'edit', id, '--confidence', 'none')).stdout, / changed/);
    assert.equal((await cli.json<Said>('check-in', 'show', id)).confidence, null);
    assert.match((await cli.run('check-in', 'edit', id, '--note', 'form done')).stdout, / unchanged/);
    assert.match((await cli.run('check-in', 'rm', id)).stdout, / deleted/);
    assert.deepEqual(await cli.json('check-in', 'list', '--of', goal), []);
  });

  it('what is of a personal goal stays out of the shared file', async () => {
    const own = await cli.id('add', 'Ask for a raise');
    const id = await cli.id('check-in', 'add', own, 'wrote the mail');
    const shared = await readFile(path.join(cli.repository.path, '.microgoals/goals.json'), 'utf8');
    assert.ok(!shared.includes(id));
    assert.equal((await cli.run('key-result', 'add', 'x', '--parent', own)).code, 0);
    assert.doesNotMatch(await readFile(path.join(cli.repository.path, '.microgoals/goals.json'), 'utf8'), /"x"/);
  });

  it('nobody signs for another', async () => {
    const { code, stderr } = await cli.run('signature', 'add', goal, '--by', 'bo@example.com');
    assert.deepEqual([code, stderr], [1, 'microgoals: Signature: only the person it is of may write it.\n']);
  });

  const wrong: readonly (readonly [string, RegExp])[] = [
    ['check-in', /What about it\?/],
    ['check-in frob', /What about it\?/],
    ['check-in add', /Say of which goal/],
    ['check-in add GOAL x --confidence 9', /--confidence must be a number from 1 to 5; it is "9"/],
    ['check-in add GOAL x --frob', /frob/],
    ['check-in edit', /ID is missing/],
    ['check-in list --json --markdown', /only one of/],
  ];
  for (const [line, message] of wrong) {
    it(`says what is wrong with: ${line}`, async () => {
      const { code, stderr } = await cli.run(...line.replace('GOAL', goal).split(' '));
      assert.equal(code, 2);
      assert.match(stderr, message);
    });
  }
});
