// eslint-disable-next-line no-restricted-imports -- git made the files that are merged.
import { readFile } from 'node:fs/promises';
import { findDeletedWhileEdited } from '../../core/document/deletedWhileEdited';
import { documentIn } from '../../core/document/fileReading';
import { formatDocument } from '../../core/document/formatDocument';
import type { GoalDocument } from '../../core/document/goalDocument';
import { mergeDocuments } from '../../core/document/merge';
import { MAX_BYTES, parseGoalFile } from '../../core/document/parseGoalFile';
import { appendDisagreements } from '../../git/merge/disagreementFile';
import { readMergeTips } from '../../git/merge/mergeTips';
import { writeAtomically } from '../../store/atomicWrite';

/** Call of the merge driver: git's %O, %A and %B as paths, and %P as the path in the work tree. */
export interface MergeCall {
  readonly base: string;
  /** Path of our side; the result replaces its content. */
  readonly ours: string;
  readonly theirs: string;
  readonly file: string;
  /** Top of the work tree. */
  readonly root: string;
  /** Folder `microgoals` in git's common directory, where disagreements are noted. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Error that asks for a merge as text: a side cannot be read in full, or a newer version wrote it. */
export class UnfitError extends Error {
  override readonly name = 'UnfitError';
}

/**
 * Merges three versions of a goals file.
 * @throws UnfitError, or the system's error; `ours` is then unchanged.
 */
export async function runMergeDriver(call: MergeCall): Promise<void> {
  const [base, ours, theirs] = await Promise.all([readBase(call.base), readSide(call.ours), readSide(call.theirs)]);
  const { document, disagreements } = mergeDocuments(base, ours, theirs);
  const bytes = Buffer.from(formatDocument(document));
  if (bytes.length > MAX_BYTES) throw new UnfitError('The merged file is too large.');
  const found = [...disagreements, ...findDeletedWhileEdited(base, ours, theirs)];
  if (found.length > 0) {
    const tips = await readMergeTips(call.root, call.environment);
    // Noted before the result is written: a lost edit without a note would disappear unseen.
    await appendDisagreements(
      call.folder,
      found.map((each) => ({ file: call.file, ...each, tips })),
    );
  }
  // Written in one step: after a failure, the text merge must not find half a file.
  const temporary = `${call.ours}.microgoals-tmp`;
  await writeAtomically({ target: call.ours, temporary, bytes, mode: undefined, isDurable: false });
}

/** Reads the base. git may pass markers of an inner merge, or nothing: then there is no base. */
async function readBase(file: string): Promise<GoalDocument | undefined> {
  return documentIn(parseGoalFile(await readFile(file)));
}

async function readSide(file: string): Promise<GoalDocument> {
  const reading = parseGoalFile(await readFile(file));
  if (reading.state === 'ok') return reading.document;
  throw new UnfitError(reading.state === 'absent' ? '' : (reading.problems[0]?.message ?? ''));
}
