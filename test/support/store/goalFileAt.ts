import path from 'node:path';
import type { Change } from '../../../src/core/document/change';
import { newRecordId } from '../../../src/core/document/recordId';
import { createStamper } from '../../../src/core/document/stamp';
import type { StoredGoalFile } from '../../../src/store/goalFileStore';
import { createGoalFile } from '../../../src/store/goalFileStore';
import { systemClock, systemRandom } from '../../../src/store/nodePorts';
import { quietLog } from './quietLog';

/** The goals file `.microgoals/goals.json` of a folder, with its locks in the folder `locks`, as every process of a test opens it. */
export function goalFileAt(folder: string, replica = 'test', closedFolders?: readonly string[]): StoredGoalFile {
  return createGoalFile({
    path: path.join(folder, '.microgoals', 'goals.json'),
    root: folder,
    lockFolder: path.join(folder, 'locks'),
    stamper: createStamper(systemClock, replica),
    log: quietLog,
    closedFolders,
  });
}

/** A change that adds a goal with a new id. */
export function addGoal(title: string): Change & { readonly type: 'add' } {
  return {
    type: 'add',
    id: newRecordId('g', systemRandom),
    fields: { title, kind: 'micro', status: 'open', order: 'a0' },
  };
}
