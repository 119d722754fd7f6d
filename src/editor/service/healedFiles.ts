import type { FileReading } from '../../core/document/fileReading';
import type { Repository } from '../../git/run/repository';
import type { WindowPlace } from './windowPlace';

/** A file of the team that git merges, with what its healing needs. */
export interface HealedFile {
  readonly repository: Repository;
  readonly path: string;
  read(): Promise<FileReading>;
}

/** The shared file and its archive; none without git. */
export function healedFiles(place: WindowPlace | undefined): HealedFile[] {
  const repository = place?.repository;
  if (!repository) return [];
  // The file alone: what is set aside stays aside.
  const files = [place.aside?.own, place.space.archive].filter((file) => file !== undefined);
  return files.map((file) => ({ repository, path: file.path, read: () => file.read() }));
}
