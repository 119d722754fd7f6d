import type { Repository } from '../../git/run/repository';
import { Failure } from '../terminal/failure';
import type { Place } from './openPlace';

/** @throws Failure without git. */
export function requireRepository({ repository, root }: Place): Repository {
  if (repository) return repository;
  throw new Failure(`${root} is in no git repository, and only commits need this.`);
}
