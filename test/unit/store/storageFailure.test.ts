import assert from 'node:assert/strict';
import { GoalFileError } from '../../../src/core/document/fileReading';
import { saveError } from '../../../src/store/storageFailure';

describe('message of a failed save', () => {
  const failure = (code: string, errno = 0) => Object.assign(new Error('raw'), { code, errno });

  it('says in a plain sentence which file and why, and keeps the cause for the log', () => {
    const cause = failure('ENOSPC');
    const error = saveError(cause, '.microgoals/goals.json');
    assert.equal(error.message, '.microgoals/goals.json was not saved: the disk is full.');
    assert.equal(error.code, 'no-space');
    assert.equal(error.cause, cause);
  });

  it('knows errors that Node has no name for', () => {
    assert.equal(saveError(failure('Unknown system error -28', -28), 'a').code, 'no-space');
  });

  it('names what it does not know', () => {
    assert.equal(saveError(failure('EWEIRD'), 'a').message, 'a was not saved: the system reported EWEIRD.');
    assert.equal(saveError('odd', 'a').code, 'io');
  });

  it('leaves a message alone that was made already', () => {
    const error = new GoalFileError('locked', 'Busy.');
    assert.equal(saveError(error, 'a'), error);
  });
});
