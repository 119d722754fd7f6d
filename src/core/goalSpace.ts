import type { Change } from './document/change';
import type { GoalDocument } from './document/goalDocument';
import { GoalFileError } from './document/fileReading';
import type { CommitSource, GoalFile } from './goalSources';
import type { Calendar } from './rules/calendar';
import { buildSnapshot } from './rules/buildSnapshot';
import type { Scope, Snapshot } from './rules/snapshot';

/** The goals of one place: the shared file of a repository or folder and the person's own files. */
export interface GoalSpace {
  /** The first file of a scope is where new goals go. */
  readonly files: readonly { readonly scope: Scope; readonly file: GoalFile }[];
  readonly commits: CommitSource | undefined;
  readonly me: () => Promise<string | undefined>;
  readonly active: () => Promise<string | undefined>;
  readonly people: () => Promise<ReadonlyMap<string, string>>;
}

/** Reads everything once. Never throws for what the files hold. */
export async function readSpace(space: GoalSpace, calendar: Calendar): Promise<Snapshot> {
  const [sources, commits, me, active, people] = await Promise.all([
    Promise.all(space.files.map(async ({ scope, file }) => ({ scope, path: file.path, reading: await file.read() }))),
    space.commits?.linkedCommits() ?? [],
    space.me(),
    space.active(),
    space.people(),
  ]);
  return buildSnapshot({ sources, commits, me, active, people, calendar });
}

/**
 * The file a new goal of that scope goes to.
 * @throws GoalFileError where there is none (no folder is open).
 */
export function fileOf(space: GoalSpace, scope: Scope): GoalFile {
  const entry = space.files.find((each) => each.scope === scope);
  if (!entry) throw new GoalFileError('no-folder', 'Team goals need an open folder.');
  return entry.file;
}

/**
 * Saves changes to the file with that path.
 * @returns the document as written
 * @throws GoalFileError if it cannot be written; nothing is changed then.
 */
export async function saveTo(space: GoalSpace, path: string, changes: readonly Change[]): Promise<GoalDocument> {
  const entry = space.files.find((each) => each.file.path === path);
  if (!entry) throw new GoalFileError('no-folder', `${path} is not open any more; nothing was changed.`);
  return entry.file.save(changes);
}
