import assert from 'node:assert/strict';
import { broughtByMerges } from '../../../src/git/log/broughtByMerges';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import { importHistory } from '../../support/importHistory';
import { seededRandom } from '../../support/merge/seededRandom';

const COMMITS = 300;
const SEED = 20261122;

/** A stream for `git fast-import`: each commit has a recent parent, every third one another one, too; dates go back and forth. */
function* tangledHistory(): Generator<string> {
  const random = seededRandom(SEED);
  const recent = (mark: number): number => Math.max(1, mark - 1 - Math.floor(random() * 12));
  for (let mark = 1; mark <= COMMITS; mark++) {
    const date = 1_700_000_000 + mark * 60 + Math.floor(random() * 7200);
    const parents = mark === 1 ? [] : [recent(mark)];
    const other = recent(mark);
    if (mark > 2 && mark % 3 === 0 && !parents.includes(other)) parents.push(other);
    const [from, merge] = parents;
    yield `commit refs/heads/b${mark}\nmark :${mark}\ncommitter Ana <ana@example.com> ${date} +0000\ndata 1\n${mark % 10}\n`;
    if (from !== undefined) yield `from :${from}\n`;
    if (merge !== undefined) yield `merge :${merge}\n`;
    yield '\n';
  }
}

describe('what merges brought', () => {
  let repository: TemporaryRepository;
  before(async () => {
    repository = await temporaryRepository();
    await importHistory(repository, tangledHistory());
  });
  after(() => repository.remove());

  it('is the same from one reading of all history as from git for each of them', async () => {
    const { path: root } = repository;
    const lines = (await repository.git('rev-list', '--branches', '--merges', '--parents')).split('\n');
    const merges = lines.map((line) => {
      const [, onto = '', ...merged] = line.split(' ');
      return { onto, merged };
    });
    assert.ok(merges.length > 50, `${merges.length} merges`);
    const tips = (await repository.git('for-each-ref', '--format=%(objectname)')).split('\n');
    const together = await broughtByMerges(root, merges, tips);
    let commits = 0;
    for (const [index, merge] of merges.entries()) {
      const [alone = []] = await broughtByMerges(root, [merge], tips);
      assert.deepEqual([...(together[index] ?? [])].sort(), [...alone].sort(), lines[index]);
      commits += alone.length;
    }
    assert.ok(commits > merges.length, 'and most of them brought something');
  });

  it('is nothing without merges', async () => {
    assert.deepEqual(await broughtByMerges(repository.path, [], []), []);
  });
});
