import assert from 'node:assert/strict';
import type { LinkedCommit } from '../../../src/core/snapshot/linkedCommit';
import { completedBy } from '../../../src/core/snapshot/completion';

const A = 'g-4kq7w2m9xd';
const NOW = 1_000;

function commit(name: string, changes: Partial<LinkedCommit> = {}): LinkedCommit {
  const author = { name: 'Ana', email: 'ana@example.com' };
  return {
    commit: name,
    parent: undefined,
    author,
    date: 1,
    subject: name,
    goals: [],
    reverts: [],
    state: 'here',
    inHead: true,
    ref: 'main',
    ...changes,
  };
}
const closing = (name: string, changes: Partial<LinkedCommit> = {}): LinkedCommit =>
  commit(name, { goals: [{ id: A, closes: true }], ...changes });

describe('completion by commits', () => {
  it('takes the latest closing commit, and no time that is yet to come', () => {
    assert.deepEqual(completedBy([closing('x', { date: 5 }), closing('y', { date: 7 })], NOW).get(A), {
      commit: 'y',
      at: 7,
    });
    assert.deepEqual(completedBy([closing('x', { date: 5_000 })], NOW).get(A), { commit: 'x', at: NOW });
  });

  it('needs a closing line, in the history of HEAD', () => {
    assert.equal(completedBy([commit('x', { goals: [{ id: A, closes: false }] })], NOW).size, 0);
    assert.equal(completedBy([closing('x', { inHead: false, state: 'branch' })], NOW).size, 0);
    assert.equal(completedBy([closing('x', { inHead: false, state: 'merged' })], NOW).size, 0);
  });

  it('is undone by a revert that stands, in the history of HEAD', () => {
    const close = closing('x');
    const revert = commit('r', { reverts: ['x'] });
    const again = commit('rr', { reverts: ['r'] });
    assert.equal(completedBy([close, revert], NOW).size, 0);
    assert.equal(completedBy([close, revert, again], NOW).get(A)?.commit, 'x');
    assert.equal(completedBy([close, revert, again, commit('r2', { reverts: ['x'] })], NOW).size, 0);
    assert.equal(completedBy([close, { ...revert, inHead: false }], NOW).get(A)?.commit, 'x');
    assert.equal(completedBy([close, revert, closing('y')], NOW).get(A)?.commit, 'y');
  });

  it('ends for a chain of 20,001 reverts and for a forged circle', () => {
    const chain = Array.from({ length: 20_001 }, (_, index) =>
      commit(`r${index}`, { reverts: [index === 0 ? 'x' : `r${index - 1}`] }),
    );
    assert.equal(completedBy([closing('x'), ...chain], NOW).size, 0);
    assert.doesNotThrow(() => completedBy([closing('x', { reverts: ['y'] }), commit('y', { reverts: ['x'] })], NOW));
  });
});
