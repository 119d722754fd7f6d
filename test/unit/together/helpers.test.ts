import assert from 'node:assert/strict';
import { applyChanges } from '../../../src/core/document/change';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import { mergeDocuments } from '../../../src/core/document/merge';
import { readGoal } from '../../../src/core/model/goalView';
import { changeHelpers, helpersOf } from '../../../src/core/together/helpers';
import { documentWith, stamperAt } from '../../support/documents';

const ID = 'g-4kq7w2m9xd';
const [ANA, BO, CY] = ['ana@example.com', 'bo@example.com', 'cy@example.com'];
const BASE = documentWith({ [ID]: { title: 'Ship', owner: ANA, helpers: { 'Bo@Example.com': true } } });

function goalIn({ records }: GoalDocument): ReturnType<typeof readGoal>['goal'] {
  return readGoal(ID, records.get(ID) ?? null).goal;
}

function changed(added: readonly string[], removed: readonly string[], minute: number): GoalDocument {
  return applyChanges(BASE, changeHelpers(goalIn(BASE), added, removed), stamperAt(minute));
}

describe('helpers of a goal (row 8)', () => {
  it('are those besides the owner, each once, whatever the case of their address', () => {
    assert.deepEqual(helpersOf(goalIn(BASE)), [BO]);
    assert.deepEqual(helpersOf(goalIn(changed([ANA, BO, CY], [], 1))), [BO, CY]);
    assert.deepEqual(helpersOf(goalIn(changed([], [BO], 1))), []);
  });

  it('two people who begin to help at the same time both stay', () => {
    const sides = [changed([CY], [], 1), changed(['dee@example.com'], [BO], 2)] as const;
    const merged = goalIn(mergeDocuments(BASE, ...sides).document);
    assert.deepEqual(helpersOf(merged), [CY, 'dee@example.com']);
  });
});
