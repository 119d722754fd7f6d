import type { Repository } from '../../git/run/repository';
import { Failure } from '../terminal/failure';
import type { VerbPlace } from './verbPlace';
import type { OverlayGoalFile } from '../../store/overlayGoalFile';

/** @throws Failure without git. */
export function requireRepository({ repository, root }: VerbPlace): Repository {
  if (repository) return repository;
  throw new Failure(`${root} is in no git repository, and only commits need this.`);
}

/** @throws Failure without git, where nothing stands in anybody's way. */
export function requireAside({ aside, root }: VerbPlace): OverlayGoalFile {
  if (aside) return aside;
  throw new Failure(`${root} is in no git repository, so there is nothing to keep the goals out of.`);
}
