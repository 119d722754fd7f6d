import assert from 'node:assert/strict';
import { feedbackKind } from '../../../src/core/model/feedback';
import { FEEDBACK_REFUSALS } from '../../../src/core/feedback/answerFeedback';
import type { FeedbackNode } from '../../../src/core/feedback/feedbackThreads';
import { daysSince, feedbackThreads, mayAnswer } from '../../../src/core/feedback/feedbackThreads';
import { planAdd, planEdit } from '../../../src/core/records/planRecord';
import type { RecordPlan } from '../../../src/core/records/planRecord';
import type { RecordValues } from '../../../src/core/changes/recordActions';
import { isOf } from '../../../src/core/snapshot/recordNode';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { waitingOnMe } from '../../../src/core/team/waiting';
import type { RecordSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

const ANA = 'ana@example.com';
const BO = 'bo@example.com';
const SUGGESTION = 'f-0000000001';
const COMMENT = 'f-0000000002';
const REPLY = 'f-0000000003';

const SAID: Readonly<Record<string, RecordSketch>> = {
  [SUGGESTION]: {
    goal: goalId(1),
    by: BO,
    type: 'suggestion',
    note: 'Friday is too early',
    field: 'due',
    value: '2026-12-04',
    daysAgo: 6,
  },
  [COMMENT]: { goal: goalId(1), by: BO, note: 'Which start?', daysAgo: 2 },
};

function team(me: string | undefined, more: Readonly<Record<string, RecordSketch>> = {}): Snapshot {
  const goals = [{ title: 'Start below 300 ms', owner: ANA, due: '2026-11-20' }, { title: 'Nobody has it' }];
  return snapshotOf({ team: goalsFile(goals, 1, { ...SAID, ...more }), ...(me === undefined ? {} : { me }) });
}

function node(id: string, snapshot: Snapshot): FeedbackNode {
  const found = snapshot.records.get(id);
  assert.ok(isOf(found, feedbackKind));
  return found;
}

function edit(id: string, values: RecordValues, me: string | undefined, more = {}): RecordPlan {
  const snapshot = team(me, more);
  return planEdit(node(id, snapshot), values, snapshot);
}

function changed(plan: RecordPlan): unknown[] {
  assert.ok('changes' in plan, JSON.stringify(plan));
  return plan.changes.map((change) => (change.type === 'set' ? [change.id, change.path, change.value] : change));
}

describe('feedback on a goal (rows 20 and 29)', () => {
  it('has threads: replies stand below what they answer, at any depth; one whose feedback is gone stands alone', () => {
    const more = {
      [REPLY]: { goal: goalId(1), by: ANA, note: 'The cold one', replyTo: COMMENT, daysAgo: 1 },
      'f-0000000004': { goal: goalId(1), by: BO, note: 'Then yes', replyTo: REPLY, daysAgo: 0 },
      'f-0000000005': { goal: goalId(1), by: BO, note: 'Lost', replyTo: 'f-0000000009', daysAgo: 0 },
      'f-0000000006': { goal: goalId(2), by: BO, note: 'Of another goal', replyTo: COMMENT, daysAgo: 0 },
    };
    const threads = feedbackThreads(goalId(1), team(ANA, more));
    assert.deepEqual(
      threads.map(({ feedback, replies }) => [feedback.id, ...replies.map(({ id }) => id)]),
      [[SUGGESTION], [COMMENT, REPLY, 'f-0000000004'], ['f-0000000005']],
    );
  });

  it('ages until somebody else answers; praise asks for nothing', () => {
    const more = {
      [REPLY]: { goal: goalId(1), by: BO, note: 'Me again', replyTo: SUGGESTION, daysAgo: 1 },
      'f-0000000004': { goal: goalId(1), by: ANA, note: 'The cold one', replyTo: COMMENT, daysAgo: 1 },
      'f-0000000005': { goal: goalId(1), by: BO, type: 'praise', note: 'Nice', daysAgo: 5 },
    };
    const snapshot = team(ANA, more);
    assert.deepEqual(
      feedbackThreads(goalId(1), snapshot).map(({ unanswered }) =>
        unanswered === undefined ? undefined : daysSince(unanswered, snapshot),
      ),
      [6, undefined, undefined],
    );
  });

  it('waits for the owner of the goal, and for nobody else', () => {
    const waiting = (me: string): unknown =>
      waitingOnMe(team(me)).map(({ what, goal, record }) => [what, goal, record]);
    assert.deepEqual(waiting(ANA), [
      ['feedback', goalId(1), SUGGESTION],
      ['feedback', goalId(1), COMMENT],
    ]);
    assert.deepEqual(waiting(BO), []);
  });

  it('an accepted suggestion makes the edit in the same save', () => {
    assert.deepEqual(changed(edit(SUGGESTION, { state: 'accepted' }, ANA)), [
      [SUGGESTION, 'state', 'accepted'],
      [SUGGESTION, 'answeredBy', ANA],
      [goalId(1), 'due', '2026-12-04'],
    ]);
  });

  it('a declined one says why and changes nothing else', () => {
    assert.deepEqual(edit(SUGGESTION, { state: 'declined' }, ANA), { problem: FEEDBACK_REFUSALS.reason });
    assert.deepEqual(changed(edit(SUGGESTION, { state: 'declined', reason: 'We promised' }, ANA)), [
      [SUGGESTION, 'state', 'declined'],
      [SUGGESTION, 'reason', 'We promised'],
      [SUGGESTION, 'answeredBy', ANA],
    ]);
  });

  it('is settled by the owner of the goal, by anybody where there is none, never by the author of a suggestion', () => {
    const free = { 'f-0000000007': { ...SAID[SUGGESTION], goal: goalId(2), by: ANA } };
    const may = (id: string, me: string | undefined): boolean => mayAnswer(node(id, team(me, free)), team(me, free));
    assert.deepEqual(
      [may(SUGGESTION, ANA), may(SUGGESTION, BO), may(SUGGESTION, 'cy@example.com'), may(SUGGESTION, undefined)],
      [true, false, false, false],
    );
    assert.deepEqual([may('f-0000000007', BO), may('f-0000000007', ANA)], [true, false]);
    assert.deepEqual(edit(SUGGESTION, { state: 'accepted' }, BO), { problem: FEEDBACK_REFUSALS.own });
    assert.deepEqual(edit(SUGGESTION, { state: 'accepted' }, 'cy@example.com'), { problem: FEEDBACK_REFUSALS.owner });
    assert.deepEqual(edit(COMMENT, { state: 'accepted' }, ANA), { problem: FEEDBACK_REFUSALS.accepted });
    assert.ok('changes' in edit(COMMENT, { state: 'resolved' }, BO), 'whoever asked may say that it is settled');
  });

  it('a value that no longer fits the field is refused, and nothing is written', () => {
    const broken = { 'f-0000000008': { ...SAID[SUGGESTION], field: 'target', value: 'soon' } };
    assert.match(JSON.stringify(edit('f-0000000008', { state: 'accepted' }, ANA, broken)), /Target must be a number/);
  });

  it('a new suggestion says a day in full, and is open whatever is said', async () => {
    const facts = {
      random: { bytes: (count: number) => new Uint8Array(count) },
      tickOf: () => Promise.resolve(undefined),
    };
    const plan = (values: RecordValues): Promise<RecordPlan> =>
      planAdd(
        { kind: feedbackKind, values: { goal: goalId(1), by: BO, note: 'x', ...values }, scope: 'team' },
        team(BO),
        facts,
      );
    const added = await plan({ field: 'due', value: 'fri', state: 'accepted', answeredBy: BO });
    assert.ok('changes' in added);
    const [change] = added.changes;
    assert.ok(change?.type === 'add');
    assert.deepEqual(change.fields, {
      goal: goalId(1),
      by: BO,
      note: 'x',
      field: 'due',
      value: '2026-11-20',
      type: 'suggestion',
    });
    assert.deepEqual(await plan({ value: 'x' }), { problem: FEEDBACK_REFUSALS.field });
    assert.deepEqual(await plan({ field: 'why' }), { problem: FEEDBACK_REFUSALS.value });
    assert.deepEqual(await plan({ type: 'praise', field: 'why', value: 'x' }), {
      problem: FEEDBACK_REFUSALS.suggestion,
    });
    assert.deepEqual(await plan({ replyTo: REPLY }), { problem: FEEDBACK_REFUSALS.reply });
  });
});
