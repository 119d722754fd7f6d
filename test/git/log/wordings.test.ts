import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { completedBy } from '../../../src/core/snapshot/completion';
import { CommitLinks } from '../../../src/git/log/commitLinks';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import { A, B, C, opened } from '../hooks/hookFixture';

const LATER = Date.parse('2100-01-01');

describe('wordings of git and hosts', () => {
  let repository: TemporaryRepository;
  const done = async (): Promise<string[]> => {
    const commits = await new CommitLinks(await opened(repository.path)).linkedCommits();
    return [...completedBy(commits, LATER).keys()].sort();
  };
  const linked = async (goal: string): Promise<string[]> => {
    const commits = await new CommitLinks(await opened(repository.path)).linkedCommits();
    return commits.flatMap(({ goals, subject }) => (goals.some(({ id }) => id === goal) ? [subject] : [])).sort();
  };

  beforeEach(async () => {
    repository = await temporaryRepository();
    await repository.write('a', '1\n');
    await repository.commit('First');
  });
  afterEach(() => repository.remove());

  it('a revert by reference takes a completion back, its own revert gives it again', async () => {
    await repository.write('a', '2\n');
    await repository.commit(`Do it (well)\n\ncloses-goal:${A}`);
    assert.deepEqual(await done(), [A]);
    await repository.git('config', 'revert.reference', 'true');
    await repository.git('revert', '--no-edit', 'HEAD');
    assert.match(await repository.git('log', '-1', '--format=%B'), /commit [0-9a-f]{7,12} \(Do it \(well\), /);
    assert.deepEqual(await done(), []);
    await repository.git('revert', '--no-edit', 'HEAD');
    assert.deepEqual(await done(), [A]);
  });

  it('a merge that is reverted by reference takes back all that it brought', async () => {
    await repository.git('checkout', '-q', '-b', 'feature');
    await repository.write('b', '1\n');
    await repository.commit(`B\n\nCloses-Goal: ${A}, ${B}`);
    await repository.git('checkout', '-q', 'main');
    await repository.git('merge', '-q', '--no-ff', '--no-edit', 'feature');
    assert.deepEqual(await done(), [B, A]);
    await repository.git('revert', '--no-edit', '--reference', '-m', '1', 'HEAD');
    assert.deepEqual(await done(), []);
  });

  it('one message reverts several commits by short names; one that is not unique reverts none', async () => {
    const names = [];
    for (const id of [A, B, C]) names.push(await repository.commit(`Do ${id}\n\nCloses-Goal: ${id}`));
    const short = names.map((name) => name.slice(0, 9));
    await repository.commit(`Undo\n\nThis reverts commits ${short[0] ?? ''} and ${short[1] ?? ''}.`);
    assert.deepEqual(await done(), [C]);
    const taken = (names[2] ?? '').slice(0, 4);
    const twin = await commitBeginningWith(taken);
    assert.notEqual(twin, names[2]);
    await repository.commit(`Undo more\n\nThis reverts commit ${taken}.`);
    assert.deepEqual(await done(), [C]);
  });

  /** Makes another commit whose name begins with these four letters. */
  async function commitBeginningWith(start: string): Promise<string> {
    const tree = await repository.git('write-tree');
    const { hash, content } = search(start, tree);
    const file = await repository.write('.git/twin', content);
    assert.equal(await repository.git('hash-object', '-t', 'commit', '-w', file), hash);
    return hash;
  }

  for (const [host, message] of [
    ['Bitbucket Cloud', 'Merged in BR (pull request #3)\n\nTitle'],
    ['Bitbucket Server', 'Merge pull request #3 in TEAM/project from BR to main'],
    ['Bitbucket 7', 'Pull request #3: Title\n\nMerge in TEAM/project from BR to main'],
    ['Gitea', "Merge pull request 'Title' (#3) from ana:BR into main"],
    ['Azure', 'Merge pull request 3 from BR into main'],
  ] as const) {
    it(`what a merge by ${host} brought belongs to the goal of its branch`, async () => {
      await repository.git('checkout', '-q', '-b', `${A}-cache`);
      await repository.commit('Quiet');
      await repository.git('checkout', '-q', 'main');
      await repository.git('merge', '-q', '--no-ff', `${A}-cache`, '-m', message.replace('BR', `${A}-cache`));
      await repository.git('branch', '-q', '-D', `${A}-cache`);
      assert.deepEqual(await linked(A), ['Quiet']);
    });
  }

  it('of several branches in one merge, each commit belongs to its own', async () => {
    for (const [branch, subject] of [
      [`${A}-x`, 'Of A'],
      ['plain', 'Of none'],
      [`ana/${B}`, 'Of B'],
    ] as const) {
      await repository.git('checkout', '-q', '-b', branch, 'main');
      await repository.write(subject, '1\n');
      await repository.commit(subject);
    }
    await repository.git('checkout', '-q', 'main');
    await repository.git('merge', '-q', '--no-ff', '--no-edit', `${A}-x`, 'plain', `ana/${B}`);
    for (const branch of [`${A}-x`, 'plain', `ana/${B}`]) await repository.git('branch', '-q', '-D', branch);
    assert.deepEqual([await linked(A), await linked(B)], [['Of A'], ['Of B']]);
  });
});

/** Finds a commit of this tree whose name begins with these letters. */
function search(start: string, tree: string): { readonly hash: string; readonly content: string } {
  for (let time = 1_700_000_000; ; time++) {
    const person = `Ana <ana@example.com> ${time} +0000`;
    const content = `tree ${tree}\nauthor ${person}\ncommitter ${person}\n\nTwin\n`;
    const hash = createHash('sha1').update(`commit ${content.length}\0${content}`).digest('hex');
    if (hash.startsWith(start)) return { hash, content };
  }
}
