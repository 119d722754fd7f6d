import assert from 'node:assert/strict';
import { conflicts } from '../../../src/core/okr/relations';
import { relationMap } from '../../../src/core/okr/relationMap';
import { relationReport } from '../../../src/core/reports/relationReport';
import { RELATION_REFUSALS, relationRule } from '../../../src/core/okr/relationRule';
import type { OkrReport } from '../../../src/core/reports/okrReport';
import { okrReport } from '../../../src/core/reports/okrReport';
import { planEdit } from '../../../src/core/records/planRecord';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { waitingOnMe } from '../../../src/core/team/waiting';
import { fillText } from '../../../src/core/text/fillText';
import { TreeElements } from '../../../src/editor/tree/treeElements';
import { teamModel } from '../../../src/editor/tree/treeModel';
import type { GoalSketch, RecordSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';
import { servedByAgreement, unalignedGoals } from '../../../src/core/okr/unalignedGoals';

const [ANA, BO] = ['ana@example.com', 'bo@example.com'];
const CHARTER = 'h-0000000001';
const ASK = 'e-0000000001';
const MISSION: RecordSketch = { title: 'Fast for everybody', type: 'mission' };
const ASKED: RecordSketch = { goal: goalId(3), by: ANA, to: goalId(1), state: 'asked' };

const GOALS: GoalSketch[] = [
  { title: 'Fast', kind: 'objective', owner: BO, more: { serves: CHARTER } },
  { title: 'Start below 80 ms', kind: 'keyResult', parent: goalId(1) },
  { title: 'Tidy the loader' },
  { title: 'Cheap', kind: 'objective', more: { conflictsWith: { [goalId(1)]: true } } },
  { title: 'Long done', status: 'done' },
];

function team(others: Readonly<Record<string, RecordSketch>>, me = BO, goals = GOALS): Snapshot {
  return snapshotOf({ team: goalsFile(goals, 1, others), me });
}

function answered(snapshot: Snapshot, values: Parameters<typeof planEdit>[1]): unknown {
  const node = snapshot.records.get(ASK);
  assert.ok(node);
  const plan = planEdit(node, values, snapshot);
  if ('problem' in plan) return plan.problem;
  return Object.fromEntries(
    plan.changes.flatMap((change) => (change.type === 'set' ? [[change.path, change.value]] : [])),
  );
}

describe('relation (rows 6, 62 and 68)', () => {
  const unaligned = (snapshot: Snapshot): string[] => unalignedGoals(snapshot).map(({ goal }) => goal.title);

  it('says which open goals of the team serve no part of the charter', () => {
    assert.deepEqual(unaligned(team({ [CHARTER]: MISSION })), ['Tidy the loader', 'Cheap']);
  });

  it('takes objectives for what is served where there is no charter, and says nothing where there are none', () => {
    assert.deepEqual(unaligned(team({})), ['Tidy the loader']);
    assert.deepEqual(unaligned(team({}, BO, [{ title: 'Tidy' }])), []);
  });

  it('sets small goals apart in the tree where there is a charter or an objective, and nowhere else (row 6)', () => {
    const rows = (snapshot: Snapshot): readonly string[] => {
      const model = teamModel(snapshot, new TreeElements());
      return model.roots.flatMap((row) =>
        row.type === 'group' ? [row.group, ...model.children(row).map(({ key }) => key)] : [row.key],
      );
    };
    const loose = [`:unaligned/${goalId(3)}`];
    const others = [`/${goalId(1)}`, `/${goalId(4)}`, `/${goalId(5)}`];
    assert.deepEqual(rows(team({})), [...others, 'unaligned', ...loose]);
    const charter = team({ [CHARTER]: MISSION }, BO, [{ title: 'Tidy' }]);
    assert.deepEqual(rows(charter), ['unaligned', `:unaligned/${goalId(1)}`]);
    const plain = team({}, BO, [{ title: 'Tidy' }, { title: 'Answer', kind: 'pact' }]);
    assert.deepEqual(rows(plain), [`/${goalId(1)}`, `/${goalId(2)}`]);
  });

  it('is reported for the panel: what serves the charter, what is asked and who may answer, what would be a circle (row 62)', () => {
    const others = { [CHARTER]: MISSION, [ASK]: { ...ASKED, note: 'halves\nit' } };
    const report = (me: string, state = 'asked'): OkrReport =>
      okrReport(team({ ...others, [ASK]: { ...others[ASK], state } }, me), fillText);
    const { charter, asked } = report(BO);
    assert.deepEqual(
      charter.map(({ goals }) => goals),
      [[{ id: goalId(1), title: 'Fast' }]],
    );
    const line = {
      id: ASK,
      goal: { id: goalId(3), title: 'Tidy the loader' },
      objective: { id: goalId(1), title: 'Fast' },
      note: 'halves it',
      by: ANA,
      of: BO,
    };
    assert.deepEqual(asked, [{ ...line, isMine: true }]);
    assert.deepEqual(report(ANA).asked, [{ ...line, isMine: false }]);
    const agreed = report(BO, 'accepted');
    assert.deepEqual(agreed.asked, []);
    assert.deepEqual(
      agreed.cycles.flatMap(({ objectives }) => objectives.map((each) => each.agreed.map(({ title }) => title))),
      [['Tidy the loader'], []],
    );
    const circle: GoalSketch[] = [
      { title: 'A', kind: 'objective', parent: goalId(2) },
      { title: 'B', parent: goalId(1) },
    ];
    assert.equal(okrReport(team({}, BO, circle), fillText).circles.length, 1);
  });

  it('counts an agreement only once it is accepted', () => {
    const asked = team({ [CHARTER]: MISSION, [ASK]: ASKED });
    assert.deepEqual(unaligned(asked), ['Tidy the loader', 'Cheap']);
    assert.deepEqual(servedByAgreement(goalId(3), asked), []);
    const accepted = team({ [CHARTER]: MISSION, [ASK]: { ...ASKED, state: 'accepted' } });
    assert.deepEqual(unaligned(accepted), ['Cheap']);
    assert.equal(accepted.goals.get(goalId(1))?.total, 1, 'no part of the roll-up');
    const [mission] = relationMap(accepted).charter;
    const below = mission?.goals[0]?.goals.map(({ title, byAgreement }) => [title, byAgreement]);
    assert.deepEqual(below, [
      ['Start below 80 ms', false],
      ['Tidy the loader', true],
    ]);
  });

  it('is answered by the owner of the objective only, for whom it waits', () => {
    const others = { [ASK]: ASKED };
    assert.deepEqual(answered(team(others), { state: 'accepted' }), { state: 'accepted', answeredBy: BO });
    assert.equal(answered(team(others, ANA), { state: 'accepted' }), RELATION_REFUSALS.notOwner);
    assert.equal(answered(team(others, ANA), { to: goalId(4) }), RELATION_REFUSALS.moved);
    assert.deepEqual(answered(team(others, ANA), { note: 'it halves the start' }), { note: 'it halves the start' });
    assert.deepEqual(
      waitingOnMe(team(others)).map(({ what, goal, record }) => [what, goal, record]),
      [['align', goalId(3), ASK]],
    );
    assert.deepEqual(waitingOnMe(team(others, ANA)), []);
    const unowned = { [ASK]: { ...ASKED, to: goalId(4) } };
    assert.deepEqual(answered(team(unowned, ANA), { state: 'declined' }), { state: 'declined', answeredBy: ANA });
  });

  it('is asked, whatever a new one says of an answer, but by the owner of the objective', async () => {
    const facts = { random: () => 0.5, tickOf: () => Promise.resolve(undefined) };
    const ask = (me: string, to: string, goal = goalId(3)): ReturnType<typeof relationRule> =>
      relationRule({ goal, to, by: me, state: 'accepted' }, team({}, me), {
        ...facts,
        random: () => new Uint8Array(8),
      } as never);
    const stateOf = async (asking: ReturnType<typeof relationRule>): Promise<unknown> => {
      const ruled = await asking;
      return 'values' in ruled ? ruled.values['state'] : ruled.problem;
    };
    assert.equal(await stateOf(ask(ANA, goalId(1))), 'asked');
    assert.equal(await stateOf(ask(BO, goalId(1))), 'accepted');
    assert.equal(await stateOf(ask(ANA, goalId(2))), RELATION_REFUSALS.noObjective);
    assert.equal(await stateOf(ask(ANA, goalId(1), goalId(1))), RELATION_REFUSALS.itself);
    assert.equal(await stateOf(ask(ANA, goalId(1), goalId(2))), RELATION_REFUSALS.below);
  });

  it('has the same questions in the map and in the team panel, the oldest first, as far as both goals are there', () => {
    const snapshot = team({
      [ASK]: { ...ASKED, to: goalId(4), daysAgo: 1 },
      'e-0000000002': ASKED,
      'e-0000000003': { ...ASKED, to: goalId(99) },
    });
    const ids = ['e-0000000002', ASK];
    assert.deepEqual(
      relationMap(snapshot).asked.map(({ id }) => id),
      ids,
    );
    assert.deepEqual(
      relationReport(snapshot, fillText).asked.map(({ id }) => id),
      ids,
    );
  });

  it('names conflicts once, and circles of parents', () => {
    assert.deepEqual(
      conflicts(team({})).map((pair) => pair.map(({ goal }) => goal.title)),
      [['Cheap', 'Fast']],
    );
    const circle: GoalSketch[] = [
      { title: 'A', parent: goalId(2) },
      { title: 'B', parent: goalId(1) },
    ];
    assert.equal(relationMap(team({}, BO, circle)).circles.length, 1);
  });
});
