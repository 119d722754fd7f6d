import assert from 'node:assert/strict';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { applyChange } from '../../src/core/document/change';
import { formatDocument } from '../../src/core/document/formatDocument';
import { isObject } from '../../src/core/document/json';
import { BASE, diverge, FIRST, SECOND, sideStamper } from '../support/divergedRepository';
import { readText } from '../support/documents';
import { temporaryRepository, type TemporaryRepository } from '../support/gitRepository';
import { goalRow, goalView, quickRow, showGoals, startGoalHost, type GoalHost } from '../support/host/goalWindow';
import type { Workbench } from '../support/host/openWorkbench';
import { runCommand } from '../support/host/runCommand';
import { SHARED_FILE } from '../support/team';
import { untilFile } from '../support/untilFile';

const [LOGIN, DOCS] = ['Ship the login page', 'Write the docs'];

/** git without the merge driver, in a terminal beside the window. */
describe('a person on a branch, with ticks that are not shared', function () {
  this.timeout(300_000);
  let host: GoalHost;
  let repository: TemporaryRepository;
  let window: Workbench;

  before(async () => {
    host = await startGoalHost();
    repository = await temporaryRepository();
    await diverge(repository);
    window = await host.open(repository.path);
    await showGoals(window.page);
  });

  beforeEach(() =>
    window.watched(async (page) => {
      await repository.git('switch', '--quiet', '--discard-changes', '-C', 'main', 'at-ours');
      await goalRow(page, 'Team Goals', LOGIN).getByRole('checkbox', { checked: true }).waitFor();
      await goalRow(page, 'Team Goals', DOCS).getByRole('checkbox', { checked: false }).waitFor();
      await goalRow(page, 'Team Goals', 'Theirs').waitFor({ state: 'detached' });
    }),
  );

  after(async () => {
    await window.close();
    await host.stop();
    await repository.remove();
  });

  const unmerged = (): Promise<string> => repository.git('ls-files', '--unmerged');

  async function tickDocs(page: Page): Promise<void> {
    await goalRow(page, 'Team Goals', DOCS).getByRole('checkbox').click();
    // The box shows the tick before it is written.
    await untilFile(path.join(repository.path, SHARED_FILE), isDocsDone);
  }

  /** What both sides did is in the tree, and the view says that nothing is broken. */
  async function bothSides(page: Page): Promise<void> {
    for (const title of [LOGIN, DOCS, 'Ours', 'Theirs']) await goalRow(page, 'Team Goals', title).waitFor();
    await goalRow(page, 'Team Goals', LOGIN).getByRole('checkbox', { checked: true }).waitFor();
  }

  for (const command of ['merge', 'rebase', 'cherry-pick']) {
    it(`a ${command} that git cannot do alone needs nothing but staging`, () =>
      window.watched(async (page) => {
        await assert.rejects(repository.git(command, 'theirs'));
        assert.notEqual(await unmerged(), '');
        await bothSides(page);
        await repository.git('add', '--all');
        await repository.git('-c', 'core.editor=true', command, '--continue');
        await bothSides(page);
        assert.equal(await repository.git('status', '--porcelain'), '');
      }));
  }

  it('ticks in a stash come back on top of the other side', () =>
    window.watched(async (page) => {
      await tickDocs(page);
      await repository.git('stash');
      await goalRow(page, 'Team Goals', DOCS).getByRole('checkbox', { checked: false }).waitFor();
      await repository.git('switch', '--quiet', '--detach', 'theirs');
      await goalRow(page, 'Team Goals', 'Theirs').waitFor();
      await repository.git('stash', 'pop').catch(() => undefined);
      await goalRow(page, 'Team Goals', DOCS).getByRole('checkbox', { checked: true }).waitFor();
      await goalRow(page, 'Team Goals', 'Theirs').waitFor();
    }));

  it('ticks that are set aside let a switch through, and come back by themselves', () =>
    window.watched(async (page) => {
      await tickDocs(page);
      await assert.rejects(repository.git('switch', '--quiet', 'theirs'));
      await runCommand(page, 'Micro Goals: Set Goal Changes Aside');
      await goalView(page, 'Team Goals').getByText('1 set aside').waitFor();
      await goalRow(page, 'Team Goals', DOCS).getByRole('checkbox', { checked: true }).waitFor();
      await repository.git('switch', '--quiet', 'theirs');
      await goalRow(page, 'Team Goals', 'Theirs').waitFor();
      await goalView(page, 'Team Goals').getByText('1 set aside').waitFor({ state: 'detached' });
      await goalRow(page, 'Team Goals', DOCS).getByRole('checkbox', { checked: true }).waitFor();
      assert.notEqual(await repository.git('status', '--porcelain'), '');
    }));

  it('the consent that sets ticks aside lets a rebase through that git would refuse', () =>
    window.watched(async (page) => {
      await tickDocs(page);
      await assert.rejects(repository.git('rebase', 'theirs'), /unstaged|uncommitted/);
      await runCommand(page, 'Micro Goals: Install Commit Hook');
      await quickRow(page, 'Install, and set ticks aside for rebase and merge').click();
      await untilFile(path.join(repository.path, '.git/info/attributes'), (text) => text.includes('merge=microgoals'));
      await untilFile(path.join(repository.path, '.git/config'), (text) => /autostash/i.test(text));
      await repository.git('rebase', 'theirs');
      await bothSides(page);
      await goalRow(page, 'Team Goals', DOCS).getByRole('checkbox', { checked: true }).waitFor();
      assert.equal(await unmerged(), '');
      await runCommand(page, 'Micro Goals: Uninstall Commit Hook');
      await quickRow(page, 'Uninstall').click();
      await untilFile(path.join(repository.path, '.git/config'), (text) => !/microgoals|autostash/i.test(text));
    }));

  it('what two people called one goal is asked about, and one click takes the other name', () =>
    window.watched(async (page) => {
      const named = (value: string, minute: number): string =>
        formatDocument(applyChange(BASE, { type: 'set', id: FIRST, path: 'title', value }, sideStamper(minute)));
      await repository.git('switch', '--quiet', '-C', 'renamed', 'at-base');
      await repository.write(SHARED_FILE, named('Ship a login', 11));
      await repository.commit('Rename', { name: 'Ben', email: 'ben@example.com' });
      await repository.git('switch', '--quiet', '-C', 'main', 'at-base');
      await repository.write(SHARED_FILE, named('Ship the sign-in', 10));
      await repository.commit('Rename otherwise');
      await goalRow(page, 'Team Goals', 'Ship the sign-in').waitFor();
      await assert.rejects(repository.git('merge', 'renamed'));
      await goalView(page, 'Team Goals').getByRole('treeitem', { name: 'To settle' }).waitFor();
      const row = goalView(page, 'Team Goals').getByRole('treeitem', {
        name: /title: Ship a login, not Ship the sign-in/,
      });
      await row.hover();
      await row.getByRole('button', { name: 'Take the Other Value' }).click();
      await goalRow(page, 'Team Goals', 'Ship the sign-in').waitFor();
      await goalView(page, 'Team Goals').getByRole('treeitem', { name: 'To settle' }).waitFor({ state: 'detached' });
    }));
});

function isDocsDone(text: string): boolean {
  const reading = readText(text);
  if (reading.state !== 'ok') return false;
  const record = reading.document.records.get(SECOND);
  return isObject(record) && record['status'] === 'done';
}
