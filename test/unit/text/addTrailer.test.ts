import assert from 'node:assert/strict';
import { addTrailer } from '../../../src/core/text/addTrailer';
import { goalMentions } from '../../../src/core/text/trailers';

const A = 'g-4kq7w2m9xd';
const B = 'g-0000000000';

describe('a goal added to a commit message', () => {
  const add = (message: string): string => addTrailer(message, { id: A, closes: false });
  const close = (message: string): string => addTrailer(message, { id: A, closes: true });

  it('is a paragraph of its own, the last one', () => {
    assert.equal(add('Subject'), `Subject\n\nGoal: ${A}`);
    assert.equal(close('Subject\n\nBody.\n\n'), `Subject\n\nBody.\n\nCloses-Goal: ${A}`);
  });

  it('joins trailers that are there', () => {
    const signed = 'Subject\n\nBody\n \nSigned-off-by: Ana <ana@example.com>';
    assert.equal(add(signed), `${signed}\nGoal: ${A}`);
    assert.equal(add(`Subject\n\nGoal: ${B}\n`), `Subject\n\nGoal: ${B}\nGoal: ${A}`);
  });

  it('does not take the subject for a trailer, and leaves room for it', () => {
    assert.equal(add('fix: retry'), `fix: retry\n\nGoal: ${A}`);
    assert.equal(add('\n\nfix: retry'), `\n\nfix: retry\n\nGoal: ${A}`);
    assert.equal(add(''), `\n\nGoal: ${A}`);
    assert.equal(add(add('').replace(A, B)), `\n\nGoal: ${B}\nGoal: ${A}`);
  });

  it('is not added twice; completing it changes the key', () => {
    for (const message of [add('Subject'), close('Subject')]) assert.equal(add(message), message);
    assert.equal(close(close('Subject')), close('Subject'));
    assert.equal(close(add('Subject')), close('Subject'));
    assert.deepEqual(goalMentions(close(add(add('Subject').replace(A, B)))), [
      { id: B, closes: false },
      { id: A, closes: true },
    ]);
  });

  it('completes one of several goals of a trailer, whatever its spelling', () => {
    assert.equal(close(`S\n\n  goal :${A}`), `S\n\n  Closes-Goal: ${A}`);
    assert.equal(close(`S\n\nGoal: ${B}, ${A}\nX: y`), `S\n\nGoal: ${B}\nCloses-Goal: ${A}\nX: y`);
    assert.equal(close(`S\n\nGoal: ${A} (half)`), `S\n\nCloses-Goal: ${A} (half)`);
    assert.equal(add(`S\n\nGoal: ${B},\n  g-1111111111`), `S\n\nGoal: ${B},\n  g-1111111111\nGoal: ${A}`);
  });

  it('stands above a note on a breaking change, which goes on to the end of the message', () => {
    for (const note of [
      'BREAKING CHANGE: no node 16\nat all',
      'BREAKING-CHANGE: x',
      '* breaking change y\n\nRefs: #1',
    ]) {
      assert.equal(add(`feat!: S\n\n${note}`), `feat!: S\n\nGoal: ${A}\n${note}`);
      assert.equal(add(`feat!: S\n\nBody\n\nX: y\n${note}`), `feat!: S\n\nBody\n\nX: y\nGoal: ${A}\n${note}`);
      assert.equal(add(`feat!: S\n${note}`), `feat!: S\n\nGoal: ${A}\n\n${note}`);
    }
    for (const text of ['BREAKING CHANGE: S', 'S\n\nno BREAKING CHANGE: x', 'S\n\nBREAKING CHANGES: x']) {
      assert.equal(add(text), `${text}\n\nGoal: ${A}`);
    }
  });
});
