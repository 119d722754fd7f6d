import assert from 'node:assert/strict';
import { keyResultKind } from '../../../src/core/model/keyResult';
import { CLOSING_REFUSALS, planCloseCycle } from '../../../src/core/okr/closeCycle';
import { SCORE_REFUSALS, scoreRefusal } from '../../../src/core/okr/scoreRule';
import { planEdit } from '../../../src/core/records/planRecord';
import { cyclesOf } from '../../../src/core/snapshot/cycles';
import { recordsOfKind } from '../../../src/core/snapshot/recordNode';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import type { RecordSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

const [ANA, BO, CY] = ['ana@example.com', 'bo@example.com', 'cy@example.com'] as const;
const CYCLE = 'q-0000000001';
const Q4: RecordSketch = { title: 'Q4', from: '2026-10-01', to: '2026-12-31' };

interface Case {
  readonly me: string;
  readonly owner?: string;
  readonly score?: number;
  readonly facilitator?: string;
  readonly noCycle?: true;
}

function team({ me, owner, score, facilitator, noCycle }: Case): Snapshot {
  const more = { target: 10, ...(noCycle ? {} : { cycle: CYCLE }), ...(score === undefined ? {} : { score }) };
  const goal = { title: 'Start', kind: 'keyResult' as const, more, ...(owner === undefined ? {} : { owner }) };
  const cycle = { ...Q4, ...(facilitator === undefined ? {} : { facilitator }) };
  return snapshotOf({ team: goalsFile([goal], 1, { [CYCLE]: cycle }), me, people: { [BO]: 'Bo', [CY]: 'Cy' } });
}

const { scored, facilitator: forFacilitator, owner: forOwner } = SCORE_REFUSALS;

/** Whether somebody may score a goal, in each face: as a rule, by an edit, by closing the cycle. */
const CASES: readonly (readonly [name: string, about: Case, problem: string | undefined])[] = [
  ['owners score their own', { me: ANA, owner: ANA, facilitator: CY }, undefined],
  ['owners change their own score', { me: ANA, owner: ANA, score: 0.3 }, undefined],
  ['the facilitator scores the rest', { me: ANA, owner: BO, facilitator: ANA }, undefined],
  ['whoever closes a cycle without a facilitator scores the rest', { me: ANA, owner: BO }, undefined],
  ['what nobody owns is scored by anybody', { me: ANA, facilitator: CY }, undefined],
  ['the facilitator leaves the score of the owner', { me: ANA, owner: BO, score: 0.3, facilitator: ANA }, scored],
  ['nobody else scores where there is a facilitator', { me: ANA, owner: BO, facilitator: CY }, forFacilitator],
  ['without a cycle only the owner scores', { me: ANA, owner: BO, noCycle: true }, forOwner],
];

describe('who scores an objective or key result (row 63)', () => {
  for (const [name, about, problem] of CASES)
    it(name, () => {
      const snapshot = team(about);
      const node = snapshot.goals.get(goalId(1));
      const [record] = recordsOfKind(keyResultKind, snapshot);
      assert.ok(node && record);
      assert.equal(scoreRefusal(node, 0.6, snapshot)?.problem, problem);
      const edit = planEdit(record, { score: 0.6 }, snapshot);
      assert.equal('problem' in edit ? edit.problem : undefined, problem);
      const [cycle] = cyclesOf(snapshot);
      if (!cycle || about.noCycle) return;
      const decision = { score: 0.6, ending: 'drop', reason: 'Sold' } as const;
      const closing = planCloseCycle(cycle, new Map([[goalId(1), decision]]), undefined, snapshot);
      const isFacilitator = about.facilitator === undefined || about.facilitator === about.me;
      assert.equal(
        'problem' in closing ? closing.problem : undefined,
        isFacilitator ? problem : CLOSING_REFUSALS.facilitator,
      );
    });

  it('lets others edit the rest of a goal, and leaves its score as it is', () => {
    const snapshot = team({ me: ANA, owner: BO, score: 0.3, facilitator: CY });
    const [record] = recordsOfKind(keyResultKind, snapshot);
    assert.ok(record);
    assert.ok(!('problem' in planEdit(record, { title: 'Start at once', score: 0.3 }, snapshot)));
    const cleared = planEdit(record, { score: undefined }, snapshot);
    assert.equal('problem' in cleared && cleared.problem, scored);
  });
});
