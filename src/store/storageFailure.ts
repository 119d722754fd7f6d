import type { GoalFileErrorCode } from '../core/document/fileReading';
import { GoalFileError } from '../core/document/fileReading';
import { errnoCode } from './errnoCode';

type StorageCode = Extract<GoalFileErrorCode, 'no-space' | 'denied' | 'busy' | 'not-a-file' | 'io'>;

export interface StorageFailure {
  readonly code: StorageCode;
  /** Clause without capital and full stop, e.g. `the disk is full`. */
  readonly reason: string;
}

const FAILURES: Readonly<Record<string, StorageFailure>> = {
  ENOSPC: { code: 'no-space', reason: 'the disk is full' },
  EDQUOT: { code: 'no-space', reason: 'the disk quota is used up' },
  EROFS: { code: 'denied', reason: 'the disk is read-only' },
  EACCES: { code: 'denied', reason: 'permission was denied' },
  EPERM: { code: 'denied', reason: 'the system does not permit it' },
  EBUSY: { code: 'busy', reason: 'another program is using it' },
  ENOTDIR: { code: 'not-a-file', reason: 'a part of its path is not a folder' },
  EISDIR: { code: 'not-a-file', reason: 'it is a folder' },
  ELOOP: { code: 'not-a-file', reason: 'its symbolic links lead in a circle' },
  EIO: { code: 'io', reason: 'the disk reported an error' },
};

/** Returns the meaning of a failed system call, in words for a person. */
export function storageFailure(error: unknown): StorageFailure {
  const code = errnoCode(error);
  return FAILURES[code ?? ''] ?? { code: 'io', reason: `the system reported ${code ?? 'an unknown error'}` };
}

/** Returns the error of a failed save. @param name the file as the person knows it, e.g. `.microgoals/goals.json`. */
export function saveError(error: unknown, name: string): GoalFileError {
  if (error instanceof GoalFileError) return error;
  const { code, reason } = storageFailure(error);
  return new GoalFileError(code, `${name} was not saved: ${reason}.`, { cause: error });
}
