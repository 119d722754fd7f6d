import assert from 'node:assert/strict';
import { formatDocument } from '../../../src/core/document/formatDocument';
import { BranchFiles } from '../../../src/git/branches/branchFiles';
import { CommitLinks } from '../../../src/git/log/commitLinks';
import { planGoalBranch } from '../../../src/git/branches/goalBranch';
import { createStamper } from '../../../src/core/document/stamp';
import { documentWith, stampAt } from '../../support/documents';
import type { CliFixture } from '../cli/cliFixture';
import { cliFixture } from '../cli/cliFixture';
import { A, opened } from '../hooks/hookFixture';
import { systemClock } from '../../../src/store/nodePorts';
import { SHARED_FILE } from '../../support/team';
import path from 'node:path';

const KEY = 'microgoals.integrationBranch';
const GOALS = documentWith({ [A]: { title: 'Ship', kind: 'micro', status: 'open', created: stampAt(0) } });

/** `main` and `trunk` have each a commit of their own; HEAD stands on `work`, which neither has. */
describe('the branches finished work goes to', () => {
  let cli: CliFixture;
  beforeEach(async () => {
    cli = await cliFixture();
    const { repository } = cli;
    await repository.write(SHARED_FILE, formatDocument(GOALS));
    await repository.commit('Goals');
    await repository.git('branch', '--quiet', 'work');
    await repository.git('switch', '--quiet', '--create', 'trunk');
    await repository.commit(`On trunk\n\nGoal: ${A}`);
    await repository.git('switch', '--quiet', 'main');
    await repository.commit(`On main\n\nGoal: ${A}`);
    await repository.git('switch', '--quiet', 'work');
  });
  afterEach(() => cli.remove());

  /** As the command line says it, which asks git once and keeps the answer, and as all readers of the editor see it. */
  async function merged(integration?: readonly string[]): Promise<string> {
    const repository = { ...(await opened(cli.repository.path)), ...(integration ? { integration } : {}) };
    const commits = await new CommitLinks(repository).linkedCommits();
    const there = commits.filter(({ state }) => state === 'merged').map(({ subject }) => subject);
    const facts = await new BranchFiles(repository, path.join(repository.root, SHARED_FILE)).read();
    const plan = await planGoalBranch(repository, {
      file: path.join(repository.root, SHARED_FILE),
      shown: documentWith({ ...Object.fromEntries(GOALS.records), 'g-7777777777': { title: 'New' } }),
      stamper: createStamper(systemClock, 'aaaa'),
      now: 0,
    }).catch(() => undefined);
    if (!integration) {
      const logged = await cli.json<{ subject: string; state: string }[]>('log', A);
      assert.deepEqual(
        logged.filter(({ state }) => state === 'merged').map(({ subject }) => subject),
        there,
      );
    }
    const branch = facts.integration?.branch ?? 'none';
    assert.equal(plan?.base.short ?? 'none', branch);
    return [branch, facts.unknown.length > 0 ? `not ${facts.unknown.join()}` : '', ...there.sort()]
      .filter((part) => part !== '')
      .join(', ');
  }

  it('are the usual ones, else those of git, else those of the editor, for every reader at once', async () => {
    const { repository } = cli;
    assert.equal(await merged(), 'main, On main');
    await repository.git('config', '--add', KEY, 'trunk');
    assert.equal(await merged(), 'trunk, On trunk');
    await repository.git('config', '--add', KEY, 'refs/heads/main');
    assert.equal(await merged(), 'trunk, On main, On trunk');
    assert.equal(await merged(['main']), 'main, On main');
    assert.equal(await merged(['  ']), 'trunk, On main, On trunk', 'nothing is set');
  });

  it('are never a guess: a name that no branch has is named, and never reaches git', async () => {
    await cli.repository.git('config', '--add', KEY, 'trnuk');
    assert.equal(await merged(), 'none, not trnuk');
    assert.match((await cli.run('list', '--branches')).stdout, /No branch is called trnuk here/);
    assert.equal(await merged(['--output=canary', 'HEAD', 'trunk']), 'trunk, not --output=canary,HEAD, On trunk');
    assert.equal(await cli.repository.git('status', '--porcelain'), '');
  });
});
