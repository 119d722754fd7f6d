import assert from 'node:assert/strict';
import { applyChanges } from '../../../src/core/document/change';
import { setField, setStatus, setTags } from '../../../src/core/changes/goalActions';
import { goalNews } from '../../../src/core/reports/goalNews';
import { documentWith, stampAt, stamperAt } from '../../support/documents';

const [A, B, C] = ['g-aaaaaaaaaa', 'g-bbbbbbbbbb', 'g-cccccccccc'] as const;
const GOAL = { title: 'A goal', status: 'open', order: 'a0', tags: { ci: true }, created: stampAt(0) };
const BEFORE = documentWith({ [A]: GOAL, [B]: { ...GOAL, status: 'done' }, 'c-aaaaaaaaaa': { goal: A } });

const news = (before: typeof BEFORE, now: typeof BEFORE): string[] =>
  goalNews(before, now).map(({ id, type, fields }) => [id, type, ...fields].join(' '));

describe('goalNews', () => {
  it('tells what was ticked, reopened and changed, one line a goal, the latest first', () => {
    const first = applyChanges(BEFORE, [setStatus(B, 'open')], stamperAt(5));
    const now = applyChanges(
      first,
      [setStatus(A, 'done'), setField(A, 'due', '2026-12-04'), ...setTags(A, ['ci'], ['x'])],
      stamperAt(9),
    );
    assert.deepEqual(news(BEFORE, now), [`${A} done tags due`, `${B} reopened`]);
    assert.equal(goalNews(BEFORE, now)[1]?.stamp, stampAt(5));
    const paused = applyChanges(BEFORE, [setStatus(A, 'paused')], stamperAt(5));
    assert.deepEqual(news(BEFORE, paused), [`${A} changed status`]);
  });

  it('tells a goal that is new, deleted, back, or gone without having been deleted', () => {
    const deleted = applyChanges(BEFORE, [setField(A, 'deleted', true)], stamperAt(5));
    const added = documentWith({ ...Object.fromEntries(BEFORE.records), [C]: GOAL });
    assert.deepEqual(news(BEFORE, added), [`${C} added`]);
    assert.deepEqual(news(BEFORE, deleted), [`${A} deleted`]);
    assert.deepEqual(news(deleted, applyChanges(deleted, [setField(A, 'deleted', false)], stamperAt(6))), [
      `${A} added`,
    ]);
    assert.deepEqual(news(added, BEFORE), [`${C} gone`]);
  });

  it('is silent about order, stamps, tombstones and records that are no goals', () => {
    const moved = applyChanges(BEFORE, [setField(A, 'order', 'a1'), setStatus(B, 'done')], stamperAt(5));
    assert.deepEqual(news(BEFORE, moved), []);
    assert.deepEqual(news(documentWith({ [A]: { ...GOAL, deleted: true } }), documentWith({})), []);
    assert.deepEqual(news(documentWith({}), documentWith({ 'c-aaaaaaaaaa': { goal: A }, [A]: 'text' })), []);
  });
});
