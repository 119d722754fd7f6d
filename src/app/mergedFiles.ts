import type { FileReading } from '../core/document/fileReading';
import type { Repository } from '../git/run/repository';
import type { Place } from './openPlace';

/** File of the team that merges and sync programs change. */
export interface MergedFile {
  /** Path of the file, absolute. */
  readonly path: string;
  /** Top of the work tree, or the file's folder without git. */
  readonly root: string;
  /** Repository of the file; undefined without git. */
  readonly repository: Repository | undefined;
  /** Paths of the place's other goals files, the person's own among them: they are no copies of this one. */
  readonly others: readonly string[];
  read(): Promise<FileReading>;
}

/** Merged file in a repository. */
export interface HealedFile extends MergedFile {
  readonly repository: Repository;
}

type Files = Pick<Place, 'repository' | 'team' | 'files' | 'aside' | 'archive'>;

/** Returns the shared file and its archive; edits that are set aside stay aside. */
export function mergedFiles({ repository, team, files, aside, archive }: Files): readonly MergedFile[] {
  const shared = aside?.own ?? files.find(({ scope }) => scope === 'team')?.file;
  const root = repository?.root ?? team?.root;
  if (root === undefined) return [];
  const found = [shared, archive].filter((file) => file !== undefined);
  const all = [...files.map(({ file }) => file.path), ...(archive ? [archive.path] : [])];
  return found.map((file) => {
    const others = all.filter((each) => each !== file.path);
    return { path: file.path, root, repository, others, read: () => file.read() };
  });
}

/** Returns the merged files of a repository; none without git. */
export function healedFiles(place: Files | undefined): readonly HealedFile[] {
  return (place ? mergedFiles(place) : []).filter((file): file is HealedFile => file.repository !== undefined);
}
