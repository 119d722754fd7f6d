import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { JsonObject } from '../../src/core/document/json';
import { readSpace } from '../../src/core/space/goalSpace';
import { calendarAt } from '../../src/core/snapshot/calendar';
import { systemZone } from '../../src/store/nodePorts';
import type { RecordNode, Snapshot } from '../../src/core/snapshot/snapshot';
import { termsText } from '../../src/editor/records/termsText';
import { goalTooltip } from '../../src/editor/tree/goalTooltip';
import { treeItem } from '../../src/editor/tree/treeItem';
import { answering, ESCAPE } from '../support/host/answering';
import { ourDiagnostics } from '../support/host/ourDiagnostics';
import type { GoalWorkspace } from '../support/host/goalWorkspace';
import { goalWorkspace } from '../support/host/goalWorkspace';
import { openTestPlace } from '../support/host/openTestPlace';

const PACT = 'g-4kq7w2m9xd';
const PROMISE = 'g-4kq7w2m9xe';
const MADE_FOR_ME = 'g-4kq7w2m9xf';
const CREATED = '20260101T090000000Z-0000-demo';
const ANA = 'ana@example.com';
const BO = 'bo@example.com';

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

describe('pacts', () => {
  let workspace: GoalWorkspace;

  before(() => {
    workspace = goalWorkspace();
  });

  beforeEach(async () => {
    const pact = { title: 'Answer reviews', kind: 'pact', owner: ANA, why: 'Nobody waits', created: CREATED };
    const promise = { title: 'Look twice', kind: 'commitment', parent: PACT, owner: BO, created: CREATED };
    const made = { title: 'Fix it', kind: 'micro', status: 'proposed', owner: ANA, created: CREATED };
    await workspace.fill({ [PACT]: pact, [PROMISE]: promise, [MADE_FOR_ME]: made });
  });

  afterEach(() => workspace.reset());

  async function signatures(): Promise<JsonObject[]> {
    return [...(await workspace.records())].filter(([id]) => id.startsWith('s-')).map(([, record]) => record);
  }

  async function snapshotNow(): Promise<Snapshot> {
    return readSpace((await openTestPlace(workspace.path)).space, calendarAt(Date.now(), systemZone));
  }

  /** With what history tells of the signatures, which comes after the first reading. */
  async function snapshotWithHistory(): Promise<Snapshot> {
    const place = await openTestPlace(workspace.path);
    const read = (): Promise<Snapshot> => readSpace(place.space, calendarAt(Date.now(), systemZone));
    assert.equal((await read()).provenance.size, 0, 'no reading waits for history');
    await place.lateRead();
    return read();
  }

  async function row(id: string): Promise<vscode.TreeItem> {
    return treeItem({ type: 'goal', key: id, id }, await snapshotNow());
  }

  it('Sign Pact, Enter: the signature names the hash of the terms; once the terms change the row says lapsed, and Enter signs again (rows 11, 13, 19, 25, 46)', async () => {
    assert.match(String((await row(PACT)).description), /^0\/1 · draft/);
    await workspace.run('proposePact', PACT);
    const proposed = await row(PACT);
    assert.match(String(proposed.description), /signed 0 of 2/);
    assert.match(proposed.contextValue ?? '', /;openPact;sign;/);
    await workspace.accept('signPact');
    const terms = (await workspace.records()).get(PACT)?.['terms'];
    const [{ created, ...signed } = {}] = await signatures();
    assert.deepEqual(signed, { goal: PACT, by: ANA, terms, confidence: 4 });
    assert.ok(typeof created === 'string' && /^\d{8}T/.test(created));
    assert.match(String((await row(PACT)).description), /signed 1 of 2/);

    const all = Object.fromEntries(await workspace.records());
    await workspace.fill({ ...all, [PACT]: { ...all[PACT], why: 'Nobody waits a day' } });
    const lapsed = await row(PACT);
    assert.match(String(lapsed.description), /lapsed · signed 0 of 2/);
    await workspace.accept('signPact', PACT);
    const pact = (await snapshotNow()).pacts.get(PACT);
    assert.deepEqual((await signatures()).map((each) => each['terms']).sort(), [terms, pact?.terms.hash].sort());
    assert.match(String((await row(PACT)).description), /signed 1 of 2/);
    const snapshot = await snapshotNow();
    const given = [...snapshot.records.values()].filter(({ kind }) => kind.name === 'signature');
    const isEarlier = ({ id }: RecordNode): boolean =>
      String(treeItem({ type: 'record', key: id, id }, snapshot).description).includes('earlier terms');
    assert.deepEqual(given.map((node) => [node.values['terms'] === terms, isEarlier(node)]).sort(), [
      [false, false],
      [true, true],
    ]);
  });

  it('a pact without its reason is not signed, and the tooltip names what is missing (row 22)', async () => {
    const pact = { title: 'Answer', kind: 'pact', status: 'proposed', owner: ANA, terms: 'x', created: CREATED };
    await workspace.fill({ [PACT]: pact });
    await workspace.run('signPact', PACT);
    assert.deepEqual(await signatures(), []);
    const snapshot = await snapshotNow();
    const node = snapshot.goals.get(PACT);
    assert.ok(node);
    const tooltip = goalTooltip(node, snapshot).value.replaceAll('&nbsp;', ' ');
    assert.match(tooltip, /Missing: Why, Measure, Target, Due, Commitments/);
  });

  it('Accept Goal opens a goal that others made for me; undo takes it back (row 35)', async () => {
    assert.match((await row(MADE_FOR_ME)).contextValue ?? '', /;proposedToMe;/);
    await workspace.run('acceptGoal');
    assert.equal((await workspace.records()).get(MADE_FOR_ME)?.['status'], 'open');
    await workspace.run('undo');
    assert.equal((await workspace.records()).get(MADE_FOR_ME)?.['status'], 'proposed');
  });

  it('Close Pact… as kept names what is open and asks for a word why; Set Status and the box do not end it (row 14)', async () => {
    await workspace.run('proposePact', PACT);
    await answering(() => workspace.run('setStatus', PACT), 'Done');
    await workspace.run('toggleDone', PACT);
    const asked = await answering(() => workspace.run('closePact', PACT), 'Kept', ESCAPE);
    assert.match(asked.at(-1)?.prompt ?? '', /open: "Look twice"; not signed by/);
    assert.equal((await workspace.records()).get(PACT)?.['status'], 'proposed');
    await answering(() => workspace.run('closePact', PACT), 'Kept', 'The rota does it now');
    const records = await workspace.records();
    assert.equal(records.get(PACT)?.['status'], 'done');
    assert.ok([...records.values()].some((each) => each['note'] === 'The rota does it now'));
  });

  it('Propose Pact asks for the reason where there is none, because nobody could sign (row 22)', async () => {
    await workspace.fill({ [PACT]: { title: 'Answer', kind: 'pact', owner: ANA, created: CREATED } });
    await answering(() => workspace.run('proposePact', PACT), 'Nobody waits');
    await workspace.accept('signPact', PACT);
    assert.equal((await workspace.records()).get(PACT)?.['why'], 'Nobody waits');
    assert.match(String((await row(PACT)).description), /in force/);
  });

  it('what is amended stays in force, and row and tooltip name who is missing; a suggestion says who signs again first (rows 19, 20)', async () => {
    await workspace.run('proposePact', PACT);
    await workspace.accept('signPact', PACT);
    const terms = (await workspace.records()).get(PACT)?.['terms'] ?? '';
    const suggestion = {
      goal: PACT,
      by: BO,
      type: 'suggestion',
      note: 'Six',
      field: 'target',
      value: '6',
      created: CREATED,
    };
    await workspace.fill({
      ...Object.fromEntries(await workspace.records()),
      's-b000000000': { goal: PACT, by: BO, terms, created: CREATED },
      'f-b000000000': suggestion,
    });
    assert.match(String((await row(PACT)).description), /in force(?! · new)/);
    const [asked] = await answering(() => workspace.run('acceptFeedback', 'f-b000000000'), ESCAPE);
    // Bo counts until history has been read: nobody committed his signature.
    assert.match(asked?.prompt ?? '', /these have to sign again: ana/i);
    assert.equal((await workspace.records()).get(PACT)?.['target'], undefined);
    await answering(() => workspace.run('acceptFeedback', 'f-b000000000'), 'Accept');
    await workspace.run('declineFeedback', 'f-b000000000');
    assert.equal((await workspace.records()).get('f-b000000000')?.['state'], 'accepted');
    await answering(() => workspace.run('amendPact', PACT), 'Four it is', 'Target', '4', 'Save');
    const words = /in force · new terms wait for ana.*, bo/i;
    assert.match(String((await row(PACT)).description), words);
    const snapshot = await snapshotNow();
    const [node, pact] = [snapshot.goals.get(PACT), snapshot.pacts.get(PACT)];
    assert.ok(node && pact);
    assert.match(goalTooltip(node, snapshot).value.replaceAll('&nbsp;', ' '), words);
    assert.match(termsText(pact, node, { ...snapshot, me: 'cy@example.com' }), /before: 6\n +- now: 4/);
  });

  it('Amend Pact…: note and fields are typed; what is refused comes back with all that was typed (row 19)', async () => {
    await workspace.run('proposePact', PACT);
    await workspace.accept('signPact', PACT);
    const first = await answering(() => workspace.run('amendPact', PACT), 'Mornings', 'Save', ESCAPE);
    assert.equal(first.at(-1)?.value, 'Mornings', 'the note is kept');
    assert.match(first.at(-1)?.prompt ?? '', /Nothing that people sign changes/);
    const before = (await workspace.records()).get(PACT)?.['terms'];
    await answering(() => workspace.run('amendPact', PACT), 'Mornings only', 'Why', 'Nobody waits a day', 'Save');
    const pact = (await workspace.records()).get(PACT);
    assert.equal(pact?.['why'], 'Nobody waits a day');
    assert.notEqual(pact['terms'], before);
    const note = [...(await workspace.records()).values()].find((each) => each['note'] === 'Mornings only');
    assert.deepEqual([note?.['before'], note?.['after']], [before, pact['terms']]);
    assert.match(String((await row(PACT)).description), /lapsed · signed 0 of 2/);
  });

  it('Decline to Sign… says why; Close Pact… as missed asks what was learned (rows 34, 46)', async () => {
    await workspace.run('proposePact', PACT);
    const [asked] = await answering(() => workspace.run('declinePact', PACT), 'Too early');
    assert.match(asked?.prompt ?? '', /What would have to change/);
    const [declined] = await signatures();
    assert.deepEqual([declined?.['declines'], declined?.['note']], [true, 'Too early']);
    assert.match(String((await row(PACT)).description), /declined/);
    await answering(() => workspace.run('closePact', PACT), 'Missed', 'Start smaller');
    const { status, learned } = (await workspace.records()).get(PACT) ?? {};
    assert.deepEqual([status, learned], ['missed', 'Start smaller']);
  });

  it('Milestone Reached, one click, offers kudos; Grant and Decline answer what is requested (rows 18, 31)', async () => {
    const said = { goal: PACT, created: CREATED };
    const resource = { ...said, title: 'Course', by: BO };
    await workspace.fill({
      ...Object.fromEntries(await workspace.records()),
      'm-4kq7w2m9xa': { ...said, title: 'First week' },
      'r-4kq7w2m9xa': resource,
      'r-4kq7w2m9xb': { ...resource, title: 'Tool' },
    });
    const [offer, note] = await answering(
      () => workspace.run('reachMilestone', 'm-4kq7w2m9xa'),
      'Everybody',
      'Well done',
    );
    assert.match(offer?.prompt ?? '', /First week.*Kudos to whom/);
    assert.equal(note?.value, 'First week');
    await workspace.run('grantResource', 'r-4kq7w2m9xa');
    await workspace.run('declineResource', 'r-4kq7w2m9xb');
    // Answered already, be it by somebody else while the row stood there still.
    await workspace.run('declineResource', 'r-4kq7w2m9xa');
    await workspace.run('grantResource', 'r-4kq7w2m9xb');
    const records = await workspace.records();
    assert.match(textOf(records.get('m-4kq7w2m9xa')?.['reached']), /^\d{4}-/);
    assert.deepEqual(
      ['r-4kq7w2m9xa', 'r-4kq7w2m9xb'].map((id) => records.get(id)?.['state']),
      ['granted', 'declined'],
    );
    assert.ok([...records.values()].some((each) => each['note'] === 'Well done' && each['goal'] === PACT));
  });

  it('Sign for Someone Else… records the proxy; rows say what history bears out, grey and red (row 46)', async () => {
    await workspace.commit('Goals');
    await workspace.run('proposePact', PACT);
    await workspace.accept('signPact', PACT);
    await answering(() => workspace.accept('signForOther', PACT), BO);
    const terms = (await workspace.records()).get(PACT)?.['terms'];
    const proxy = (await signatures()).find((each) => each['for'] === BO);
    assert.deepEqual([proxy?.['by'], proxy?.['terms']], [ANA, terms]);
    const rows = async (): Promise<readonly vscode.TreeItem[]> => {
      const ids = [...(await workspace.records()).keys()].filter((id) => id.startsWith('s-'));
      const snapshot = await snapshotWithHistory();
      return [
        ...ids.map((id) => treeItem({ type: 'record', key: id, id }, snapshot)),
        treeItem({ type: 'goal', key: PACT, id: PACT }, snapshot),
      ];
    };
    for (const { description, tooltip } of (await rows()).slice(0, 2)) {
      assert.match(String(description), /unconfirmed/, 'no commit has them yet');
      assert.match(textOf(tooltip), /^Not committed yet\.$/);
    }
    await workspace.commit('Signed', { name: 'Cy', email: 'cy@example.com' });
    const [first, second, pact] = await rows();
    for (const item of [first, second]) {
      assert.match(textOf(item?.label), /^does not count: /);
      assert.match(
        textOf(item?.tooltip),
        /brought or changed the signature of .* in commit [0-9a-f]{8}\. It does not count until .* signs again\.$/,
      );
    }
    assert.match(`${String(first?.description)} ${String(second?.description)}`, /for .*, by proxy/);
    assert.match(String(pact?.description), /contradicted/);
    const named = await ourDiagnostics(vscode.Uri.file(workspace.shared), (found) => found.length > 0);
    assert.deepEqual(
      named.map(({ code }) => code),
      ['contradicted-signature', 'contradicted-signature'],
    );
    assert.match(
      named[0]?.message ?? '',
      /^cy@example\.com brought or changed the signature of .*, in commit [0-9a-f]{8}/,
    );
  });

  it('the terms have a row, which opens them as a text that is read (row 19)', async () => {
    const item = treeItem({ type: 'terms', key: 'x', goal: PACT }, await snapshotNow());
    assert.equal(item.command?.command, 'microGoals.showTerms');
    await workspace.run('showTerms', PACT);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /# Answer reviews\n[^]*- Why: Nobody waits\n[^]*- Commitment: Look twice/);
  });
});
