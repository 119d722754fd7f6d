// Loaded by a test once it counts steps: what is done with a document, from its bytes to what is shown of it, and in a merge.
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import { mergeEverything, readEverything, snapshotOf } from './everyReading';
import { REPORTS } from './everyReport';
import { documentWith } from '../documents';
import { HOSTILE } from './hostileDocuments';

export function workOn(name: string, size: number): void {
  const document = documentWith(HOSTILE[name]?.(size) ?? {});
  readEverything(new TextEncoder().encode(compact(document)));
  mergeEverything(document);
  const { snapshot, commits } = snapshotOf(document, 'team');
  for (const report of Object.values(REPORTS)) report(snapshot, commits);
}

/** In another layout than ours, which takes the long way; on it the document is written, and read again, in ours. */
function compact({ top, records }: GoalDocument): string {
  return JSON.stringify({ ...top, records: Object.fromEntries(records) });
}
