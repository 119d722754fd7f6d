import type { FileReading } from '../core/document/fileReading';
import type { Repository } from '../git/run/repository';
import type { Place } from './openPlace';

/** A file of the team that merges and sync programs meet in. */
export interface MergedFile {
  /** Absolute. */
  readonly path: string;
  /** Top of the work tree; without git the folder the file is in. */
  readonly root: string;
  /** Undefined without git. */
  readonly repository: Repository | undefined;
  read(): Promise<FileReading>;
}

/** A merged file in a repository. */
export interface HealedFile extends MergedFile {
  readonly repository: Repository;
}

type Files = Pick<Place, 'repository' | 'team' | 'files' | 'aside' | 'archive'>;

/** Returns the shared file and its archive; what is set aside stays aside. */
export function mergedFiles({ repository, team, files, aside, archive }: Files): readonly MergedFile[] {
  const shared = aside?.own ?? files.find(({ scope }) => scope === 'team')?.file;
  const root = repository?.root ?? team?.root;
  if (root === undefined) return [];
  const found = [shared, archive].filter((file) => file !== undefined);
  return found.map((file) => ({ path: file.path, root, repository, read: () => file.read() }));
}

/** Returns the same of a repository; none without git. */
export function healedFiles(place: Files | undefined): readonly HealedFile[] {
  return (place ? mergedFiles(place) : []).filter((file): file is HealedFile => file.repository !== undefined);
}
