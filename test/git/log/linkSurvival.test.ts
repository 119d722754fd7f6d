import assert from 'node:assert/strict';
import { emptyDocument } from '../../../src/core/document/goalDocument';
import type { Json } from '../../../src/core/document/json';
import { readSpace } from '../../../src/core/space/goalSpace';
import { calendarAt } from '../../../src/core/snapshot/calendar';
import { systemHash, systemZone } from '../../../src/store/nodePorts';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { CommitLinks } from '../../../src/git/log/commitLinks';
import { commitName } from '../../../src/git/log/commitName';
import { SURVIVAL } from '../../support/docs/survivalTable';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import { A, B, C, editor, installHook, opened, tryGit } from '../hooks/hookFixture';

const LATER = Date.parse('2100-01-01');
const GOALS = '/goals.json';
const CLOSING = `Close it\n\nCloses-Goal: ${A}`;

/** Records that a commit completes `C`. */
type RecordLink = (revision: string) => Promise<void>;
type Situation = (repository: TemporaryRepository, record: RecordLink) => Promise<unknown>;
/** Situations whose goal no message names. */
const UNNAMED: ReadonlySet<string> = new Set(['mergedBranch', 'recordRebase', 'recordAmend']);

/** Each starts on `feature` with two commits, the second of which closes the goal; `main` has moved on since. */
const SITUATIONS: Readonly<Record<keyof typeof SURVIVAL, Situation>> = {
  amend: async (repository) => {
    await repository.write('more', 'x\n');
    await repository.git('add', '--all');
    await repository.git('commit', '-q', '--amend', '--no-edit');
  },
  reword: (repository) => interactive(repository, 'reword', `sed -i 's/^Close it/In other words/' "$1"`),
  squash: (repository) => interactive(repository, 'squash', ':'),
  fixup: (repository) => interactive(repository, 'fixup', ':'),
  rebase: (repository) => repository.git('rebase', '-q', 'main'),
  cherryPick: async (repository) => {
    await repository.git('checkout', '-q', 'main');
    await repository.git('cherry-pick', 'feature');
    await repository.git('branch', '-q', '-D', 'feature');
  },
  squashMerge: async (repository) => {
    await mergedBySquash(repository);
    await repository.git('commit', '-q', '--no-edit');
  },
  squashMergeOwnMessage: async (repository) => {
    await installHook(repository.path);
    await mergedBySquash(repository);
    await repository.git('commit', '-q', '-m', 'All of it');
    await repository.git('branch', '-q', '-D', 'feature');
  },
  hostSquash: (repository) =>
    squashedByHost(
      repository,
      `Feature (#12)\n\n* First\n\nGoal: ${B}\n\n* ${CLOSING}\n\n---------\n\nCo-authored-by: Bo <bo@example.com>`,
    ),
  titleSquash: (repository) => squashedByHost(repository, 'Feature (#12)'),
  rebaseWithoutLine: (repository) => interactive(repository, 'reword', `sed -i '/^Closes-Goal/d' "$1"`),
  mergedBranch: async (repository) => {
    await repository.git('checkout', '-q', '-b', `ana/${C}-login`);
    await repository.commit('Quiet');
    await repository.git('checkout', '-q', 'main');
    await repository.git('merge', '-q', '--no-edit', '--no-ff', `ana/${C}-login`);
    await repository.git('branch', '-q', '-D', `ana/${C}-login`);
  },
  recordRebase: async (repository, record) => {
    await record('HEAD');
    await repository.git('rebase', '-q', 'main');
  },
  recordAmend: async (repository, record) => {
    await record('HEAD');
    await SITUATIONS.amend(repository, record);
  },
  revert: (repository) => repository.git('revert', '--no-edit', 'HEAD'),
  revertOfRevert: async (repository) => {
    await repository.git('revert', '--no-edit', 'HEAD');
    await repository.git('revert', '--no-edit', 'HEAD');
  },
  mergeRevert: async (repository) => {
    await repository.git('checkout', '-q', 'main');
    await repository.git('merge', '-q', '--no-edit', 'feature');
    await repository.git('revert', '--no-edit', '-m', '1', 'HEAD');
  },
  hostRevert: async (repository) => {
    await repository.git('revert', '--no-commit', 'HEAD');
    await repository.git('commit', '-q', '-m', 'Revert "Close it"\n\nReverts someone/project#12');
  },
};

async function interactive(repository: TemporaryRepository, action: string, line: string): Promise<void> {
  const environment = await editor(repository.path, line);
  const sequence = { ...environment, GIT_SEQUENCE_EDITOR: `sed -i '2s/^pick/${action}/'` };
  const { code, stderr } = await tryGit(repository.path, ['rebase', '-i', 'main'], sequence);
  assert.equal(code, 0, stderr);
}

async function mergedBySquash(repository: TemporaryRepository): Promise<void> {
  await repository.git('checkout', '-q', 'main');
  await repository.git('merge', '-q', '--squash', 'feature');
}

/** What a host makes of a pull request, whose branch it then deletes. */
async function squashedByHost(repository: TemporaryRepository, message: string): Promise<void> {
  await mergedBySquash(repository);
  await repository.git('commit', '-q', '-m', message);
  await repository.git('branch', '-q', '-D', 'feature');
}

describe('links survive', () => {
  let repository: TemporaryRepository;

  beforeEach(async () => {
    repository = await temporaryRepository();
    await repository.write('start', '1\n');
    await repository.commit('Start');
    await repository.git('checkout', '-q', '-b', 'feature');
    await repository.write('first', '1\n');
    await repository.commit(`First\n\nGoal: ${B}`);
    await repository.write('second', '1\n');
    await repository.commit(CLOSING);
    await repository.git('checkout', '-q', 'main');
    await repository.write('other', '1\n');
    await repository.commit('Meanwhile');
    await repository.git('checkout', '-q', 'feature');
  });
  afterEach(() => repository.remove());

  const nodesBy = async (links: CommitLinks, records: ReadonlyMap<string, Json>): Promise<Snapshot> => {
    const all = new Map<string, Json>([[A, { title: 'Feature' }], [C, { title: 'Quiet' }], ...records]);
    const reading = { state: 'ok', text: '', document: { ...emptyDocument(), records: all }, problems: [] } as const;
    const nothing = (): Promise<undefined> => Promise.resolve(undefined);
    const file = { path: GOALS, read: () => Promise.resolve(reading), save: () => Promise.reject(new Error('no')) };
    const people = (): Promise<ReadonlyMap<string, string>> => Promise.resolve(new Map());
    const facts = { me: nothing, active: nothing, people, hash: systemHash };
    const space = { files: [{ scope: 'team', file }], commits: links, ...facts } as const;
    return readSpace(space, calendarAt(LATER, systemZone));
  };

  it('where a record says so, for the commits that HEAD or a branch reaches', async () => {
    await squashedByHost(repository, 'Feature (#12)');
    const squashed = await repository.git('rev-parse', 'HEAD');
    await repository.commit('Gone');
    const gone = await repository.git('rev-parse', 'HEAD');
    await repository.git('reset', '-q', '--hard', 'HEAD^');
    const record = (commit: string): Json => ({ goal: A, commit, closes: true });
    const names = [squashed, gone, 'f'.repeat(40), '--output=x'];
    const records = new Map(names.map((commit, index) => [`l-000000000${index}`, record(commit)]));
    const node = (await nodesBy(new CommitLinks(await opened(repository.path)), records)).goals.get(A);
    assert.ok(node);
    assert.deepEqual(
      node.commits.map(({ commit }) => commit),
      [squashed],
    );
    assert.equal(node.completedBy?.commit, squashed);
    assert.equal(node.goal.status, 'done');
  });

  for (const [name, change] of Object.entries(SITUATIONS)) {
    const { situation, link, completion } = SURVIVAL[name as keyof typeof SURVIVAL];
    it(`${situation}: link ${link}, completion ${completion}`, async () => {
      const id = UNNAMED.has(name) ? C : A;
      const records = new Map<string, Json>();
      // What was known before must not be remembered beyond its time.
      await new CommitLinks(await opened(repository.path)).linkedCommits();
      await change(repository, async (revision) => {
        const found = await commitName(await opened(repository.path), revision);
        assert.ok(found);
        const created = '20260101T090000000Z-0000-demo'.replace('20260101', today());
        records.set('l-0000000000', {
          goal: id,
          commit: found.commit,
          patch: found.patch ?? '',
          closes: true,
          created,
        });
      });
      const links = new CommitLinks(await opened(repository.path));
      const snapshot = await nodesBy(links, records);
      const node = snapshot.goals.get(id);
      assert.ok(node);
      const isLinked = node.commits.some(({ inHead }) => inHead);
      const isOffered = !isLinked && (await links.sameChanges(id)).length > 0;
      assert.equal(isLinked ? 'kept' : isOffered ? 'offered' : 'lost', link);
      assert.equal(node.completedBy !== undefined, completion === 'counts' || completion === 'not detected');
      assert.equal(snapshot.gone.has(id), completion === 'asked');
    });
  }
});

function today(): string {
  return new Date().toISOString().slice(0, 10).replaceAll('-', '');
}
