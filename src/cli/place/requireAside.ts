import type { OverlayGoalFile } from '../../store/overlayGoalFile';
import { Failure } from '../terminal/failure';
import type { Place } from './openPlace';

/** @throws Failure without git, where nothing stands in anybody's way. */
export function requireAside({ aside, root }: Place): OverlayGoalFile {
  if (aside) return aside;
  throw new Failure(`${root} is in no git repository, so there is nothing to keep the goals out of.`);
}
