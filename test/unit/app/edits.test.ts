import assert from 'node:assert/strict';
import { joinEdits, planEdits } from '../../../src/app/edits';
import { setField } from '../../../src/core/changes/goalActions';
import type { GoalFile } from '../../../src/core/space/goalSources';

const SHARED = '/repository/.microgoals/goals.json';
const ARCHIVE = '/repository/.microgoals/archive.json';
const FILES = { files: [{ scope: 'team' as const, file: { path: SHARED } as GoalFile }] };
const CHANGES = [setField('g-1', 'title', 'Ship')];

describe('edits of goals files', () => {
  it('go to the file that holds the record, also where no new records go, and never to another one instead', () => {
    const plan = { id: 'g-1', scope: 'team' as const, changes: CHANGES };
    assert.deepEqual(planEdits({ ...plan, path: ARCHIVE }, FILES), [{ path: ARCHIVE, changes: CHANGES }]);
    assert.deepEqual(planEdits({ ...plan, path: undefined }, FILES), [{ path: SHARED, changes: CHANGES }]);
    assert.deepEqual(planEdits({ ...plan, path: undefined, changes: [] }, FILES), []);
  });

  it('are joined by file, in the order in which the files come first, and only where something changes', () => {
    const other = [setField('g-2', 'title', 'Test')];
    const joined = joinEdits([
      { path: ARCHIVE, changes: [] },
      { path: SHARED, changes: CHANGES },
      { path: ARCHIVE, changes: CHANGES },
      { path: SHARED, changes: other },
    ]);
    assert.deepEqual(joined, [
      { path: SHARED, changes: [...CHANGES, ...other] },
      { path: ARCHIVE, changes: CHANGES },
    ]);
  });
});
