import assert from 'node:assert/strict';
import { mergeDocuments } from '../../../src/core/document/merge';
import type { Kind } from '../../../src/core/model/kind';
import { commitmentKind } from '../../../src/core/model/commitment';
import { kpiKind } from '../../../src/core/model/kpi';
import { pactKind } from '../../../src/core/model/pact';
import { resourceKind } from '../../../src/core/model/resource';
import { setField, setStatus } from '../../../src/core/changes/goalActions';
import { PACT_END_REFUSALS, planClose } from '../../../src/core/pacts/closePact';
import {
  PACT_REFUSALS,
  amendedTerms,
  planAmend,
  planDecline,
  planPropose,
  planSign,
} from '../../../src/core/pacts/pactPlans';
import { termsBefore } from '../../../src/core/pacts/pactState';
import type { TermsPart } from '../../../src/core/pacts/pactTerms';
import { TERMS_FIELDS, termsId } from '../../../src/core/pacts/pactTerms';
import { termsDifference, termsLines } from '../../../src/core/pacts/termsLines';
import { checkInsAhead } from '../../../src/core/followUp/checkInsDue';
import { refusalText } from '../../../src/core/changes/refusal';
import { awaitedParties, decliningParties } from '../../../src/core/pacts/pactWaiting';
import { fillText } from '../../../src/core/text/fillText';
import { waitingOnMe } from '../../../src/core/team/waiting';
import { REMOVAL_REFUSALS } from '../../../src/core/goals/removal';
import { planDelete, planEdit } from '../../../src/core/records/planRecord';
import { recordMarkdown } from '../../../src/core/records/recordMarkdown';
import { goalAsRecord } from '../../../src/core/snapshot/recordNode';
import { systemHash, systemRandom } from '../../../src/store/nodePorts';
import { ANA, BO, CY, PACT, PactTeam, PROMISE } from '../../support/pactTeam';

const PORTS = { hash: systemHash, random: systemRandom };
const WORDS = { person: (address: string) => address, label: (text: string) => text };

function propose(team: PactTeam): void {
  team.apply(planPropose(team.node(ANA), team.as(ANA)));
}

function sign(team: PactTeam, me: string, confidence?: number): void {
  team.apply(planSign(team.node(me), { confidence }, team.as(me), systemRandom));
}

function states(team: PactTeam): unknown {
  return team.pact.parties.map(({ person, state }) => [person, state]);
}

function problemOf(plan: object): string {
  return 'problem' in plan ? String(plan.problem) : 'none';
}

describe('pact', () => {
  it('is a draft, proposed, and active once every party signed the terms as they stand (rows 11, 13)', () => {
    const team = new PactTeam();
    assert.equal(team.pact.state, 'draft');
    assert.match(problemOf(planSign(team.node(ANA), {}, team.as(ANA), systemRandom)), /is a draft/);
    propose(team);
    assert.equal(team.pact.state, 'proposed');
    assert.equal(team.node(ANA).goal.status, 'proposed');
    assert.deepEqual(states(team), [
      [ANA, 'missing'],
      [BO, 'missing'],
    ]);
    sign(team, ANA);
    assert.deepEqual(
      [team.pact.state, states(team)],
      [
        'proposed',
        [
          [ANA, 'signed'],
          [BO, 'missing'],
        ],
      ],
    );
    assert.deepEqual(waitingOnMe(team.as(ANA)), []);
    assert.deepEqual(
      waitingOnMe(team.as(BO)).map(({ what, goal }) => [what, goal]),
      [['sign', PACT]],
    );
    sign(team, BO);
    assert.equal(team.pact.state, 'active');
    assert.equal(team.node(ANA).goal.status, 'open', 'what everybody signed counts like any open goal');
    assert.match(problemOf(planSign(team.node(CY), {}, team.as(CY), systemRandom)), /Only its parties sign/);
  });

  it('ends active where two people sign in two clones', () => {
    const [here, there] = [new PactTeam(), new PactTeam()];
    propose(here);
    there.change({ type: 'put', id: PACT, record: here.document.records.get(PACT) ?? null });
    sign(here, ANA);
    sign(there, BO);
    const { document } = mergeDocuments(undefined, here.document, there.document);
    const merged = new PactTeam(Object.fromEntries(document.records));
    assert.equal(merged.pact.state, 'active');
  });

  it('waits for new signatures with any change of the terms, whoever makes it, and not with progress, order or comments (row 19)', () => {
    const team = new PactTeam();
    propose(team);
    sign(team, ANA);
    sign(team, BO);
    team.change(setStatus(PROMISE, 'done'), setField(PROMISE, 'order', 'a1'), setField(PACT, 'notes', 'a comment'));
    team.change(setField(PACT, 'mentor', CY), setField(PACT, 'x-unknown', 1));
    assert.equal(team.pact.state, 'active');
    team.change(setField(PROMISE, 'title', 'Look once a day'));
    assert.deepEqual(
      [team.pact.state, states(team)],
      [
        'amended',
        [
          [ANA, 'lapsed'],
          [BO, 'lapsed'],
        ],
      ],
    );
    assert.deepEqual(
      waitingOnMe(team.as(BO)).map(({ what }) => what),
      ['signAgain'],
    );
    const before = termsBefore(team.pact, team.node(BO).goal, BO);
    assert.ok(before);
    assert.deepEqual(termsDifference(before, team.pact.terms, WORDS), [
      { label: 'Commitment', before: `Look twice a day · ${BO}`, after: `Look once a day · ${BO}` },
    ]);
    sign(team, ANA);
    sign(team, BO);
    assert.equal(team.pact.state, 'active');
    team.change(setField(PROMISE, 'title', 'Look twice a day'));
    assert.equal(team.pact.state, 'active', 'the older signatures hold again for the older terms');
  });

  it('amends with a change note that names both terms, and shows what changed (row 19)', () => {
    const team = new PactTeam();
    propose(team);
    const before = team.pact.terms.hash;
    sign(team, ANA);
    const amend = (note: string, values: Record<string, string>): ReturnType<typeof planAmend> =>
      planAmend(team.node(BO), { note, values }, team.as(BO), PORTS);
    assert.match(problemOf(amend('', { why: 'Quick feedback' })), /one line/);
    assert.match(problemOf(amend('Nothing', {})), /Nothing that people sign changes/);
    const silent = planAmend(team.node(BO), { note: 'No why', values: { why: undefined } }, team.as(BO), PORTS);
    assert.equal(problemOf(silent), PACT_REFUSALS.noWhy);
    team.apply(amend('Clearer', { why: 'Quick feedback' }));
    const { pact } = team;
    const [note] = (team.as(ANA).recordsByGoal.get(PACT) ?? []).filter(({ kind }) => kind.name === 'amendment');
    assert.deepEqual([note?.values['before'], note?.values['after']], [before, pact.terms.hash]);
    assert.equal(team.node(ANA).goal.more.terms, pact.terms.hash);
    assert.equal(pact.state, 'lapsed');
    assert.deepEqual([...pact.earlier.keys()].sort(), [before, pact.terms.hash].sort());
  });

  it('takes a proxy for the person it is given for, and counts what was said last (row 46)', () => {
    const team = new PactTeam();
    propose(team);
    team.apply(planSign(team.node(ANA), { for: BO }, team.as(ANA), systemRandom));
    const [, bo] = team.pact.parties;
    assert.deepEqual([bo?.state, bo?.signature?.by], ['signed', ANA]);
    team.apply(planDecline(team.node(BO), 'I was not asked', team.as(BO), systemRandom));
    assert.deepEqual(states(team), [
      [ANA, 'missing'],
      [BO, 'declined'],
    ]);
    assert.match(problemOf(planSign(team.node(ANA), { for: BO }, team.as(ANA), systemRandom)), /has declined already/);
    assert.match(problemOf(planDecline(team.node(BO), ' ', team.as(BO), systemRandom)), /why you decline/);
    sign(team, BO);
    assert.deepEqual(states(team), [
      [ANA, 'missing'],
      [BO, 'signed'],
    ]);
  });

  it('lets nobody sign over what a person said themselves, also in another clone (row 46)', () => {
    const team = new PactTeam();
    propose(team);
    const proxy = planSign(team.node(ANA), { for: BO }, team.as(ANA), systemRandom);
    team.apply(planDecline(team.node(BO), 'Not like this', team.as(BO), systemRandom));
    team.apply(proxy);
    assert.deepEqual(team.pact.parties.find(({ person }) => person === BO)?.state, 'declined');
  });

  it('waits for the reason, and says what is not SMART without blocking anything (rows 12, 22)', () => {
    const team = new PactTeam();
    team.change(setField(PACT, 'why', undefined));
    assert.equal(problemOf(planPropose(team.node(ANA), team.as(ANA))), PACT_REFUSALS.noWhy);
    const given = { why: 'Nobody waits', hash: systemHash };
    assert.equal(problemOf(planPropose(team.node(ANA), team.as(ANA), given)), 'none');
    team.change(setField(PACT, 'why', 'Nobody waits'));
    propose(team);
    team.change(setField(PACT, 'why', undefined));
    assert.deepEqual(team.pact.missing, ['why', 'measure', 'target', 'due']);
    assert.match(problemOf(planSign(team.node(ANA), {}, team.as(ANA), systemRandom)), /does not say why/);
    team.change(setField(PACT, 'why', 'Nobody waits'));
    sign(team, ANA);
  });

  it('flags a mean confidence below 3 (row 25)', () => {
    const team = new PactTeam();
    propose(team);
    sign(team, ANA, 2);
    sign(team, BO, 3);
    assert.deepEqual([team.pact.confidence, team.pact.isDoubted], [2.5, true]);
    sign(team, ANA, 4);
    assert.deepEqual([team.pact.confidence, team.pact.isDoubted], [3.5, false]);
  });

  it('of one person has the sponsor sign for the team (row 15)', () => {
    const team = new PactTeam({ [PROMISE]: { title: 'Learn', kind: 'commitment', parent: PACT, owner: ANA } });
    team.change(setField(PACT, 'sponsor', 'Cy@Example.com'));
    propose(team);
    assert.deepEqual(states(team), [
      [ANA, 'missing'],
      [CY, 'missing'],
    ]);
  });

  it('has whoever signs agree to their own part alone, and counts each part that was not given up (rows 13, 14)', () => {
    const created = '20261118T080000000Z-0000-aaaa';
    const part = { kind: 'commitment', parent: PACT, status: 'proposed', created };
    const team = new PactTeam({
      'g-b000000000': { ...part, title: 'Set the page up', owner: BO },
      'g-c000000000': { ...part, title: 'Write it down', owner: CY },
      'g-n000000000': { ...part, title: 'Never mind', owner: CY, status: 'dropped' },
    });
    const statuses = (): unknown =>
      ['g-b000000000', 'g-c000000000', 'g-n000000000'].map((id) => team.node(ANA, id).goal.status);
    propose(team);
    assert.deepEqual([team.node(ANA).done, team.node(ANA).total], [0, 3]);
    sign(team, ANA);
    assert.deepEqual(statuses(), ['proposed', 'proposed', 'dropped']);
    sign(team, BO);
    assert.deepEqual(statuses(), ['open', 'proposed', 'dropped']);
    team.apply(planSign(team.node(ANA), { for: CY }, team.as(ANA), systemRandom));
    assert.deepEqual(statuses(), ['open', 'proposed', 'dropped'], 'as long as it may wait for Cy');
    team.apply(planSign(team.node(ANA), { for: CY, isHeld: false }, team.as(ANA), systemRandom));
    assert.deepEqual(statuses(), ['open', 'open', 'dropped']);
  });

  it('stays once people have answered it, and no goal goes from above others', () => {
    const team = new PactTeam();
    const removal = (): string => {
      const record = goalAsRecord(team.node(CY), team.as(CY));
      assert.ok(record);
      return problemOf(planDelete(record, team.as(CY)));
    };
    assert.equal(removal(), REMOVAL_REFUSALS.above);
    propose(team);
    sign(team, BO);
    assert.equal(removal(), REMOVAL_REFUSALS.answered);
    team.apply(planClose(team.node(ANA), { state: 'dropped', reason: 'No time' }, team.as(ANA), systemRandom));
    assert.equal(removal(), REMOVAL_REFUSALS.ended);
  });

  it('is not put before its parties by an edit either while its why is missing (row 22)', () => {
    const team = new PactTeam();
    team.change(setField(PACT, 'why', undefined));
    const edited = (values: Record<string, string>): string => {
      const record = goalAsRecord(team.node(ANA), team.as(ANA));
      assert.ok(record);
      return problemOf(planEdit(record, values, team.as(ANA)));
    };
    assert.equal(edited({ status: 'proposed' }), PACT_REFUSALS.noWhy);
    assert.equal(edited({ status: 'proposed', why: ' ' }), PACT_REFUSALS.noWhy);
    assert.equal(edited({ status: 'proposed', why: 'Nobody waits' }), 'none');
    assert.equal(edited({ status: 'paused' }), 'none');
  });

  it('remembers who declined the terms before, until they answer the new ones', () => {
    const team = new PactTeam();
    propose(team);
    team.apply(planDecline(team.node(BO), 'Too much', team.as(BO), systemRandom));
    const before = (): unknown[] => team.pact.parties.map(({ state, declinedBefore }) => [state, declinedBefore?.note]);
    assert.deepEqual(before()[1], ['declined', undefined]);
    team.apply(planAmend(team.node(ANA), { note: 'Less', values: { target: 4 } }, team.as(ANA), PORTS));
    assert.deepEqual(before(), [
      ['missing', undefined],
      ['missing', 'Too much'],
    ]);
    sign(team, BO);
    assert.deepEqual(before(), [
      ['missing', undefined],
      ['signed', undefined],
    ]);
  });

  it('says in its fields how it stands and why it counts as kept', () => {
    const team = new PactTeam();
    const shown = (): string => {
      const record = goalAsRecord(team.node(ANA), team.as(ANA));
      assert.ok(record);
      return recordMarkdown(record, team.as(ANA));
    };
    propose(team);
    sign(team, ANA);
    sign(team, BO);
    assert.match(shown(), /- Status: in force/);
    team.apply(planClose(team.node(ANA), { state: 'kept', reason: 'The rota does it' }, team.as(ANA), systemRandom));
    assert.match(shown(), /- Status: kept\n(.*\n)*- Reason: The rota does it/);
  });

  it('asks for no check-ins before it is in force (row 16)', () => {
    const team = new PactTeam();
    team.change(setField(PACT, 'cadence', 'daily'));
    const ahead = (): unknown => checkInsAhead(team.as(ANA), ANA).map(({ goal }) => goal.goal.id);
    assert.deepEqual(ahead(), []);
    propose(team);
    sign(team, ANA);
    assert.deepEqual(ahead(), []);
    sign(team, BO);
    assert.deepEqual(ahead(), [PACT]);
  });

  it('ends kept, missed with what was learned, or dropped with a reason (rows 19, 34)', () => {
    const closed = (end: Parameters<typeof planClose>[1], me = BO): string => {
      const team = new PactTeam();
      propose(team);
      sign(team, ANA);
      sign(team, BO);
      team.change(setStatus(PROMISE, 'done'));
      const plan = planClose(team.node(me), end, team.as(me), systemRandom);
      if ('problem' in plan) return plan.problem;
      team.apply(plan);
      return `${team.pact.state} ${team.node(me).goal.more.learned ?? ''}`.trim();
    };
    assert.equal(closed({ state: 'kept' }), 'kept');
    assert.match(closed({ state: 'missed', learned: ' ' }), /what was learned/);
    assert.equal(closed({ state: 'missed', learned: 'Too much at once' }), 'missed Too much at once');
    assert.equal(closed({ state: 'dropped', reason: 'Another tool' }), 'dropped');
    assert.match(closed({ state: 'kept' }, CY), /Only its parties/);
  });
});

describe('a pact that is amended', () => {
  const amend = (team: PactTeam, me: string, values: Record<string, string | number>): void => {
    team.apply(planAmend(team.node(me), { note: 'Less', values }, team.as(me), PORTS));
  };
  const difference = (team: PactTeam, me: string): unknown => {
    const before = termsBefore(team.pact, team.node(me).goal, me);
    return (
      before &&
      termsDifference(before, team.pact.terms, WORDS).map(({ label, ...each }) => [label, each.before, each.after])
    );
  };

  it('stays in force under the terms that all signed last, keeps its check-ins and names who is missing (row 19)', () => {
    const team = new PactTeam();
    propose(team);
    sign(team, ANA);
    assert.equal(team.pact.inForce?.hash, undefined);
    sign(team, BO);
    const signed = team.pact.terms.hash;
    amend(team, ANA, { target: 4 });
    assert.deepEqual(
      [team.pact.state, team.pact.inForce?.hash, awaitedParties(team.pact)],
      ['amended', signed, [ANA, BO]],
    );
    assert.equal(team.node(ANA).goal.status, 'open', 'it counts like any open goal');
    assert.deepEqual(
      checkInsAhead(team.as(ANA), ANA).map(({ goal }) => goal.goal.id),
      [PACT],
    );
    sign(team, ANA);
    assert.deepEqual([team.pact.state, awaitedParties(team.pact)], ['amended', [BO]]);
    team.apply(planDecline(team.node(BO), 'Too little', team.as(BO), systemRandom));
    assert.deepEqual([team.pact.state, decliningParties(team.pact)], ['amended', [BO]]);
    sign(team, BO);
    assert.deepEqual([team.pact.state, team.pact.inForce?.hash], ['active', team.pact.terms.hash]);
  });

  it('stays in force for its old parties while a new one has not signed, and not once one of them takes their word back', () => {
    const team = new PactTeam();
    propose(team);
    sign(team, ANA);
    sign(team, BO);
    amend(team, ANA, { sponsor: CY });
    assert.deepEqual([team.pact.state, awaitedParties(team.pact)], ['amended', [ANA, BO, CY]]);
    const [own] = (team.as(BO).recordsByGoal.get(PACT) ?? []).filter(
      ({ author, kind }) => kind.name === 'signature' && author === BO,
    );
    team.change(setField(own?.id ?? '', 'deleted', true));
    assert.deepEqual([team.pact.state, team.pact.inForce], ['lapsed', undefined]);
  });

  it('shows whoever declined all that changed since, also through an accepted suggestion (5 → 6 → 4)', () => {
    const team = new PactTeam();
    team.change(setField(PACT, 'target', 5));
    propose(team);
    team.apply(planDecline(team.node(BO), 'Too much', team.as(BO), systemRandom));
    team.change(setField(PACT, 'target', 6));
    assert.deepEqual(difference(team, BO), [['Target', '5', '6']]);
    const terms = amendedTerms(team.node(ANA), { target: 4 }, team.as(ANA), systemHash);
    assert.ok(terms);
    assert.deepEqual(
      termsDifference(terms.before, terms.after, WORDS).map(({ before, after }) => [before, after]),
      [['6', '4']],
    );
    amend(team, ANA, { target: 4, due: '2026-12-24' });
    assert.deepEqual(difference(team, BO), [
      ['Target', '5', '4'],
      ['Due', undefined, '2026-12-24'],
    ]);
    assert.deepEqual(
      difference(team, ANA),
      [
        ['Target', '6', '4'],
        ['Due', undefined, '2026-12-24'],
      ],
      'who has not answered sees the last change',
    );
  });

  it('tells whoever proposed the terms who declined them, and stops once they changed them', () => {
    const team = new PactTeam();
    propose(team);
    team.apply(planDecline(team.node(BO), 'Too much', team.as(BO), systemRandom));
    const told = (me: string): string[] => waitingOnMe(team.as(me)).map(({ what }) => what);
    assert.deepEqual([told(ANA), told(BO)], [['sign', 'declined'], []]);
    amend(team, ANA, { target: 4 });
    assert.deepEqual([told(ANA), told(BO)], [['sign'], ['sign']]);
  });
});

describe('a pact that is called kept', () => {
  const KEPT = { state: 'kept' } as const;
  const unsure = (team: PactTeam, me = ANA): string => {
    const plan = planClose(team.node(me), KEPT, team.as(me), systemRandom);
    return 'problem' in plan ? refusalText(plan, fillText) : 'none';
  };

  it('names what is open, and passes with a word why, which is kept as a change note', () => {
    const other = { title: 'Write it down', kind: 'commitment', parent: PACT, owner: ANA };
    const team = new PactTeam({ 'g-prm0000001': other });
    team.change(setField(PACT, 'start', 9), setField(PACT, 'target', 5));
    assert.match(unsure(team), /is a draft/);
    propose(team);
    sign(team, ANA);
    assert.match(unsure(team), /open: "Look twice a day", "Write it down"; nothing is measured; not signed by bo@/);
    team.apply(planDecline(team.node(BO), 'Too much', team.as(BO), systemRandom));
    assert.match(unsure(team), /declined by bo@/);
    const reason = 'The rota does it now';
    team.apply(planClose(team.node(ANA), { ...KEPT, reason }, team.as(ANA), systemRandom));
    assert.equal(team.pact.state, 'kept');
    const notes = (team.as(ANA).recordsByGoal.get(PACT) ?? []).map(({ values }) => (values as { note?: string }).note);
    assert.ok(notes.includes(reason));
  });

  it('is never kept as a draft, not even with a word, and passes without one where nothing is open', () => {
    const team = new PactTeam();
    const plan = planClose(team.node(ANA), { ...KEPT, reason: 'So it is' }, team.as(ANA), systemRandom);
    assert.equal(problemOf(plan), PACT_END_REFUSALS.draft);
    propose(team);
    sign(team, ANA);
    sign(team, BO);
    assert.match(unsure(team), /kept: open: "Look twice a day"\. Say/);
    team.change(setStatus(PROMISE, 'done'));
    assert.equal(unsure(team), 'none');
  });
});

describe('the terms of a pact', () => {
  it('are the fields that the declarations mark as such', () => {
    const kinds: Readonly<Record<TermsPart, Kind>> = {
      pact: pactKind,
      commitments: commitmentKind,
      resources: resourceKind,
      kpis: kpiKind,
    };
    for (const part of Object.keys(kinds) as TermsPart[]) {
      const marked = Object.entries(kinds[part].fields).flatMap(([name, { terms }]) => (terms ? [name] : []));
      assert.deepEqual([...TERMS_FIELDS[part]].sort(), marked.sort(), part);
    }
  });

  it('have a hash that never changes for what version 1 says', () => {
    const team = new PactTeam();
    assert.equal(
      team.pact.terms.text,
      '{"commitments":{"g-prm0000000":{"owner":"bo@example.com","title":"Look twice a day"}},"kpis":{},' +
        '"pact":{"owner":"ana@example.com","title":"Answer reviews","why":"Nobody waits"},"resources":{},"version":1}',
    );
    assert.equal(team.pact.terms.hash, `1:sha256-${systemHash.sha256(team.pact.terms.text)}`);
    assert.equal(termsId(`1:sha256-${'0'.repeat(63)}1`), 't-0000000000');
    assert.equal(termsId(`1:sha256-f83e0f83e0${'0'.repeat(54)}`), 't-z0z0z0z000');
    assert.equal(termsId('2:sha256-00'), undefined);
  });

  it('that somebody rewrote in the file are not shown, and are mended by who signs next', () => {
    const team = new PactTeam();
    propose(team);
    const id = termsId(team.pact.terms.hash) ?? '';
    team.change(setField(id, 'text', '{"pact":{"title":"Something else"}}'));
    assert.deepEqual([...team.pact.earlier.keys()], []);
    sign(team, ANA);
    assert.deepEqual([...team.pact.earlier.keys()], [team.pact.terms.hash]);
    assert.deepEqual(
      termsLines(team.pact.terms, WORDS).map(({ label, text }) => `${label}: ${text}`),
      ['Title: Answer reviews', 'Why: Nobody waits', `Owner: ${ANA}`, `Commitment: Look twice a day · ${BO}`],
    );
  });

  it('is not signed where the terms are not the ones that were shown (rows 19, 46)', () => {
    const team = new PactTeam();
    propose(team);
    const shown = team.pact.terms.hash;
    team.change(setField(PACT, 'target', 5));
    assert.equal(problemOf(planSign(team.node(ANA), { shown }, team.as(ANA), systemRandom)), PACT_REFUSALS.changed);
    const present = planSign(team.node(ANA), { shown: team.pact.terms.hash }, team.as(ANA), systemRandom);
    assert.equal(problemOf(present), 'none');
  });
});
