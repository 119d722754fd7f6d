import path from 'node:path';
import * as vscode from 'vscode';
import type { FileWatch } from '../store/watchGoalFiles';
import { watchGoalFiles } from '../store/watchGoalFiles';
import type { CommandDeps } from './commands/deps';
import { registerHealingCommands } from './commands/healingCommands';
import type { HealedFile } from './healing';
import { examine, heal, healedFile } from './healing';
import { isDirty } from './refuseDirty';

/**
 * Merges the shared file whenever git leaves it unmerged and nobody has worked on it since. Nothing is staged: the person sees the
 * file in the source control view, and commits when content.
 */
export function registerHealing(deps: CommandDeps): void {
  const { service, subscriptions, log } = deps;
  registerHealingCommands(deps);
  const healer = new Healer(
    (file) => healQuietly(file, () => service.refresh()),
    (error) => {
      log.error('the shared file could not be healed', error);
    },
  );
  const look = (): void => {
    healer.look(vscode.workspace.isTrusted ? healedFile(service.place) : undefined);
  };
  subscriptions.push(
    healer,
    service.onDidChange(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      // An editor with unsaved text held the healing up.
      if (!document.isDirty && document.uri.fsPath === service.place?.aside?.path) look();
    }),
  );
}

async function healQuietly(file: HealedFile, refresh: () => Promise<void>): Promise<void> {
  const examination = await examine(file);
  const { plan } = examination;
  if (plan.state !== 'heal' || !plan.fromIndex || !plan.safe || isDirty(file.path)) return;
  if (await heal(file, examination)) await refresh();
}

/** Looks after each snapshot and each change of the index, one look at a time. */
class Healer implements vscode.Disposable {
  #file: HealedFile | undefined;
  #watch: FileWatch | undefined;
  #isLooking = false;
  #again = false;

  constructor(
    private readonly healFile: (file: HealedFile) => Promise<void>,
    private readonly report: (error: unknown) => void,
  ) {}

  look(file: HealedFile | undefined): void {
    if (file?.repository !== this.#file?.repository) {
      this.#watch?.dispose();
      // A conflict may leave the file as it was: only the index tells.
      this.#watch =
        file &&
        watchGoalFiles([path.join(file.repository.gitDir, 'index')], () => {
          this.#start();
        });
    }
    this.#file = file;
    this.#start();
  }

  dispose(): void {
    this.#watch?.dispose();
    this.#file = undefined;
  }

  #start(): void {
    this.#again = true;
    if (!this.#isLooking) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isLooking = true;
    while (this.#again && this.#file) {
      this.#again = false;
      await this.healFile(this.#file).catch(this.report);
    }
    this.#isLooking = false;
  }
}
