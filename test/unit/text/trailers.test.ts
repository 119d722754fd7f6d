import assert from 'node:assert/strict';
import { goalsOfMerge } from '../../../src/core/text/mergeMessages';
import { revertedCommits, revertedMerge } from '../../../src/core/text/revertMessages';
import { coAuthors, goalLine, goalMentions, goalOfBranch } from '../../../src/core/text/trailers';
import { TRAILER_FORMS } from '../../support/trailerForms';

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

  for (const [text, mentions] of TRAILER_FORMS) {
    it(`${JSON.stringify(text)} names ${mentions.map(({ id }) => id).join(' and ') || 'nothing'}`, () => {
      assert.deepEqual(goalMentions(`S\n\n${text}\n\nend\n`), mentions);
      assert.deepEqual(goalMentions(`S\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`), mentions);
    });
  }

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
  const other = `g-${'1'.repeat(10)}-other`;
  for (const [host, text] of [
    ['git', "Merge branch 'BR'"],
    ['git, into another branch', `Merge branch 'BR' into ${other}`],
    ['git, a fetched branch', "Merge branch 'BR' of https://example.com/team/project into main"],
    ['git, a branch of a remote', "Merge remote-tracking branch 'origin/BR'"],
    ['GitHub', 'Merge pull request #12 from owner/BR\n\nTitle'],
    ['GitLab', "Merge branch 'BR' into 'main'\n\nTitle\n\nSee merge request team/project!12"],
    ['Bitbucket Cloud', 'Merged in BR (pull request #3)\n\nTitle\n\nApproved-by: Bo'],
    ['Bitbucket Cloud, an update', `Merged BR into ${other}`],
    ['Bitbucket Server', `Merge pull request #3 in TEAM/project from BR to ${other}`],
    ['Bitbucket Server, a fork', 'Merge pull request #3 in TEAM/project from ~ANA/project:BR to main'],
    ['Bitbucket 7', "Pull request #3: Title\n\nMerge in TEAM/project from BR to main\n\n* commit '1a2b3c':\n  Title"],
    ['Bitbucket 7, a fork', `Pull request #3: Title\n\nMerge in TEAM/project from ~ANA/project:BR to ${other}`],
    ['Gitea', "Merge pull request 'Title, isn''t it' (#3) from BR into main"],
    ['Gitea, a fork', `Merge pull request 'Title' (#3) from ana:BR into ${other}`],
    ['Forgejo, a tracker of its own', "Merge pull request 'Title' (!3) from ana/BR into main"],
    ['Azure', `Merge pull request 12 from BR into ${other}`],
    ['Azure, the title it suggests', 'Merged PR 12: Merge BR to main'],
  ] as const) {
    it(`is that of the branch it names, as ${host} words it`, () => {
      for (const branch of [A, `${A}-cache`, `ana/${A}-cache`]) {
        assert.deepEqual(goalsOfMerge(text.replace('BR', branch)), [A], text);
      }
      assert.deepEqual(goalsOfMerge(text.replace('BR', 'fix-big-deployment')), [undefined], text);
    });
  }

  it('is one for each branch where git merges several', () => {
    assert.deepEqual(goalsOfMerge(`Merge branches '${A}-x' and 'ana/${B}' into main`), [A, B]);
    assert.deepEqual(goalsOfMerge(`Merge branches 'x', '${B}' and '${A}'`), [undefined, B, A]);
  });

  it('is none where the message names no branch', () => {
    for (const text of [`S\n\nMerge branch '${A}'`, `Merge tag '${A}'`, `Merged PR 12: ${A}`, '']) {
      assert.deepEqual(goalsOfMerge(text), [], text);
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
  const SHORT = SHA.slice(0, 7);
  const other = 'fedcba9';

  it('are named in a line that begins with it', () => {
    const text = `Revert "x"\n\nThis reverts commit ${SHA}.\n  This reverts commit ${SHA}, reversing\nchanges made to x.`;
    assert.deepEqual(revertedCommits(text), [SHA]);
    assert.deepEqual(revertedCommits(`and This reverts commit ${SHA}.\nThis reverts commit abc.`), []);
    assert.deepEqual(revertedCommits(`This reverts nothing, see ${SHA}.`), []);
  });

  it('may have short names and what git adds to them', () => {
    for (const text of [
      `This reverts commit ${SHORT}.`,
      `This reverts commit ${SHORT.toUpperCase()}`,
      `This reverts commit ${SHORT} (Do it (really), 2026-01-31).`,
      `This reverts commit\n${SHORT} (Do it, 2026-01-31).`,
      `Reverts commit ${SHORT}`,
    ]) {
      assert.deepEqual(revertedCommits(`S\n\n${text}\n`), [SHORT], text);
    }
  });

  it('may be several', () => {
    for (const text of [
      `This reverts commit ${SHORT}.\nThis reverts commit ${other}.`,
      `This reverts commits ${SHORT} and ${other}.`,
      `This reverts commits ${SHORT}, ${other}.`,
      `This reverts commit ${SHORT} (A, 2026-01-31), and ${other} (B, c, 2026-01-30).`,
      `This reverts commits:\n\n- ${SHORT}\n- ${other}\n`,
    ]) {
      assert.deepEqual(revertedCommits(text), [SHORT, other], text);
    }
  });

  it('are those of a merge, whose other side git names, too', () => {
    for (const text of [
      `This reverts commit ${SHORT}, reversing\nchanges made to ${other}.`,
      `This reverts commit ${SHORT} (Merge branch 'x', 2026-01-31), reversing\nchanges made to ${other} (A, 2026-01-30).`,
    ]) {
      assert.deepEqual(revertedMerge(text), { merge: SHORT, onto: other }, text);
      assert.deepEqual(revertedCommits(text), [SHORT], text);
    }
    assert.equal(revertedMerge(`This reverts commit ${SHORT}.`), undefined);
  });

  it('are found in linear time', () => {
    const many = `This reverts commit ${SHORT} (${'('.repeat(50)}\n`.repeat(20_000);
    assert.deepEqual(revertedCommits(`${many}This ${' '.repeat(500_000)}`), [SHORT]);
  });
});
