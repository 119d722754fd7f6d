import assert from 'node:assert/strict';
import { membersWithoutSkill, skillGoals } from '../../../src/core/growth/membersWithoutSkill';
import { adviceAwaited, possibleMentors } from '../../../src/core/growth/mentoring';
import type { Skill } from '../../../src/core/growth/skills';
import { isMySkill, seriesText, skillPaths } from '../../../src/core/growth/skills';
import type { GoalNode, Snapshot } from '../../../src/core/snapshot/snapshot';
import { fillText } from '../../../src/core/text/fillText';
import type { GoalSketch, RecordSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

const ANA = 'ana@example.com';
const BO = 'bo@example.com';

function nodeOf(number: number, snapshot: Snapshot): GoalNode {
  const node = snapshot.goals.get(goalId(number));
  assert.ok(node);
  return node;
}

describe('a path of personal development (row 27)', () => {
  const assessed = (goal: number, now: number, daysAgo: number, by = ANA): RecordSketch => ({
    goal: goalId(goal),
    by,
    wanted: 4,
    now,
    daysAgo,
  });
  const snapshot = snapshotOf({
    team: goalsFile(
      [
        { title: 'Lead a design', kind: 'objective', tags: ['growth'], owner: ANA, more: { why: 'I want to decide' } },
        { title: 'Listen', parent: goalId(1), order: 'a1', owner: ANA },
        { title: 'Draw', parent: goalId(1), order: 'a0', owner: ANA, status: 'done' },
        { title: 'Given up', parent: goalId(1), order: 'a2', status: 'dropped' },
        { title: 'Write Rust', owner: BO },
        { title: 'Mentorship', kind: 'pact', tags: ['growth'] },
        { title: 'Fix it', owner: ANA },
      ],
      1,
      {
        'a-0000000001': assessed(1, 2, 30),
        'a-0000000002': assessed(1, 3, 10),
        'a-0000000003': assessed(5, 1, 9, BO),
        'i-0000000001': { goal: goalId(1), adjust: 'More of it', daysAgo: 2 },
      },
    ),
    me: ANA,
  });
  const outline = ({ node, series, steps }: Skill): unknown => [
    node.goal.title,
    series.map((each) => seriesText(each, fillText)),
    steps.map(outline),
  ];

  it('is a skill with the goals below it in order, and how its person saw it over time; a review asks anew', () => {
    assert.deepEqual(skillPaths(snapshot).map(outline), [
      [
        'Lead a design',
        ['2 → 3, wanted 4 · assess again: there was a review since'],
        [
          ['Draw', [], []],
          ['Listen', [], []],
        ],
      ],
      ['Write Rust', ['1, wanted 4'], []],
    ]);
  });

  it('is shown to some depth, however long a chain of goals is, and its reviews are looked through once', () => {
    const length = 5000;
    const chain = Array.from({ length }, (_, index): GoalSketch => ({
      title: 'Step',
      kind: 'objective',
      tags: ['growth'],
      ...(index === 0 ? {} : { parent: goalId(index) }),
    }));
    const plain = Array.from({ length }, (_, index): GoalSketch => ({
      title: 'Part',
      parent: goalId(index === 0 ? length : length + index),
    }));
    const long = snapshotOf({
      team: goalsFile([...chain, ...plain], 1, { 'a-0000000001': assessed(2 * length, 2, 9) }),
    });
    let [skill] = skillPaths(long);
    assert.ok(skill);
    assert.equal(isMySkill(skill, long), false);
    let depth = 0;
    for (; skill; [skill] = skill.steps) depth += 1;
    assert.equal(depth, 100);
  });

  it('is mine where the goal, a step or an assessment is', () => {
    assert.deepEqual(
      skillPaths(snapshot).map((skill) => isMySkill(skill, snapshot)),
      [true, false],
    );
  });
});

describe('development that is not forgotten (row 23)', () => {
  const without = (team: readonly GoalSketch[], personal: readonly GoalSketch[] = []): readonly string[] => {
    const snapshot = snapshotOf({ team, personal, me: ANA });
    return membersWithoutSkill(nodeOf(1, snapshot), snapshot);
  };
  const pact: readonly GoalSketch[] = [
    { title: 'Review fast', kind: 'pact', owner: ANA },
    { title: 'Look twice', kind: 'commitment', parent: goalId(1), owner: BO },
  ];

  it('is said of a pact whose parties have no skill goal, their own personal one counted', () => {
    assert.deepEqual(without(pact), [ANA, BO]);
    assert.deepEqual(without([...pact, { title: 'Learn', owner: BO, tags: ['growth'] }]), [ANA]);
    assert.deepEqual(without(pact, [{ title: 'Learn', tags: ['skill'] }]), [BO]);
  });

  it('is the same where the skill goals were looked for once for many goals', () => {
    const reached: GoalSketch = { title: 'Learn', owner: BO, tags: ['growth'], status: 'done', parent: goalId(1) };
    const dropped: GoalSketch = { title: 'Draw', owner: ANA, tags: ['skill'], status: 'dropped' };
    const snapshot = snapshotOf({ team: [...pact, reached, dropped], me: ANA });
    const skills = skillGoals(snapshot);
    assert.deepEqual([[...skills.open], [...skills.reached]], [[], [[goalId(3), BO]]]);
    assert.deepEqual(membersWithoutSkill(nodeOf(1, snapshot), snapshot, skills), [ANA]);
  });

  it('counts one that was reached only where it belongs to the pact', () => {
    const reached: GoalSketch = { title: 'Learn', owner: BO, tags: ['growth'], status: 'done' };
    assert.deepEqual(without([...pact, reached]), [ANA, BO]);
    assert.deepEqual(without([...pact, { ...reached, parent: goalId(1) }]), [ANA]);
  });

  it('is said of an objective for the people of its cycle, and of nothing else', () => {
    const cycle: RecordSketch = { title: 'Q4', from: '2026-10-01', to: '2026-12-31' };
    const more = { cycle: 'q-0000000001' };
    const goals: readonly GoalSketch[] = [
      { title: 'Fast reviews', kind: 'objective', owner: ANA, more },
      { title: 'Within a day', kind: 'keyResult', parent: goalId(1), owner: BO },
      { title: 'Elsewhere', owner: 'cy@example.com' },
    ];
    const snapshot = snapshotOf({ team: goalsFile(goals, 1, { 'q-0000000001': cycle }) });
    assert.deepEqual(membersWithoutSkill(nodeOf(1, snapshot), snapshot), [ANA, BO]);
    assert.deepEqual(membersWithoutSkill(nodeOf(3, snapshot), snapshot), []);
  });
});

describe('mentoring (row 32)', () => {
  const awaited = (records: Readonly<Record<string, RecordSketch>>, goal: Partial<GoalSketch> = {}): unknown => {
    const sketch = { title: 'Lead a design', owner: ANA, more: { mentor: 'Bo@example.com' }, ...goal };
    const snapshot = snapshotOf({ team: goalsFile([sketch], 1, records), me: BO });
    return adviceAwaited(snapshot, BO).map(({ goal: id, record }) => [id, record]);
  };
  const said = { goal: goalId(1), by: ANA };
  const assessment = { ...said, wanted: 4, now: 2, daysAgo: 5 };

  it('waits for the mentor once the mentee assesses, is blocked, doubts or asks, until there is advice', () => {
    assert.deepEqual(awaited({}), []);
    assert.deepEqual(awaited({ 'a-0000000001': assessment }), [[goalId(1), 'a-0000000001']]);
    assert.deepEqual(awaited({ 'b-0000000001': { ...said, note: 'No time' } }), [[goalId(1), 'b-0000000001']]);
    assert.deepEqual(awaited({ 'c-0000000001': { ...said, note: 'Hm', confidence: 2 } }), [
      [goalId(1), 'c-0000000001'],
    ]);
    assert.deepEqual(awaited({ 'c-0000000001': { ...said, note: 'Fine', confidence: 4 } }), []);
    assert.deepEqual(awaited({ 'f-0000000001': { ...said, note: 'How?' } }), [[goalId(1), 'f-0000000001']]);
    const advice = { goal: goalId(1), by: BO, type: 'advice', note: 'Ask first', daysAgo: 1 };
    assert.deepEqual(awaited({ 'a-0000000001': assessment, 'f-0000000001': advice }), []);
    assert.deepEqual(awaited({ 'a-0000000001': { ...assessment, daysAgo: 0 }, 'f-0000000001': advice }), [
      [goalId(1), 'a-0000000001'],
    ]);
  });

  it('waits for nobody on a closed goal, or one without that mentor', () => {
    assert.deepEqual(awaited({ 'a-0000000001': assessment }, { status: 'done' }), []);
    assert.deepEqual(awaited({ 'a-0000000001': assessment }, { more: {} }), []);
    assert.deepEqual(awaited({ 'a-0000000001': { ...assessment, by: BO } }), []);
  });

  it('may be done by anybody but whose goal it is: a personal one is of the person at the keyboard', () => {
    const people = { [ANA]: 'Ana', [BO]: 'Bo' };
    const snapshot = snapshotOf({
      team: [{ title: 'Lead', owner: BO }],
      personal: [{ title: 'Ask' }],
      people,
      me: ANA,
    });
    assert.deepEqual(possibleMentors(nodeOf(1, snapshot), snapshot), [[ANA, 'Ana']]);
    assert.deepEqual(possibleMentors(nodeOf(9001, snapshot), snapshot), [[BO, 'Bo']]);
  });

  it('leaves what is personal with its person', () => {
    const personal = [{ title: 'Ask for a raise', owner: ANA, more: { mentor: BO } }];
    const snapshot = snapshotOf({ personal, me: BO });
    assert.deepEqual(adviceAwaited(snapshot, BO), []);
  });
});
