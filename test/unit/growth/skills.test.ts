import assert from 'node:assert/strict';
import type { Skill } from '../../../src/core/growth/skills';
import { isMySkill, seriesText, skillPaths } from '../../../src/core/growth/skills';
import { fillText } from '../../../src/core/text/fillText';
import type { GoalSketch, RecordSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

const ANA = 'ana@example.com';
const BO = 'bo@example.com';

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
