import assert from 'node:assert/strict';
import type { LinkedCommit } from '../../../src/core/snapshot/linkedCommit';
import { contributorsOf } from '../../../src/core/commits/contributors';
import { okrReport } from '../../../src/core/reports/okrReport';
import { fillText } from '../../../src/core/text/fillText';
import { commitOf, goalId, snapshotOf } from '../../support/teamSnapshot';

const author = (name: string, email: string): { readonly name: string; readonly email: string } => ({ name, email });

describe('contributors', () => {
  const commit = (goal: string, names: Partial<LinkedCommit>): LinkedCommit => ({ ...commitOf(goal), ...names });
  const snapshot = snapshotOf({
    team: [
      { title: 'Fast', kind: 'objective' },
      { title: 'Start', kind: 'keyResult', parent: goalId(1) },
      { title: 'Tidy', parent: goalId(2) },
      { title: 'Another' },
    ],
    commits: [
      commit(goalId(3), {
        author: author('Zoë', 'zoe@example.com'),
        coAuthors: [author('ana', 'ana@example.com'), author('', 'nameless@example.com')],
      }),
      commit(goalId(2), { author: author('Émile', 'emile@example.com') }),
      commit(goalId(4), { author: author('Bo', 'bo@example.com') }),
    ],
  });

  it('of a pact or objective are the authors and co-authors of the commits below it, each once, by name (row 24)', () => {
    assert.deepEqual(contributorsOf(goalId(1), snapshot), ['ana', 'Émile', 'nameless@example.com', 'Zoë']);
    assert.deepEqual(contributorsOf(goalId(3), snapshot), ['ana', 'nameless@example.com', 'Zoë']);
    assert.deepEqual(contributorsOf(goalId(9), snapshot), []);
    const [cycle] = okrReport(snapshot, fillText).cycles;
    assert.deepEqual(
      cycle?.objectives.map(({ contributors }) => contributors.length),
      [4],
    );
  });
});
