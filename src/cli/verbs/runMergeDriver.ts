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

/** One call of the merge driver: git's %O, %A, %B as paths, %P as the path in the work tree. */
export interface MergeCall {
  readonly base: string;
  /** Read, and replaced by the result. */
  readonly ours: string;
  readonly theirs: string;
  readonly file: string;
  /** Top of the work tree. */
  readonly root: string;
  /** `microgoals` in the git common directory, where disagreements are noted. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** These files are to be merged as text: a side cannot be read in full, or a newer version wrote it. */
export class UnfitError extends Error {
  override readonly name = 'UnfitError';
}

/**
 * Merges three versions of a goals file.
 * @throws UnfitError, or the system's error; `ours` is then as it was.
 */
export async function runMergeDriver(call: MergeCall): Promise<void> {
  const [base, ours, theirs] = await Promise.all([readBase(call.base), readSide(call.ours), readSide(call.theirs)]);
  const { document, disagreements } = mergeDocuments(base, ours, theirs);
  const bytes = Buffer.from(formatDocument(document));
  if (bytes.length > MAX_BYTES) throw new UnfitError('The merged file is too large.');
  const found = [...disagreements, ...findDeletedWhileEdited(base, ours, theirs)];
  if (found.length > 0) {
    const tips = await readMergeTips(call.root, call.environment);
    // Before the result: an edit that lost and is noted nowhere would be lost unseen.
    await appendDisagreements(
      call.folder,
      found.map((each) => ({ file: call.file, ...each, tips })),
    );
  }
  // In one step: half a file must not stand there for the text merge that follows a failure.
  const temporary = `${call.ours}.microgoals-tmp`;
  await writeAtomically({ target: call.ours, temporary, bytes, mode: undefined, isDurable: false });
}

/** git may hand us markers of an inner merge, or nothing: that is no base. */
async function readBase(file: string): Promise<GoalDocument | undefined> {
  return documentIn(parseGoalFile(await readFile(file)));
}

async function readSide(file: string): Promise<GoalDocument> {
  const reading = parseGoalFile(await readFile(file));
  if (reading.state === 'ok') return reading.document;
  throw new UnfitError(reading.state === 'absent' ? '' : (reading.problems[0]?.message ?? ''));
}
