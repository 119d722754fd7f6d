import path from 'node:path';
import * as vscode from 'vscode';
import { indexIdentity, isUnmerged } from '../../git/files/indexStages';
import type { FileWatch } from '../../store/watchGoalFiles';
import { watchGoalFiles } from '../../store/watchGoalFiles';
import type { Services } from '../service/services';
import type { HealedFile } from '../../app/mergedFiles';
import { healedFiles } from '../../app/mergedFiles';
import { isDirty } from '../service/refuseDirty';
import { nameInTree } from '../../git/files/pathInTree';

/**
 * Merges the shared file and its archive whenever git leaves one of them unmerged and nobody has worked on it since. Stages nothing: the
 * person sees the file in the source control view and commits when content.
 */
export function registerHealing({ service, subscriptions, log }: Services): void {
  const settled: SettledIndexes = new Map();
  const healer = new Healer(
    async (file) => {
      if (await healQuietly(file, settled)) await service.refresh();
    },
    (error) => {
      log.error('a file of the team could not be healed', error);
    },
  );
  const look = (): void => {
    healer.look(vscode.workspace.isTrusted ? healedFiles(service.place) : []);
  };
  subscriptions.push(
    healer,
    service.onDidChange(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      // Unsaved text in an editor was holding up the healing.
      if (document.isDirty) return;
      if (healedFiles(service.place).some((file) => file.path === document.uri.fsPath)) look();
    }),
  );
}

/** State of the index in which each file was found merged, by path: git is asked again when it has changed. */
type SettledIndexes = Map<string, string | undefined>;

/** Heals a file if that is safe. @returns whether it was written */
async function healQuietly(file: HealedFile, settled: SettledIndexes): Promise<boolean> {
  const index = await indexIdentity(file.repository);
  if (index !== undefined && settled.get(file.path) === index) return false;
  // The answer is nearly always no, and an archive may be large to read.
  if (!(await isUnmerged(file.repository, [nameInTree(file.repository, file.path)]))) {
    settled.set(file.path, index);
    return false;
  }
  const { examine, heal } = await import('../../app/healing');
  const examination = await examine(file);
  const { plan } = examination;
  if (plan.state !== 'heal' || !plan.fromIndex || !plan.safe || isDirty(file.path)) return false;
  return heal(file, examination);
}

/** Healer that looks at the files after each snapshot and each change of the index, one look at a time. */
class Healer implements vscode.Disposable {
  #files: readonly HealedFile[] = [];
  #watch: FileWatch | undefined;
  #isLooking = false;
  #again = false;

  constructor(
    private readonly healFile: (file: HealedFile) => Promise<void>,
    private readonly report: (error: unknown) => void,
  ) {}

  look(files: readonly HealedFile[]): void {
    const repository = files[0]?.repository;
    if (repository !== this.#files[0]?.repository) {
      this.#watch?.dispose();
      // A conflict may leave the file as it was: only the index shows it.
      this.#watch =
        repository &&
        watchGoalFiles([path.join(repository.gitDir, 'index')], () => {
          this.#start();
        });
    }
    this.#files = files;
    this.#start();
  }

  dispose(): void {
    this.#watch?.dispose();
    this.#files = [];
  }

  #start(): void {
    this.#again = true;
    if (!this.#isLooking) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isLooking = true;
    while (this.#again) {
      this.#again = false;
      for (const file of this.#files) await this.healFile(file).catch(this.report);
    }
    this.#isLooking = false;
  }
}
