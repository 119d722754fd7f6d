import * as vscode from 'vscode';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { Services } from '../service/services';

/** Shows the defects of the goals files in the Problems view, each at its place. */
export function registerProblems({ subscriptions, service, log }: Services): void {
  const collection = vscode.languages.createDiagnosticCollection('microGoals');
  const show = async (snapshot: Snapshot): Promise<void> => {
    const { unwritable } = service;
    // A sound file never pays for the code that finds places in it.
    const found = isSound(snapshot, unwritable)
      ? []
      : (await import('./diagnostics')).diagnosticsOf(snapshot, unwritable);
    // A later snapshot may have been shown by now.
    if (service.snapshot === snapshot) {
      collection.clear();
      collection.set(found);
    }
  };
  subscriptions.push(
    collection,
    service.onDidChange((snapshot) => {
      show(snapshot).catch((error: unknown) => {
        log.error('the problems of the goals files could not be shown', error);
      });
    }),
  );
}

function isSound({ problems, provenance }: Snapshot, unwritable: ReadonlySet<string>): boolean {
  const isContradicted = [...provenance.values()].some(({ state }) => state === 'contradicted');
  return unwritable.size === 0 && !isContradicted && [...problems.values()].every((found) => found.length === 0);
}
