import assert from 'node:assert/strict';
import type { CommitFact } from '../../../../src/git/log/commitFacts';
import { factsWithEffect, unsaid } from '../../../../src/git/log/factsWithEffect';

const CHAIN = 50_000;

function fact(number: number, more: Partial<CommitFact> = {}): CommitFact {
  const author = { name: 'Ana', email: 'ana@example.com' };
  return {
    commit: `c${number}`,
    parent: undefined,
    author,
    date: number,
    subject: '',
    goals: [],
    reverts: [],
    ...more,
  };
}
const goals = (id: string): Partial<CommitFact> => ({ goals: [{ id, closes: false }] });

describe('facts with effect', () => {
  it('are those that name goals, their reverts, and the reverts of these, newest first', () => {
    const reverts = [fact(2, { reverts: ['c1'] }), fact(4, { reverts: ['c2'] }), fact(3, { reverts: ['c9'] })];
    const found = factsWithEffect([fact(1, goals('g-1')), ...reverts, fact(5)], []);
    assert.deepEqual(
      found.map(({ commit }) => commit),
      ['c4', 'c2', 'c1'],
    );
  });

  it('reach to the end of a chain of reverts that somebody made very long', () => {
    const chain = Array.from({ length: CHAIN }, (_, index) => fact(index + 1, { reverts: [`c${index}`] }));
    const found = factsWithEffect([fact(0, goals('g-1')), ...chain], []);
    assert.equal(found.length, CHAIN + 1);
    assert.equal(found[0]?.commit, `c${CHAIN}`);
  });

  it('take from branches what nothing else says, also of a revert', () => {
    const said = [fact(1, goals('g-1')), fact(2, { reverts: ['c1'] })];
    const byBranch = unsaid(
      [1, 2, 3].map((number) => fact(number, goals('g-2'))),
      said,
    );
    const found = factsWithEffect(said, byBranch);
    assert.deepEqual(
      found.map(({ commit, goals: [goal] }) => [commit, goal?.id]),
      [
        ['c3', 'g-2'],
        ['c2', 'g-2'],
        ['c1', 'g-1'],
      ],
    );
  });
});
