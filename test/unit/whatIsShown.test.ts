import assert from 'node:assert/strict';
import { difference } from '../support/shown/difference';
import { ANA, BO, CY } from '../support/shown/everyGoal';
import { everyDocument, everySnapshot, personalDocument } from '../support/shown/everySnapshot';
import type {
  GoalNode,
  GroupName,
  NewsType,
  OutlookState,
  PactState,
  Party,
  Provenance,
  TreeElement,
  Verification,
  WaitingKind,
} from '../support/shown/product';
import {
  GOAL_KINDS,
  GOAL_STATUSES,
  isOfKind,
  KINDS,
  mineModel,
  outlookOf,
  teamModel,
  verificationOf,
  waitingOnMe,
} from '../support/shown/product';
import { facesNow, recordedFaces } from '../support/shown/recordedFaces';
import { everyNews } from '../support/shown/shownFaces';
import { drawnRows } from '../support/shown/treeFaces';

/** Every member of a union: the compiler asks for a new one here, and the test for a row of it. */
type Every<Name extends string> = Readonly<Record<Name, true>>;

const WAITING: Every<WaitingKind> = {
  accept: true,
  feedback: true,
  align: true,
  sign: true,
  signAgain: true,
  declined: true,
  resource: true,
  'check-in': true,
  blocker: true,
  review: true,
  advise: true,
};
const NEWS: Every<NewsType> = {
  added: true,
  done: true,
  reopened: true,
  dropped: true,
  changed: true,
  deleted: true,
  gone: true,
};
const PACT_STATES: Every<PactState> = {
  draft: true,
  proposed: true,
  active: true,
  amended: true,
  lapsed: true,
  kept: true,
  missed: true,
  dropped: true,
  paused: true,
};
const PARTIES: Every<Party['state']> = { signed: true, declined: true, lapsed: true, missing: true };
const OUTLOOKS: Every<OutlookState> = { onTrack: true, atRisk: true, offTrack: true };
const PROVENANCE: Every<Provenance['state']> = { confirmed: true, unconfirmed: true, contradicted: true };
const VERIFICATION: Every<Verification['state']> = { claimed: true, verified: true };
/** `more` stands for the rest of a list of hundreds, and has tests of its own. */
const ROWS: Every<Exclude<TreeElement['type'], 'more'>> = {
  group: true,
  goal: true,
  commit: true,
  record: true,
  kind: true,
  branchGoal: true,
  gone: true,
  terms: true,
  shallow: true,
  disagreement: true,
  notice: true,
};
const GROUPS: Every<GroupName> = {
  active: true,
  due: true,
  open: true,
  stale: true,
  doneLately: true,
  disputed: true,
  unaligned: true,
  elsewhere: true,
  closed: true,
};

function assertAll(wanted: Readonly<Record<string, true>> | readonly string[], found: Iterable<string>): void {
  const there = new Set(found);
  const names = Array.isArray(wanted) ? (wanted as readonly string[]) : Object.keys(wanted);
  assert.deepEqual(
    names.filter((name) => !there.has(name)),
    [],
  );
}

describe('what is shown', () => {
  it('is on every face what was recorded; npm run record takes over what is shown now', async () => {
    const [recorded, now] = [recordedFaces(), await facesNow()];
    const names = [...new Set([...recorded.keys(), ...now.keys()])].sort();
    const differences = names.flatMap((name) => difference(name, recorded.get(name), now.get(name)) ?? []);
    assert.equal(differences.length, 0, `\n${differences.join('\n\n')}`);
  });
});

/** The words that a field says: its own, or those of the members of a map. */
function wordsOf(value: unknown): readonly string[] {
  const words: readonly unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  return words.filter((word) => typeof word === 'string');
}

describe('what is recorded of what is shown', () => {
  const snapshot = everySnapshot({ me: ANA });
  const goals: readonly GoalNode[] = [...snapshot.goals.values()];
  const records = [...everyDocument().records, ...personalDocument().records];

  for (const kind of KINDS) {
    const own = records.filter(([id, record]) => id.startsWith(`${kind.letter}-`) && isOfKind(kind, record));
    // The choices of a field that kinds share are those of the general kind.
    const chosen = kind.where ? [] : Object.entries(kind.fields);
    it(`has each field of ${kind.plural.toLowerCase()}, and each choice of a field`, () => {
      const values = own.flatMap(([, record]) => Object.entries(record as Readonly<Record<string, unknown>>));
      assertAll(
        Object.keys(kind.fields).filter(
          (name) => name !== 'deleted' && name !== 'order' && kind.fields[name]?.writer !== 'elsewhere',
        ),
        values.map(([name]) => name),
      );
      for (const [name, { choices = [], initial }] of chosen) {
        const said = values.flatMap(([key, value]) => (key === name ? wordsOf(value) : []));
        assertAll(
          choices.filter((choice) => choice !== initial),
          said,
        );
      }
    });
  }

  it('has every kind of goals in every status, of the team and of one person, nested and free', () => {
    assertAll(
      GOAL_KINDS.flatMap((kind) => GOAL_STATUSES.map((status) => `${kind} ${status}`)),
      goals.map(({ goal }) => `${goal.kind} ${goal.status}`),
    );
    assertAll(
      ['team nested', 'team free', 'personal nested', 'personal free'],
      goals.map(({ scope, parent }) => `${scope} ${parent === undefined ? 'free' : 'nested'}`),
    );
  });

  it('has every state of pacts, signatures, objectives and claims', () => {
    const pacts = [...snapshot.pacts.values()];
    assertAll(
      PACT_STATES,
      pacts.map(({ state }) => state),
    );
    assertAll(
      PARTIES,
      pacts.flatMap(({ parties }) => parties.map(({ state }) => state)),
    );
    assertAll(
      PROVENANCE,
      [...snapshot.provenance.values()].map(({ state }) => state),
    );
    assertAll(
      OUTLOOKS,
      goals.flatMap((node) => outlookOf(node, snapshot)?.state ?? []),
    );
    assertAll(
      VERIFICATION,
      goals.flatMap((node) => verificationOf(node, snapshot)?.state ?? []),
    );
  });

  it('has everything that may wait for somebody, and all that may be new, of every kind that is listed', () => {
    const people = [ANA, BO, CY].map((me) => everySnapshot({ me }));
    assertAll(
      WAITING,
      people.flatMap(waitingOnMe).map(({ what }) => what),
    );
    assertAll(
      NEWS,
      everyNews().map(({ type }) => type),
    );
    assertAll(
      KINDS.filter(({ shows }) => shows.length > 0).map(({ name }) => name),
      everyNews().map(({ kind }) => kind.name),
    );
  });

  it('has a row of every sort and every group', () => {
    const shallow = everySnapshot({ me: BO, git: 'little' });
    const rows = [
      ...drawnRows(snapshot, mineModel),
      ...drawnRows(snapshot, teamModel),
      ...drawnRows(shallow, teamModel),
    ].map(({ element }) => element);
    assertAll(
      ROWS,
      rows.map(({ type }) => type),
    );
    assertAll(
      GROUPS,
      rows.flatMap((row) => (row.type === 'group' ? [row.group] : [])),
    );
  });

  it('has every place of work: here, merged, ahead, on a branch, on none, taken back, gone', () => {
    const states = goals.flatMap(({ commits }) =>
      commits.map(({ state, inHead, ref }) => `${state}${inHead ? ' here' : ''}${ref === null ? ' nowhere' : ''}`),
    );
    assertAll(['here here', 'merged here', 'merged', 'branch', 'branch nowhere'], states);
    const places = [...(snapshot.branches?.places.values() ?? [])];
    const elsewhere = places.flatMap((place) => place.elsewhere);
    assertAll(
      ['true false', 'false false', 'true true'],
      elsewhere.map(({ done, isIntegration }) => `${done} ${isIntegration}`),
    );
    assertAll(
      ['true', 'false'],
      places.map(({ merged }) => String(merged)),
    );
    for (const found of [snapshot.takenBack, snapshot.gone, snapshot.branches?.onlyElsewhere]) assert.ok(found?.size);
  });
});
