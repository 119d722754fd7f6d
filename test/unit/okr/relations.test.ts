import assert from 'node:assert/strict';
import { dependencyCircles } from '../../../src/core/okr/dependencies';
import { relationTexts } from '../../../src/core/okr/relationText';
import { relationMap } from '../../../src/core/okr/relationMap';
import { factTexts } from '../../../src/core/reports/goalFacts';
import { relationReport } from '../../../src/core/reports/relationReport';
import { refusalText } from '../../../src/core/changes/refusal';
import { teamReport } from '../../../src/core/reports/teamReport';
import { systemRandom } from '../../../src/store/nodePorts';
import { factWords } from '../../../src/cli/texts/goalTexts';
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
const ASKED: RecordSketch = { goal: goalId(3), by: ANA, type: 'serves', to: goalId(1), state: 'asked' };

const GOALS: GoalSketch[] = [
  { title: 'Fast', kind: 'objective', owner: BO, more: { serves: CHARTER } },
  { title: 'Start below 80 ms', kind: 'keyResult', parent: goalId(1) },
  { title: 'Tidy the loader' },
  { title: 'Cheap', kind: 'objective' },
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

const FACTS = { random: systemRandom, tickOf: () => Promise.resolve(undefined) };

/** Returns the values of a new relation as they are written, or why it is refused. */
async function entered(values: RecordSketch, snapshot: Snapshot): Promise<Readonly<Record<string, unknown>> | string> {
  const { me = '' } = snapshot;
  const ruled = await relationRule({ by: me, ...values }, snapshot, FACTS);
  return 'problem' in ruled ? refusalText(ruled, fillText) : ruled.values;
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

  it('is asked, whatever a new one says of an answer, but by the owner of the objective or where nobody owns it', async () => {
    const state = async (...given: Parameters<typeof entered>): Promise<unknown> => {
      const values = await entered(...given);
      return typeof values === 'string' ? values : [values['state'], values['answeredBy']];
    };
    const serves = (to: string): RecordSketch => ({ goal: goalId(3), type: 'serves', to, state: 'accepted' });
    assert.deepEqual(await state(serves(goalId(1)), team({}, ANA)), ['asked', undefined]);
    assert.deepEqual(await state(serves(goalId(1)), team({}, BO)), ['accepted', BO]);
    assert.deepEqual(await state(serves(goalId(4)), team({}, ANA)), ['accepted', ANA]);
    assert.deepEqual(await state(serves(CHARTER), team({ [CHARTER]: MISSION }, ANA)), [undefined, undefined]);
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

  it('names what pulls different ways once, whichever goal names the other, and circles of parents', () => {
    const others = {
      'e-0000000002': { goal: goalId(4), type: 'conflictsWith', to: goalId(1) },
      'e-0000000003': { goal: goalId(1), type: 'conflictsWith', to: goalId(4) },
      'e-0000000004': { goal: goalId(4), type: 'tension', to: goalId(3), note: 'Tests cost money' },
      'e-0000000005': { goal: goalId(5), type: 'conflictsWith', to: goalId(4) },
    };
    const { conflicts, tensions } = relationReport(team(others), fillText);
    assert.deepEqual(
      conflicts.map(({ goal, to }) => [goal.title, to.title]),
      [['Cheap', 'Fast']],
    );
    assert.deepEqual(
      tensions.map(({ goal, to, note }) => [goal.title, to.title, note]),
      [['Cheap', 'Tidy the loader', 'Tests cost money']],
    );
    const circle: GoalSketch[] = [
      { title: 'A', parent: goalId(2) },
      { title: 'B', parent: goalId(1) },
    ];
    assert.equal(relationMap(team({}, BO, circle)).circles.length, 1);
  });

  it('counts for the charter, too', () => {
    const snapshot = team({ [CHARTER]: MISSION, 'e-0000000002': { goal: goalId(3), type: 'serves', to: CHARTER } });
    assert.deepEqual(unaligned(snapshot), ['Cheap']);
    const served = [['Fast', 'Tidy the loader']];
    assert.deepEqual(
      relationMap(snapshot).charter.map(({ goals }) => goals.map(({ title }) => title)),
      served,
    );
    assert.deepEqual(
      relationReport(snapshot, fillText).charter.map(({ goals }) => goals.map(({ title }) => title)),
      served,
    );
  });
});

describe('a relation that is entered', () => {
  const refused = async (values: RecordSketch, others: Readonly<Record<string, RecordSketch>> = {}): Promise<unknown> =>
    entered({ goal: goalId(3), ...values }, team({ [CHARTER]: MISSION, ...others }, ANA));

  it('names a goal that is here and open, another than itself', async () => {
    assert.equal(
      await refused({ type: 'dependsOn', to: goalId(99) }),
      `A relation names what is not here: ${goalId(99)}.`,
    );
    assert.equal(
      await refused({ type: 'supports', to: goalId(3) }),
      '"Tidy the loader" can have no relation to itself.',
    );
    const closed = '"Long done" is closed; a relation begins between open goals.';
    assert.equal(await refused({ type: 'dependsOn', to: goalId(5) }), closed);
    assert.equal(await refused({ goal: goalId(5), type: 'supports', to: goalId(1) }), closed);
  });

  it('serves an objective or the charter, which takes nothing else', async () => {
    assert.match(String(await refused({ type: 'serves', to: goalId(2) })), /^"Start below 80 ms" is no objective/);
    const below = '"Start below 80 ms" stands below "Fast" already.';
    assert.equal(await refused({ goal: goalId(2), type: 'serves', to: goalId(1) }), below);
    const only = '"Fast for everybody" is no goal; a goal can only serve it.';
    assert.equal(await refused({ type: 'dependsOn', to: CHARTER }), only);
  });

  it('is there once, and from either side if it is mutual; one that was declined may be asked again', async () => {
    const again = '"Tidy the loader" and "Fast" have this relation already.';
    const known = (type: string, more: RecordSketch = {}): Readonly<Record<string, RecordSketch>> => ({
      [ASK]: { goal: goalId(3), by: BO, type, to: goalId(1), ...more },
    });
    for (const type of ['serves', 'dependsOn', 'supports', 'conflictsWith', 'tension'])
      assert.equal(await refused({ type, to: goalId(1), note: 'x' }, known(type)), again);
    const back = { goal: goalId(1), type: 'conflictsWith', to: goalId(3) };
    assert.equal(
      await refused(back, known('conflictsWith')),
      '"Fast" and "Tidy the loader" have this relation already.',
    );
    assert.equal(typeof (await refused({ ...back, type: 'supports' }, known('supports'))), 'object');
    assert.equal(
      typeof (await refused({ type: 'serves', to: goalId(1) }, known('serves', { state: 'declined' }))),
      'object',
    );
  });

  it('says in a note what a tension is, and keeps it', async () => {
    assert.equal(await refused({ type: 'tension', to: goalId(4) }), RELATION_REFUSALS.noNote);
    assert.equal(await refused({ type: 'tension', to: goalId(4), note: ' ' }), RELATION_REFUSALS.noNote);
    const snapshot = team({ [ASK]: { goal: goalId(3), by: BO, type: 'tension', to: goalId(4), note: 'Why' } });
    assert.equal(answered(snapshot, { note: undefined }), RELATION_REFUSALS.noNote);
    assert.equal(answered(snapshot, { type: 'supports' }), RELATION_REFUSALS.moved);
    assert.equal(answered(snapshot, { state: 'accepted' }), RELATION_REFUSALS.notAsked);
  });

  it('closes no circle of dependencies; the goals of the circle are named', async () => {
    const others = {
      'e-0000000002': { goal: goalId(1), type: 'dependsOn', to: goalId(4) },
      'e-0000000003': { goal: goalId(4), type: 'dependsOn', to: goalId(3) },
    };
    assert.equal(
      await refused({ type: 'dependsOn', to: goalId(1) }, others),
      'Each would wait for the next in a circle: "Tidy the loader" → "Fast" → "Cheap" → "Tidy the loader". Take one of them out first.',
    );
    assert.equal(typeof (await refused({ type: 'supports', to: goalId(1) }, others)), 'object');
    assert.equal(typeof (await refused({ type: 'dependsOn', to: goalId(2) }, others)), 'object');
  });
});

describe('dependencies', () => {
  const depends = (from: number, to: number, number = from): Readonly<Record<string, RecordSketch>> => ({
    [`e-${String(number).padStart(10, '0')}`]: { goal: goalId(from), type: 'dependsOn', to: goalId(to) },
  });
  const facts = (snapshot: Snapshot, number: number): readonly string[] => {
    const node = snapshot.goals.get(goalId(number));
    return node ? factTexts(['waits'], node, snapshot, factWords(snapshot)).map(({ text }) => text) : [];
  };

  it('are one fact of the goal that waits, until the other is done', () => {
    const snapshot = team({ ...depends(3, 1, 1), ...depends(3, 4, 2), ...depends(3, 5, 3), ...depends(3, 1, 4) });
    assert.deepEqual(facts(snapshot, 3), ['waits for "Fast", "Cheap"']);
    assert.deepEqual(facts(snapshot, 1), [], 'the one waited for says nothing');
    assert.deepEqual(facts(team(depends(5, 1)), 5), [], 'a goal that is closed waits for nothing');
    const line = teamReport(snapshot).unaligned.find(({ id }) => id === goalId(3));
    assert.deepEqual(line?.waitsFor, ['Fast', 'Cheap']);
    assert.deepEqual(relationTexts(goalId(1), snapshot, fillText), ['needed by "Tidy the loader"']);
  });

  it('that came into a circle are shown as one, each circle once, and break nothing', () => {
    const merged = team({
      ...depends(1, 3),
      ...depends(3, 4),
      ...depends(4, 1),
      ...depends(2, 1),
      ...depends(4, 5, 9),
    });
    const titles = dependencyCircles(merged).map((circle) => circle.map(({ goal }) => goal.title));
    assert.deepEqual(titles, [['Fast', 'Tidy the loader', 'Cheap']]);
    assert.deepEqual(relationMap(merged).dependencyCircles, [[goalId(1), goalId(3), goalId(4)]]);
    assert.equal(okrReport(merged, fillText).dependencyCircles[0]?.length, 3);
    assert.deepEqual(facts(merged, 1), ['waits for "Tidy the loader"']);
    assert.deepEqual(
      dependencyCircles(team({ ...depends(1, 5), ...depends(5, 1) })),
      [],
      'what is done waits for nothing',
    );
  });

  it('are shown where a team has no objective', () => {
    const plain = [{ title: 'Ship' }, { title: 'Test' }];
    const [line] = okrReport(team(depends(1, 2), ANA, plain), fillText).dependencies;
    assert.deepEqual([line?.goal.title, line?.to.title], ['Ship', 'Test']);
  });
});
