import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { Json, JsonObject } from '../../../src/core/document/json';
import { isObject } from '../../../src/core/document/json';
import { documentWith, readText } from '../documents';
import type { GitRepository } from '../gitRepository';
import { gitRepository } from '../gitRepository';
import { SHARED_FILE } from '../team';
import { accept, answer } from './answer';

/** The repository that VS Code has open, with its shared goals. */
export interface GoalWorkspace extends GitRepository {
  /** Absolute path of the shared file. */
  readonly shared: string;
  /** The folder of the product in the git directory. */
  readonly aside: string;
  /** Runs a command of the product. */
  run(command: string, ...args: unknown[]): Promise<void>;
  /** Runs one and takes the first row of whatever it asks, as often as it asks. */
  accept(command: string, ...args: unknown[]): Promise<void>;
  /** Runs one and presses the first button of the notification that it shows. */
  press(command: string, ...args: unknown[]): Promise<void>;
  /** Writes a shared file of these records, by id, and has the product read it. */
  fill(records: Readonly<Record<string, Json>>): Promise<void>;
  /** The records of the shared file, by id. */
  records(): Promise<ReadonlyMap<string, JsonObject>>;
  /** Puts branches, index, stashes, files and settings back as the workspace was opened. */
  reset(): Promise<void>;
}

/** Call it inside a test or hook: the workspace's first commit is where `reset` goes back to. */
export function goalWorkspace(): GoalWorkspace {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (folder === undefined) throw new Error('There is no open folder.');
  const repository = gitRepository(folder);
  const aside = path.join(folder, '.git', 'microgoals');
  const run = async (command: string, ...args: unknown[]): Promise<void> => {
    await vscode.commands.executeCommand(`microGoals.${command}`, ...args);
  };
  const shared = path.join(folder, SHARED_FILE);
  return {
    ...repository,
    shared,
    aside,
    run,
    accept,
    press: (command, ...args) => answer(run(command, ...args), 'notification.acceptPrimaryAction'),
    async fill(records) {
      await mkdir(path.dirname(shared), { recursive: true });
      await writeFile(shared, formatDocument(documentWith(records)));
      await run('refresh');
    },
    async records() {
      const reading = readText(await readFile(shared, 'utf8'));
      assert.equal(reading.state, 'ok');
      return new Map([...reading.document.records].flatMap(([id, each]) => (isObject(each) ? [[id, each]] : [])));
    },
    async reset() {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      for (const left of ['aside', 'overlay.json', 'disagreements.jsonl', 'active', 'looked.json', 'dismissed'])
        await rm(path.join(aside, left), { force: true, recursive: true });
      const first = (await repository.git('rev-list', '--max-parents=0', 'main')).split('\n').at(-1) ?? '';
      await repository.git('rebase', '--quit').catch(() => undefined);
      await repository.git('reset', '--quiet', '--hard');
      await repository.git('switch', '--quiet', '--discard-changes', '-C', 'main', first);
      await repository.git('clean', '--quiet', '--force', '-d');
      const branches = (await repository.git('for-each-ref', '--format=%(refname:short)', 'refs/heads')).split('\n');
      const others = branches.filter((branch) => branch !== 'main');
      if (others.length > 0) await repository.git('branch', '--quiet', '--delete', '--force', ...others);
      await repository.git('stash', 'clear');
      await run('refresh');
    },
  };
}
