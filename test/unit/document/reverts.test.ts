import assert from 'node:assert/strict';
import { applyChange, effectiveStamp } from '../../../src/core/document/change';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import type { Json } from '../../../src/core/document/json';
import { isObject } from '../../../src/core/document/json';
import { mergeDocuments } from '../../../src/core/document/merge';
import { createStamper } from '../../../src/core/document/stamp';
import { documentWith, stampAt, stamperAt } from '../../support/documents';
import type { Commit } from '../../support/merge/simulatedRepository';
import { simulatedRepository } from '../../support/merge/simulatedRepository';

const GOAL = 'g-4kq7w2m9xd';
const START = documentWith({ [GOAL]: { title: 'Ship it', status: 'open', created: stampAt(1) } });
const DAY = 24 * 60;

/** The limits that docs/format.md states of `git revert`, as the shortest histories that show them. */
describe('a commit that is reverted and cherry-picked', () => {
  const repository = simulatedRepository();
  const commit = (parents: readonly Commit[], document: GoalDocument): Commit =>
    repository.commit({ parents, document, own: [], known: new Set() });
  const set = (document: GoalDocument, value: string, minute: number): GoalDocument =>
    applyChange(document, { type: 'set', id: GOAL, path: 'status', value }, stamperAt(minute));
  const status = ({ document }: Commit): Json | undefined => {
    const record = document.records.get(GOAL);
    return isObject(record) ? record['status'] : undefined;
  };

  const start = commit([], START);
  const edit = commit([start], set(START, 'done', 10));
  const reverted = repository.replay(edit, edit, start, []);
  const picked = repository.replay(start, start, edit, []);

  it('comes back or goes, by the order of the merges; nothing in the files tells the two apart', () => {
    const first = repository.merge(reverted, picked);
    const second = repository.merge(repository.merge(edit, picked), reverted);
    assert.deepEqual([status(first), status(second)], ['done', 'open']);
    // What the two merges were given: once an edit of one side alone, once the taking back by one side alone.
    assert.deepEqual([reverted.document, picked.document], [start.document, edit.document]);
    assert.deepEqual(repository.merge(edit, picked).document, edit.document);
  });

  it('wins over an edit made after its revert by somebody whose clock is behind', () => {
    const ahead = createStamper({ now: () => Date.UTC(2026, 10, 22) }, 'anaa');
    const early = commit([start], applyChange(START, { type: 'set', id: GOAL, path: 'status', value: 'done' }, ahead));
    const taken = repository.replay(early, early, start, []);
    const later = commit([taken], set(taken.document, 'paused', DAY / 2));
    const elsewhere = repository.replay(start, start, early, []);
    assert.equal(status(repository.merge(later, elsewhere)), 'done');
    assert.equal(mergeDocuments(START, later.document, elsewhere.document).disagreements.length, 1, 'both are shown');
    // No stamp of the reverted commit is left that the later one could exceed.
    const record = taken.document.records.get(GOAL);
    assert.equal(isObject(record) && effectiveStamp(record, 'status'), stampAt(1));
  });

  it('is no matter for merges alone, nor for an edit after the revert under the same clock', () => {
    assert.equal(status(repository.merge(repository.merge(edit, reverted), start)), 'open');
    const later = commit([reverted], set(reverted.document, 'paused', 20));
    assert.equal(status(repository.merge(later, picked)), 'paused');
    assert.equal(status(repository.merge(picked, later)), 'paused');
  });
});
