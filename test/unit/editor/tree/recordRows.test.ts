import assert from 'node:assert/strict';
import { formatDocument } from '../../../../src/core/document/formatDocument';
import { TreeElements } from '../../../../src/editor/tree/treeElements';
import { teamModel } from '../../../../src/editor/tree/treeModel';
import { documentWith } from '../../../support/documents';
import { goalId, goalsFile, snapshotOf } from '../../../support/teamSnapshot';

describe('rows of records', () => {
  it('stand below their goal, after its parts; those of a kind without a tree stand nowhere', () => {
    const goals = goalsFile([
      { title: 'Ship it', kind: 'pact' },
      { title: 'Write it', parent: goalId(1) },
    ]);
    assert.equal(goals.state, 'ok');
    const document = documentWith({
      ...Object.fromEntries(goals.document.records),
      'c-0000000002': { goal: goalId(1), by: 'ana@example.com', note: 'later' },
      'c-0000000001': { goal: goalId(1), by: 'ana@example.com', note: 'first', deleted: true },
      's-0000000001': { goal: goalId(1), by: 'bo@example.com' },
      'p-0000000001': { name: 'Cy' },
    });
    const team = { ...goals, document, text: formatDocument(document) };
    const rows = teamModel(snapshotOf({ team }), new TreeElements());
    const [pact, more] = rows.roots;
    assert.equal(more, undefined);
    assert.ok(pact);
    assert.deepEqual(
      rows.children(pact).map((row) => ('id' in row ? row.id : row.type)),
      [goalId(2), 'terms', 'c-0000000002', 's-0000000001'],
    );
  });
});
