import assert from 'node:assert/strict';
import { emptyDocument } from '../../src/core/document/goalDocument';
import type { Json } from '../../src/core/document/json';
import type { GoalSpace } from '../../src/core/goalSpace';
import { readSpace } from '../../src/core/goalSpace';
import { calendarAt } from '../../src/core/rules/calendar';
import { completedBy } from '../../src/core/rules/completion';
import { CommitLinks } from '../../src/git/commitLinks';
import { SURVIVAL } from '../support/docs/survivalTable';
import type { TemporaryRepository } from '../support/gitRepository';
import { temporaryRepository } from '../support/gitRepository';
import { A, B, editor, installHook, opened, tryGit } from './hookFixture';

const LATER = Date.parse('2100-01-01');
const CLOSING = `Close it\n\nCloses-Goal: ${A}`;

type Situation = (repository: TemporaryRepository) => Promise<unknown>;

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

  it('where a record says so, for the commits that HEAD or a branch reaches', async () => {
    await SITUATIONS.titleSquash(repository);
    const here = await opened(repository.path);
    const squashed = await repository.git('rev-parse', 'HEAD');
    await repository.commit('Gone');
    const gone = await repository.git('rev-parse', 'HEAD');
    await repository.git('reset', '-q', '--hard', 'HEAD^');
    const goals = await repository.write('.microgoals/goals.json', '');
    const record = (commit: string): Json => ({ goal: A, commit, closes: true });
    const records = new Map<string, Json>([
      [A, { title: 'Feature' }],
      ['l-0000000001', record(squashed)],
      ['l-0000000002', record(gone)],
      ['l-0000000003', record('f'.repeat(40))],
      ['l-0000000004', record('--output=x')],
    ]);
    const reading = { state: 'ok', text: '', document: { ...emptyDocument(), records }, problems: [] } as const;
    const nothing = (): Promise<undefined> => Promise.resolve(undefined);
    const space: GoalSpace = {
      files: [
        {
          scope: 'team',
          file: { path: goals, read: () => Promise.resolve(reading), save: () => Promise.reject(new Error('no')) },
        },
      ],
      commits: new CommitLinks(here),
      me: nothing,
      active: nothing,
      people: () => Promise.resolve(new Map()),
    };
    const node = (await readSpace(space, calendarAt(LATER))).goals.get(A);
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
      // What was known before must not be remembered beyond its time.
      await new CommitLinks(await opened(repository.path)).linkedCommits();
      await change(repository);
      const commits = await new CommitLinks(await opened(repository.path)).linkedCommits();
      const linked = commits.some(({ inHead, goals }) => inHead && goals.some(({ id, closes }) => id === A && closes));
      assert.equal(linked, link === 'kept');
      const done = completedBy(commits, LATER).has(A);
      assert.equal(done, completion === 'counts' || completion === 'not detected');
    });
  }
});
