import assert from 'node:assert/strict';
import { blockerKind } from '../../../src/core/model/blocker';
import { checkInKind } from '../../../src/core/model/checkIn';
import { feedbackKind } from '../../../src/core/model/feedback';
import { keyResultKind } from '../../../src/core/model/keyResult';
import { personKind } from '../../../src/core/model/person';
import { goalActivity } from '../../../src/core/reports/goalActivity';
import type { RecordPlan } from '../../../src/core/records/planRecord';
import { planAdd, planDelete, planEdit } from '../../../src/core/records/planRecord';
import { formFields, presetValues } from '../../../src/core/changes/recordActions';
import { recordMarkdown, recordsMarkdown } from '../../../src/core/records/recordMarkdown';
import { recordsBelow, recordsOfKind } from '../../../src/core/snapshot/recordNode';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';
import { documentWith } from '../../support/documents';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { JsonObject } from '../../../src/core/document/json';
import { refusalIn } from '../../support/refusalIn';

const ANA = 'ana@example.com';
const CHECK_IN = 'c-0000000001';
const CREATED = '20261117T120000000Z-0000-aaaa';

function teamWith(records: Readonly<Record<string, JsonObject>>, me = ANA): Snapshot {
  const reading = goalsFile([{ title: 'Ship it' }, { title: 'Start below 300 ms', kind: 'keyResult' }]);
  assert.equal(reading.state, 'ok');
  const document = documentWith({ ...Object.fromEntries(reading.document.records), ...records });
  const team = { ...reading, document, text: formatDocument(document) };
  return snapshotOf({ team, personal: [{ title: 'Ask for a raise' }], me, people: { [ANA]: 'Ana' } });
}

const SAID = { goal: goalId(1), by: ANA, note: 'form *done*', confidence: 4, created: CREATED };

function planned(plan: RecordPlan): Exclude<RecordPlan, { problem: string }> {
  assert.ok(!('problem' in plan), 'problem' in plan ? plan.problem : '');
  return plan;
}

describe('records of declared kinds', () => {
  const snapshot = teamWith({ [CHECK_IN]: SAID });
  const scope = 'team' as const;
  const facts = {
    random: { bytes: (count: number) => new Uint8Array(count) },
    tickOf: () => Promise.resolve(undefined),
  };

  it('begin with the person, the day and the goal at hand', () => {
    assert.deepEqual(presetValues(checkInKind, { me: ANA, today: '2026-11-18', goal: goalId(1) }), {
      by: ANA,
      goal: goalId(1),
    });
  });

  it('go where their goal is, and else where the person says', async () => {
    const pathOf = async (goal: string): Promise<string | undefined> =>
      planned(await planAdd({ kind: checkInKind, values: { goal, by: ANA, note: 'x' }, scope }, snapshot, facts)).path;
    assert.equal(await pathOf(goalId(1)), '/team.json');
    assert.equal(await pathOf(goalId(9001)), '/personal.json');
    const person = await planAdd({ kind: personKind, values: { name: 'Cy' }, scope: 'personal' }, snapshot, facts);
    assert.deepEqual([planned(person).path, planned(person).scope], [undefined, 'personal']);
  });

  it('let others answer what is not theirs, and change nothing else of it', () => {
    const said = { goal: goalId(1), by: 'bo@example.com', note: 'Shorter?', created: CREATED };
    const asked = teamWith({ 'f-0000000001': said });
    const [feedback] = recordsOfKind(feedbackKind, asked);
    assert.ok(feedback);
    const answer = planned(planEdit(feedback, { state: 'resolved', answeredBy: ANA }, asked));
    assert.deepEqual(
      answer.changes.map((change) => 'path' in change && change.path),
      ['state', 'answeredBy'],
    );
    const refused = 'Feedback: only the person it is of may write it.';
    assert.equal(refusalIn(planEdit(feedback, { state: 'accepted', note: 'Longer' }, asked)), refused);
    const names = (form: Parameters<typeof formFields>[1]): string[] =>
      formFields(feedbackKind, form).map(([name]) => name);
    assert.deepEqual(names({ isNew: false, isOwn: false }), ['state', 'reason', 'answeredBy']);
    assert.ok(!names({ isNew: true }).includes('state'));
  });

  it('say what is missing', async () => {
    const plan = await planAdd({ kind: checkInKind, values: { goal: goalId(1), by: ANA }, scope }, snapshot, facts);
    assert.equal(refusalIn(plan), 'Check-in: Note must not be empty.');
  });

  it('are written by the person they are of, and by nobody else', () => {
    const [node] = recordsOfKind(checkInKind, snapshot);
    assert.ok(node);
    assert.deepEqual(planned(planEdit(node, { note: 'form *done*', confidence: undefined }, snapshot)).changes, [
      { type: 'set', id: CHECK_IN, path: 'confidence', value: undefined },
    ]);
    const asBo = teamWith({ [CHECK_IN]: SAID }, 'bo@example.com');
    assert.match(JSON.stringify(planEdit(node, { note: 'no' }, asBo)), /only the person it is of/);
    assert.match(JSON.stringify(planEdit(node, { by: 'bo@example.com' }, snapshot)), /only the person it is of/);
    assert.match(JSON.stringify(planDelete(node, asBo)), /only the person it is of/);
    assert.deepEqual(planned(planDelete(node, snapshot)).changes, [
      { type: 'set', id: CHECK_IN, path: 'deleted', value: true },
    ]);
  });

  it('show below their goal, in its activity and as Markdown that shows text as it is', () => {
    assert.deepEqual(
      recordsBelow(goalId(1), 'tree', snapshot).map(({ id }) => id),
      [CHECK_IN],
    );
    const goal = snapshot.goals.get(goalId(1));
    assert.ok(goal);
    assert.deepEqual(goalActivity(goal, snapshot).at(-1), {
      date: '2026-11-17T12:00:00.000Z',
      type: 'record',
      kind: 'check-in',
      record: CHECK_IN,
      text: 'form *done* · 4/5',
      by: ANA,
    });
    const [node] = recordsOfKind(checkInKind, snapshot);
    assert.ok(node);
    assert.match(
      recordMarkdown(node, snapshot),
      /### Check-in: form \\\*done\\\* · 4\/5\n\n- Goal: Ship it\n- By: Ana\n/,
    );
    assert.match(recordsMarkdown(checkInKind, [node], snapshot), /^\| Goal \| By .*\n.*\n\| Ship it \| Ana \| form/);
  });

  it('of a kind that is a goal are the goals of that kind', () => {
    assert.deepEqual(
      recordsOfKind(keyResultKind, snapshot).map(({ id }) => id),
      [goalId(2)],
    );
  });

  it('do not show once they are deleted, and are reported where they do not fit', () => {
    const after = teamWith({ [CHECK_IN]: { ...SAID, deleted: true }, 'c-0000000002': { ...SAID, confidence: 9 } });
    assert.deepEqual([...after.records.keys()], ['c-0000000002']);
    assert.match(after.problems.get('/team.json')?.[0]?.message ?? '', /"confidence" must be a number from 1 to 5/);
  });

  it('do not put a goal below itself or one below it', () => {
    const nested = snapshotOf({
      team: [
        { title: 'Start below 300 ms', kind: 'keyResult' },
        { title: 'Measure it', parent: goalId(1) },
      ],
    });
    const [node] = recordsOfKind(keyResultKind, nested);
    assert.ok(node);
    for (const [parent, title] of [
      [goalId(1), 'Start below 300 ms'],
      [goalId(2), 'Measure it'],
    ] as const) {
      const problem = `"${title}" cannot be the parent of "Start below 300 ms": it is the same goal or one below it.`;
      assert.equal(refusalIn(planEdit(node, { parent }, nested)), problem);
    }
  });

  it('may be edited although they stand in a circle already', () => {
    const circle = snapshotOf({ team: [{ title: 'Fast', kind: 'keyResult', parent: goalId(1) }] });
    const [node] = recordsOfKind(keyResultKind, circle);
    assert.ok(node);
    planned(planEdit(node, { title: 'Faster', parent: goalId(1) }, circle));
  });

  it('name nothing personal in the shared file, also not in a set', async () => {
    const values = { goal: goalId(1), actions: { [goalId(9001)]: true }, note: 'x' };
    const plan = await planAdd({ kind: blockerKind, values, scope }, snapshot, facts);
    assert.match(refusalIn(plan) ?? '', /: what is personal cannot be named in the shared file/);
  });

  it('come to their new owner, whatever else the form hands over', () => {
    const given = snapshotOf({
      team: [{ title: 'Fast', kind: 'keyResult', owner: 'bo@example.com', status: 'proposed' }],
      me: ANA,
    });
    const [node] = recordsOfKind(keyResultKind, given);
    assert.ok(node);
    const { changes } = planned(planEdit(node, { title: 'Fast', status: 'proposed', owner: ANA }, given));
    const last = changes.findLast((change) => change.type === 'set' && change.path === 'status');
    assert.ok(last?.type === 'set' && last.value === 'open');
  });
});
