import assert from 'node:assert/strict';
import {
  coAuthors,
  goalLine,
  goalMentions,
  goalOfBranch,
  goalOfMerge,
  revertedCommits,
} from '../../../src/core/text/trailers';

const A = 'g-4kq7w2m9xd';
const B = 'g-0000000000';
const SHA = '0123456789abcdef0123456789abcdef01234567';

describe('goal lines of a commit message', () => {
  it('are read from any line, indented or not', () => {
    const message = `Subject\n\n    Goal: ${A}\n\nmore\n\tCloses-Goal: ${B} done\r\n`;
    assert.deepEqual(goalMentions(message), [
      { id: A, closes: false },
      { id: B, closes: true },
    ]);
  });

  it('name a goal once, closed if any line closes it', () => {
    assert.deepEqual(goalMentions(`Goal: ${A}\nCloses-Goal: ${A}\nGoal: ${A}`), [{ id: A, closes: true }]);
  });

  it('are nothing else', () => {
    for (const line of [
      `x Goal: ${A}`,
      `Goal:${A}`,
      `goal: ${A}`,
      `Goals: ${A}`,
      `Goal: ${A}x`,
      `Goal: ${A}_`,
      'Goal: g-4kq7w2m9x',
      'Goal: g-4kq7w2m9xi',
      'Goal: G-4KQ7W2M9XD',
      '#Goal: g-4kq7w2m9xd',
    ]) {
      assert.deepEqual(goalMentions(`S\n\n${line}\n`), [], line);
    }
  });

  it('are found in linear time in a megabyte of blanks', () => {
    assert.deepEqual(goalMentions(`${' \n'.repeat(500_000)}${' '.repeat(500_000)}Goal: ${A}`), [
      { id: A, closes: false },
    ]);
  });

  it('are written as they are read, in at most 60 characters', () => {
    for (const mention of [
      { id: A, closes: false },
      { id: B, closes: true },
    ]) {
      assert.deepEqual(goalMentions(goalLine(mention)), [mention]);
      assert.ok(goalLine(mention).length <= 60);
    }
  });
});

describe('the goal of a branch name', () => {
  it('stands at its start or after a slash, and ends there or at a hyphen', () => {
    for (const [branch, id] of [
      [A, A],
      [`${A}-login`, A],
      [`ana/${A}`, A],
      [`ana/x/${A}-`, A],
      [`x${A}`, undefined],
      [`${A}x`, undefined],
      [`${A}/x`, undefined],
      ['fix-big-deployment', undefined],
      ['', undefined],
    ] as const) {
      assert.equal(goalOfBranch(branch), id, branch);
    }
  });
});

describe('the goal of a merge', () => {
  it('is that of the branch it names, as git and hosts write it', () => {
    assert.equal(goalOfMerge(`Merge branch 'ana/${A}-login' into main`), A);
    assert.equal(goalOfMerge(`Merge remote-tracking branch 'origin/${A}'`), A);
    assert.equal(goalOfMerge(`Merge pull request #12 from ana/${A}-login\n\nTitle`), A);
    for (const text of [`Merge branch 'fix-big-deployment'`, `S\n\nMerge branch '${A}'`, `Merge tag '${A}'`, '']) {
      assert.equal(goalOfMerge(text), undefined, text);
    }
  });
});

describe('co-authors', () => {
  it('stand in any line of the message, each once', () => {
    const text =
      'S\n\nCo-authored-by: Bo B <BO@example.com>\n\n  co-authored-by: Bo <bo@example.com>\nCo-authored-by: x\n';
    assert.deepEqual(coAuthors(text), [{ name: 'Bo', email: 'bo@example.com' }]);
    assert.deepEqual(coAuthors('S'), []);
  });
});

describe('commits that a message reverts', () => {
  it('are named in full, in a line of their own', () => {
    const text = `Revert "x"\n\nThis reverts commit ${SHA}.\n  This reverts commit ${SHA}, reversing\nchanges made to x.`;
    assert.deepEqual(revertedCommits(text), [SHA]);
    assert.deepEqual(revertedCommits(`This reverts commit ${SHA.slice(0, 12)}.\nand This reverts commit ${SHA}.`), []);
  });
});
