import { BRANCHES, COMMITS, EARLIER, GONE, ON_MAIN, RECORDED } from './everyCommit';
import type { CommitSketch } from './everyCommit';
import { ANA, BO, CY, PERSONAL_GOALS, SMALL_GOALS } from './everyGoal';
import { OBJECTIVES } from './everyObjective';
import { PACT_ACTS, PACTS } from './everyPact';
import { SAID } from './everyRecord';
import { agreed } from './pactActs';
import type { BranchFacts, GoalDocument, JsonObject, LinkedCommit, LoggedDisagreement, Snapshot } from './product';
import { buildSnapshot, noticeWords, systemHash } from './product';
import { commitName, idOf, namesOf, NOON, recordsOf, stampOf, timeOf } from './sketch';

const NAMES = namesOf(SMALL_GOALS, PERSONAL_GOALS, OBJECTIVES, PACTS, SAID, {
  g: { onlythere: {}, donealone: {}, onlymain: {} },
});
/** Kinds whose records stand below goals of which some are personal. */
const PERSONAL_RECORDS: ReadonlySet<string> = new Set(['ownwords', 'xownwords', 'ownstamp', 'assessone', 'assesstwo']);
const FILES = { team: '/place/.microgoals/goals.json', personal: '/home/ana/goals.json' } as const;
const EMAILS = { 'Ana Ito': ANA, 'Bo Larsen': BO, 'Cy Okafor': CY } as const;

/** What two people changed at the same time. */
const NOTED: readonly LoggedDisagreement[] = [
  {
    file: FILES.team,
    record: idOf('g', 'disputed'),
    path: 'due',
    ours: { value: '2026-11-27', stamp: stampOf(1) },
    theirs: { value: '2026-12-24', stamp: stampOf(1.5) },
    winner: 'ours',
    tips: {},
  },
  {
    file: FILES.team,
    record: idOf('g', 'disputed'),
    path: 'owner',
    ours: { value: BO, stamp: stampOf(1.5) },
    theirs: { value: ANA, stamp: stampOf(1) },
    winner: 'theirs',
    tips: {},
  },
];

/** What history tells of signatures; those that are not named here are as yet unasked. */
const PROVENANCE: Snapshot['provenance'] = new Map([
  [idOf('s', 'sigana'), { state: 'confirmed' }],
  [idOf('s', 'sigbo'), { state: 'contradicted', commit: commitName('forged'), author: CY }],
  [idOf('s', 'sigcy'), { state: 'unconfirmed', reason: 'uncommitted', counts: true }],
  [idOf('s', 'sigproxy'), { state: 'confirmed' }],
]);

/** Who looks, and how much git tells. */
export interface Look {
  readonly me: string | undefined;
  /** Little: a shallow clone without any branch that work goes to. None: no word about branches. */
  readonly git?: 'all' | 'little' | 'none';
}

/** Everything that a face can show, at one moment. */
export function everySnapshot({ me, git = 'all' }: Look): Snapshot {
  return snapshotOf(TEAM, { me, git });
}

/** The team's file as it is. */
export function everyDocument(): GoalDocument {
  return TEAM;
}

/** The file of the person at the keyboard. */
export function personalDocument(): GoalDocument {
  return PERSONAL;
}

/** The team's file as it was when somebody looked last: fewer goals, nothing said yet but what is gone since. */
export function earlierDocument(): GoalDocument {
  const goals = [...TEAM.records].filter(([id]) => id.startsWith('g-'));
  const records = new Map(goals);
  for (const [name, fields] of Object.entries(EARLIER)) {
    const id = idOf('g', name);
    if (fields === null) records.delete(id);
    else records.set(id, { ...(records.get(id) as JsonObject), ...(fields as JsonObject) });
  }
  const once = { title: 'Only once', created: stampOf(9) };
  records.set(idOf('g', 'goneby'), once).set(idOf('j', 'goneby'), { ...once, outline: '- It' });
  const said = TEAM.records.get(idOf('c', 'halfway')) as JsonObject;
  records.set(idOf('c', 'halfway'), { ...said, note: 'The cache may help' });
  return { ...TEAM, records };
}

/** What the files of the team do not show by themselves. */
const NOTICES = (
  [
    { code: 'ignored-file', file: FILES.team, path: '/sample/.gitignore', name: '.gitignore:1: .*', count: 0 },
    {
      code: 'conflict-copy',
      file: FILES.team,
      path: '/sample/.microgoals/goals 2.json',
      name: 'goals 2.json',
      count: 0,
    },
    { code: 'left-aside', file: FILES.team, path: '/sample/.git/overlay.json', name: 'feature', count: 2 },
    { code: 'left-aside', file: FILES.team, path: '/sample/.git/other.json', name: 'elsewhere', count: 0 },
    { code: 'sparse-file', file: FILES.team, path: FILES.team, name: '', count: 0 },
  ] as const
).map((notice) => ({ ...notice, words: noticeWords(notice) }));

function snapshotOf(document: GoalDocument, { me, git }: Required<Look>): Snapshot {
  const source = (scope: 'team' | 'personal', each: GoalDocument) => ({
    scope,
    path: FILES[scope],
    reading: { state: 'ok', text: '', document: each, problems: [] } as const,
  });
  return buildSnapshot({
    sources: [source('team', document), source('personal', PERSONAL)],
    noted: NOTED,
    notices: NOTICES,
    commits: commitsOf(COMMITS),
    recorded: new Map(commitsOf(RECORDED).map((commit) => [commit.commit, commit])),
    gone: commitsOf(GONE),
    shallow: git === 'little',
    me,
    active: idOf('g', 'active'),
    people: new Map(Object.entries(EMAILS).map(([name, email]) => [email, name])),
    calendar: {
      now: NOON,
      today: '2026-11-18',
      sunday: '2026-11-22',
      weekStart: Date.UTC(2026, 10, 16),
      zone: { aheadAt: () => 0 },
    },
    hash: systemHash,
    provenance: PROVENANCE,
    branches: git === 'none' ? undefined : git === 'little' ? LITTLE : BRANCH_FACTS,
  });
}

function commitsOf(sketches: Readonly<Record<string, CommitSketch>>): LinkedCommit[] {
  return Object.entries(sketches).map(([name, sketch]) => {
    const { subject, goals = [], daysAgo, by = 'Ana Ito', reverts = [], on = 'here' } = sketch;
    return {
      commit: commitName(name),
      parent: undefined,
      author: { name: by, email: EMAILS[by] },
      ...(sketch.with ? { coAuthors: [{ name: sketch.with, email: EMAILS[sketch.with] }] } : {}),
      date: timeOf(daysAgo),
      subject,
      goals: goals.map((goal) => ({ id: idOf('g', goal.replace('!', '')), closes: goal.endsWith('!') })),
      reverts: reverts.map(commitName),
      ...placeOf(on),
    };
  });
}

function placeOf(on: string): Pick<LinkedCommit, 'state' | 'inHead' | 'ref'> {
  switch (on) {
    case 'merged':
      return { state: 'merged', inHead: true, ref: 'origin/main' };
    case 'ahead':
      return { state: 'merged', inHead: false, ref: 'origin/main' };
    case 'here':
      return { state: 'here', inHead: true, ref: 'feat/mine' };
    case 'detached':
      return { state: 'branch', inHead: false, ref: null };
    default:
      return { state: 'branch', inHead: false, ref: on };
  }
}

function documentOf(records: Record<string, JsonObject>): GoalDocument {
  return { top: { version: 1 }, records: new Map(Object.entries(records)) };
}

const BRANCH_FACTS: BranchFacts = {
  branches: BRANCHES.map(({ branch, by, isIntegration = false, records }) => ({
    branch,
    commit: commitName(branch),
    isIntegration,
    by,
    records: new Map(Object.entries(recordsOf(records, NAMES))),
  })),
  integration: { branch: 'origin/main', isRemote: true, document: documentOf(recordsOf(ON_MAIN, NAMES)) },
  unknown: [],
  fetched: timeOf(0.125),
  left: 2,
};

const LITTLE: BranchFacts = {
  ...BRANCH_FACTS,
  integration: undefined,
  unknown: ['release'],
  fetched: undefined,
  left: 0,
};

const PERSONAL = documentOf({
  ...recordsOf(PERSONAL_GOALS, NAMES),
  ...recordsOf(
    only(SAID, (name) => PERSONAL_RECORDS.has(name)),
    NAMES,
  ),
});

const TEAM = agreed(
  documentOf(
    Object.assign(
      {},
      ...[SMALL_GOALS, OBJECTIVES, PACTS, only(SAID, (name) => !PERSONAL_RECORDS.has(name))].map((table) =>
        recordsOf(table, NAMES),
      ),
    ) as Record<string, JsonObject>,
  ),
  PACT_ACTS,
  (document, me) => snapshotOf(document, { me, git: 'none' }),
);

function only(table: typeof SAID, isWanted: (name: string) => boolean): typeof SAID {
  return Object.fromEntries(
    Object.entries(table).map(([letter, sketches]) => [
      letter,
      Object.fromEntries(Object.entries(sketches).filter(([name]) => isWanted(name))),
    ]),
  );
}
