import assert from 'node:assert/strict';
import type { Change } from '../../../src/core/document/change';
import type { Decision } from '../../../src/core/okr/closeCycle';
import {
  CLOSING_REFUSALS,
  goalsOfCycle,
  planCloseCycle,
  planReopenCycle,
  proposeDecision,
  whyNotClosed,
} from '../../../src/core/okr/closeCycle';
import { cycleMarkdown, cycleReport } from '../../../src/core/reports/cycleReport';
import { cyclesOf } from '../../../src/core/snapshot/cycles';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { fillText } from '../../../src/core/text/fillText';
import type { GoalSketch, RecordSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf, TODAY } from '../../support/teamSnapshot';

const [NOW, NEXT] = ['q-0000000001', 'q-0000000002'];
const GOALS: GoalSketch[] = [
  { title: 'Fast', kind: 'objective', more: { cycle: NOW } },
  { title: 'Start', kind: 'keyResult', parent: goalId(1), more: { start: 10, target: 0 } },
  { title: 'Stop', kind: 'keyResult', parent: goalId(1), status: 'done' },
  { title: 'Later', kind: 'keyResult', parent: goalId(1), more: { cycle: NEXT } },
  { title: 'Not of it', kind: 'objective' },
];
const RECORDS: Readonly<Record<string, RecordSketch>> = {
  [NOW]: { title: 'Q4', from: '2026-10-01', to: '2026-12-31' },
  [NEXT]: { title: 'Q1', from: '2027-01-01', to: '2027-03-31' },
  'x-0000000001': { of: goalId(2), by: 'ana@example.com', value: 6 },
  'b-0000000001': { goal: goalId(2), note: 'no *machine*' },
};

function team(goals: readonly GoalSketch[] = GOALS, records = RECORDS): Snapshot {
  return snapshotOf({ team: goalsFile(goals, 1, records) });
}

/** What closing writes, by record. */
function closed(decisions: Readonly<Record<string, Decision>>, snapshot = team(), toNext = true): unknown {
  const [now, next] = cyclesOf(snapshot);
  assert.ok(now);
  const plan = planCloseCycle(now, new Map(Object.entries(decisions)), toNext ? next : undefined, snapshot);
  if ('problem' in plan) return plan.problem;
  const written: Record<string, Record<string, unknown>> = {};
  for (const change of plan.edits.flatMap(({ changes }): readonly Change[] => changes)) {
    // What the cycle keeps of it is tested by the report and by opening it again.
    if (change.type === 'set' && change.path !== 'report' && change.path !== 'undo')
      written[change.id] = { ...written[change.id], [change.path]: change.value };
  }
  return written;
}

describe('the report of a cycle', () => {
  it('says of each pact below an objective how it stands, and why', () => {
    const pact = { kind: 'pact', parent: goalId(1) } as const;
    const snapshot = team(
      [
        { title: 'Fast', kind: 'objective', more: { cycle: NOW } },
        { ...pact, title: 'Reviews *today*', status: 'done', daysAgo: 20 },
        { ...pact, title: 'No meetings', status: 'missed', more: { learned: 'Ask first' } },
        { ...pact, title: 'Lunch' },
      ],
      { ...RECORDS, 'd-0000000001': { goal: goalId(2), note: 'Everybody saw it', daysAgo: 2 } },
    );
    const [now] = cyclesOf(snapshot);
    assert.ok(now);
    const report = cycleMarkdown(cycleReport(now, snapshot, fillText), fillText);
    assert.match(report, /- Pact \*Reviews \\\*today\\\*\*: kept, Everybody saw it\n/);
    assert.match(report, /- Pact \*No meetings\*: missed, Ask first\n- Pact \*Lunch\*: draft\n/);
  });
});

describe('closing a cycle (row 63)', () => {
  it('walks its objectives and key results, each objective after those below it', () => {
    assert.deepEqual(
      goalsOfCycle(NOW, team()).map(({ goal }) => goal.title),
      ['Start', 'Stop', 'Fast'],
    );
  });

  it('proposes to keep what is a success and to carry the rest where there is a next cycle', () => {
    const snapshot = team();
    const [start, stop] = goalsOfCycle(NOW, snapshot);
    assert.ok(start && stop);
    assert.deepEqual(proposeDecision(start, snapshot, new Map(), true), { score: 0.4, ending: 'carry' });
    assert.deepEqual(proposeDecision(start, snapshot, new Map(), false), { score: 0.4, ending: 'keep' });
    assert.deepEqual(proposeDecision(stop, snapshot, new Map(), true), { score: 1, ending: 'keep' });
  });

  it('scores all, marks what is kept as done or missed with its lesson, and keeps the day', () => {
    const missed = { score: 0.4, ending: 'keep', learned: 'Measure first.' } as const;
    const whole = { score: 0.7, ending: 'keep', learned: 'Ask earlier.' } as const;
    assert.equal(closed({ [goalId(2)]: missed }), CLOSING_REFUSALS.noLesson);
    assert.deepEqual(closed({ [goalId(2)]: missed, [goalId(1)]: whole }), {
      [goalId(2)]: { score: 0.4, status: 'missed', learned: 'Measure first.' },
      [goalId(3)]: { score: 1 },
      [goalId(1)]: { score: 0.7, status: 'missed', learned: 'Ask earlier.' },
      [NOW]: { closed: TODAY },
    });
  });

  it('carries an objective with its open key results; what ended stays in this cycle', () => {
    const decisions: Record<string, Decision> = {
      [goalId(2)]: { score: 0.4, ending: 'carry' },
      [goalId(1)]: { score: 0.7, ending: 'carry' },
    };
    assert.deepEqual(closed(decisions), {
      [goalId(2)]: { score: 0.4 },
      [goalId(3)]: { score: 1, cycle: NOW },
      [goalId(1)]: { score: 0.7, cycle: NEXT },
      [NOW]: { [`carried/${goalId(1)}`]: true, [`carried/${goalId(2)}`]: true, closed: TODAY },
    });
    assert.equal(closed(decisions, team(), false), CLOSING_REFUSALS.next);
  });

  it('carries a key result by itself, and gives another up', () => {
    const written = closed({
      [goalId(2)]: { score: 0.4, ending: 'carry' },
      [goalId(1)]: { score: 0.7, ending: 'drop', reason: 'Too large' },
    });
    assert.deepEqual(written, {
      [goalId(2)]: { score: 0.4, cycle: NEXT },
      [goalId(3)]: { score: 1 },
      [goalId(1)]: { status: 'dropped', reason: 'Too large' },
      [NOW]: { [`carried/${goalId(2)}`]: true, closed: TODAY },
    });
  });

  it('takes away a lesson that was emptied, and leaves one that was not asked for', () => {
    const more = { learned: 'Measure first.' };
    const goals = GOALS.map((goal, index) => (index === 2 ? { ...goal, more } : goal));
    const written = (learned?: string): unknown =>
      closed(
        {
          [goalId(3)]: { score: 1, ending: 'keep', learned },
          [goalId(2)]: { score: 0.4, ending: 'carry' },
          [goalId(1)]: { score: 0.7, ending: 'carry' },
        },
        team(goals),
      );
    assert.ok(JSON.stringify(written()) === JSON.stringify(written('Measure first.')));
    assert.deepEqual((written('') as Record<string, unknown>)[goalId(3)], { score: 1, learned: undefined, cycle: NOW });
  });

  it('is done once', () => {
    const records = { ...RECORDS, [NOW]: { ...RECORDS[NOW], closed: TODAY } };
    assert.equal(closed({}, team(GOALS, records)), CLOSING_REFUSALS.closed);
  });

  it('is begun before it is closed, and its facilitator alone closes it and opens it again', () => {
    const later = { ...RECORDS, [NOW]: { ...RECORDS[NOW], from: '2099-10-01', to: '2099-12-31' } };
    const early = team(GOALS, later);
    const cycle = cyclesOf(early).find(({ id }) => id === NOW);
    assert.deepEqual(cycle && whyNotClosed(cycle, early), { problem: CLOSING_REFUSALS.early, about: ['2099-10-01'] });
    const led = { ...RECORDS, [NOW]: { ...RECORDS[NOW], facilitator: 'bo@example.com' } };
    assert.equal(closed({}, team(GOALS, led)), CLOSING_REFUSALS.facilitator);
    const over = team(GOALS, { ...led, [NOW]: { ...led[NOW], closed: TODAY } });
    const [ended] = cyclesOf(over);
    assert.ok(ended);
    assert.deepEqual(planReopenCycle(ended, over), {
      problem: CLOSING_REFUSALS.facilitator,
      about: ['bo@example.com'],
    });
  });

  it('ends in a report: objective, key results, score, outcome, lesson, blockers; no text of a person is Markdown in it', () => {
    const after = GOALS.map((goal, index) =>
      index === 1
        ? { ...goal, status: 'missed' as const, more: { ...goal.more, score: 0.4, learned: 'Measure first.' } }
        : goal,
    );
    const records = { ...RECORDS, [NOW]: { ...RECORDS[NOW], closed: TODAY, carried: { [goalId(1)]: true } } };
    const carried = after.map((goal, index) => {
      if (index === 0) return { ...goal, more: { cycle: NEXT, score: 0.7 } };
      return index === 1 || index === 2 ? { ...goal, more: { ...goal.more, cycle: NOW } } : goal;
    });
    const snapshot = team(carried, records);
    const [now] = cyclesOf(snapshot);
    assert.ok(now);
    assert.equal(
      cycleMarkdown(cycleReport(now, snapshot, fillText), fillText),
      [
        '# Q4',
        '',
        '2026-10-01 – 2026-12-31 · Closed on 2026-11-18',
        '',
        '## Fast',
        '',
        '- Score: 0.70',
        '- Outcome: carried over to Q1',
        '',
        '### Start',
        '',
        '- Score: 0.40',
        '- Outcome: missed',
        '- Measure: 10 → 6 of 0',
        '- Learned: Measure first.',
        '- Measured: 6 on 2026-11-15',
        '- In the way: no \\*machine\\*',
        '',
        '### Stop',
        '',
        '- Score: 1.00 (proposed)',
        '- Outcome: done',
        '',
      ].join('\n'),
    );
  });

  it('lists each key result once, however deep it stands: below the nearest objective of the cycle, else by itself', () => {
    const depth = 3000;
    const chain = Array.from({ length: depth }, (_, index): GoalSketch => ({
      title: `Part ${index}`,
      kind: 'keyResult',
      parent: goalId(index + 1),
    }));
    const snapshot = team([
      { title: 'Fast', kind: 'objective', more: { cycle: NOW } },
      ...chain,
      { title: 'Faster', kind: 'objective', parent: goalId(1) },
      { title: 'Below a goal that is no part of it', parent: goalId(1) },
      { title: 'Small', kind: 'keyResult', parent: goalId(depth + 3) },
      { title: 'Alone', kind: 'keyResult', more: { cycle: NOW } },
    ]);
    const [now] = cyclesOf(snapshot);
    assert.ok(now);
    const { objectives } = cycleReport(now, snapshot, fillText);
    assert.deepEqual(
      objectives.map(({ title, keyResults }) => [title, keyResults.length]),
      [
        ['Fast', depth + 1],
        ['Faster', 0],
        ['Alone', 0],
      ],
    );
    const ids = objectives.flatMap(({ id, keyResults }) => [id, ...keyResults.map((each) => each.id)]);
    assert.equal(new Set(ids).size, ids.length);
  });
});
