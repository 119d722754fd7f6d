import type { Repository } from '../../git/run/repository';
import { Failure } from '../terminal/failure';
import type { VerbPlace } from './verbPlace';
import type { OverlayGoalFile } from '../../store/overlayGoalFile';

/** Returns the repository of the place. @throws Failure without git. */
export function requireRepository({ repository, root }: VerbPlace): Repository {
  if (repository) return repository;
  throw new Failure(`${root} is in no git repository, and only commits need this.`);
}

/** Returns the file that keeps goals out of git's way. @throws Failure without git, where they are in nobody's way. */
export function requireAside({ aside, root }: VerbPlace): OverlayGoalFile {
  if (aside) return aside;
  throw new Failure(`${root} is in no git repository, so there is nothing to keep the goals out of.`);
}
