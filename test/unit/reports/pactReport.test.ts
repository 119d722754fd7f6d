import assert from 'node:assert/strict';
import { setStatus } from '../../../src/core/changes/goalActions';
import { planAmend, planPropose, planSign } from '../../../src/core/pacts/pactPlans';
import { pactReport } from '../../../src/core/reports/pactReport';
import type { Provenance } from '../../../src/core/snapshot/provenance';
import { writtenStatements } from '../../../src/core/snapshot/statements';
import { systemHash, systemRandom } from '../../../src/store/nodePorts';
import { englishState } from '../../support/englishState';
import { ANA, BO, CY, PACT, PactTeam, PROMISE } from '../../support/pactTeam';
import { snapshotOf } from '../../support/teamSnapshot';

const PORTS = { hash: systemHash, random: systemRandom };

describe('the report of pacts', () => {
  it('tells a draft, what is not SMART yet, and that there is no evidence yet (rows 12, 14)', () => {
    const [pact] = pactReport(new PactTeam().as(ANA));
    assert.deepEqual(
      [pact?.state, pact?.why, pact?.missing, pact?.commitments],
      [
        'draft',
        'Nobody waits',
        ['measure', 'target', 'due'],
        [{ id: PROMISE, title: 'Look twice a day', owner: BO, status: 'open', hasEvidence: false }],
      ],
    );
  });

  it('says who signed, how sure, and who is missing, by name; what was changed and why (row 19)', () => {
    const team = new PactTeam({
      'o-0000000001': { goal: PACT, by: CY, note: 'I will\n\u202eremind you' },
      'm-0000000001': { goal: PACT, title: 'First week', reached: '2026-11-10' },
      'r-0000000001': { goal: PACT, title: 'A course', amount: 8, unit: 'hours' },
    });
    team.apply(planPropose(team.node(ANA), team.as(ANA)));
    team.apply(planSign(team.node(BO), { confidence: 2 }, team.as(BO), systemRandom));
    const [asked] = pactReport(team.as(ANA));
    assert.deepEqual([asked?.state, asked?.signed, asked?.parties, asked?.isDoubted], ['proposed', 1, 2, true]);
    assert.deepEqual(asked?.signatures, [
      {
        name: ANA,
        state: 'missing',
        proxy: null,
        isUnconfirmed: false,
        contradiction: null,
        confidence: null,
        note: null,
      },
      { name: BO, state: 'signed', proxy: null, isUnconfirmed: false, contradiction: null, confidence: 2, note: null },
    ]);
    const said = [asked.supporters, asked.milestones, asked.resources];
    assert.deepEqual(
      said.map(([first]) => first?.text),
      ['I will \\u202eremind you', 'First week · 2026-11-10', 'A course · 8 hours'],
    );
    team.apply(planAmend(team.node(BO), { note: 'Clearer', values: { why: 'Quick' } }, team.as(BO), PORTS));
    team.change(setStatus(PROMISE, 'done'));
    const [lapsed] = pactReport(team.as(ANA));
    assert.deepEqual(
      [lapsed?.state, lapsed?.changes.map(({ text }) => text), lapsed?.commitments[0]?.hasEvidence],
      ['lapsed', ['Clearer'], true],
    );
    const message = englishState(team.as(ANA));
    assert.deepEqual(JSON.parse(JSON.stringify(message)), message);
  });

  it('says who signed for somebody else, and what history does not bear out (row 46)', () => {
    const team = new PactTeam();
    team.apply(planPropose(team.node(ANA), team.as(ANA)));
    team.apply(planSign(team.node(ANA), {}, team.as(ANA), systemRandom));
    team.apply(planSign(team.node(ANA), { for: BO }, team.as(ANA), systemRandom));
    const snapshot = team.as(ANA);
    const signatures = writtenStatements(snapshot.sources);
    assert.deepEqual(
      signatures.map(({ by, replicas }) => [by, replicas.made]),
      [
        [ANA, 'aaaa'],
        [ANA, 'aaaa'],
      ],
    );
    const told = (provenance: Provenance): unknown => {
      const found = new Map(signatures.map(({ id }) => [id, provenance]));
      const [pact] = pactReport({ ...snapshot, provenance: found });
      return pact?.signatures.map(({ name, proxy, isUnconfirmed, contradiction }) => [
        name,
        proxy,
        contradiction ?? isUnconfirmed,
      ]);
    };
    assert.deepEqual(told({ state: 'confirmed' }), [
      [ANA, null, false],
      [BO, ANA, true],
    ]);
    assert.deepEqual(told({ state: 'contradicted', commit: '0123456789', author: CY }), [
      [ANA, null, { by: CY, commit: '01234567' }],
      [BO, ANA, { by: CY, commit: '01234567' }],
    ]);
  });

  it('is empty for a team without pacts', () => {
    assert.deepEqual(pactReport(snapshotOf({ team: [{ title: 'Loose' }] })), []);
  });
});
