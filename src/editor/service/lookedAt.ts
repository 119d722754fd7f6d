import type * as vscode from 'vscode';
import { formatDocument } from '../../core/document/formatDocument';
import type { GoalDocument } from '../../core/document/goalDocument';
import { readKeptGoals, readLookedGoals, writeLookedGoals } from '../../git/files/lookedGoals';
import type { Repository } from '../../git/run/repository';

/** Goals of the team as this person last saw them. */
export interface LookedAt {
  /** Returns undefined if they never looked. */
  read(): Promise<GoalDocument | undefined>;
  write(document: GoalDocument): Promise<void>;
}

/** Returns the store of those goals: the git directory, where the command line looks, too; without git, the editor's memory. */
export function lookedAt(
  repository: Repository | undefined,
  memory: vscode.Memento,
  folder: string | undefined,
): LookedAt {
  if (repository) {
    return {
      read: () => readLookedGoals(repository),
      write: (document) => writeLookedGoals(repository, document),
    };
  }
  const key = `looked:${folder ?? ''}`;
  return {
    read() {
      const text = memory.get<string>(key);
      return Promise.resolve(text === undefined ? undefined : readKeptGoals(new TextEncoder().encode(text)));
    },
    async write(document) {
      await memory.update(key, formatDocument(document));
    },
  };
}
