import { daysBlocked } from '../followUp/blockers';
import type { FactWords, GoalFact } from './factText';
import { factText } from './factText';
import { isClosed, isOverdue } from '../snapshot/goalStanding';
import { oneLine } from '../text/safeText';
import { awaitedGoals } from '../okr/dependencies';
import { breachesOf } from '../okr/kpis';
import { outlookOf } from '../okr/outlook';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { verificationOf } from '../goals/verification';

/** Characters of a title in a fact of another goal. */
const LONGEST_NAME = 40;

type FactSource = (node: GoalNode, snapshot: Snapshot) => readonly GoalFact[];

const SOURCES = {
  /** Returns how far a goal is: in percent if it is measured, otherwise by the count of its parts; never both. */
  progress: ({ isMeasured, percent, children, done, total }) => {
    if (isMeasured) return [{ type: 'share', percent }];
    return children.length === 0 ? [] : [{ type: 'progress', done, total }];
  },
  breaches: ({ goal }, snapshot) => breachesOf(goal.id, snapshot).map((breach) => ({ type: 'breach', breach })),
  measure: ({ measure }) => (measure ? [{ type: 'measure', measure }] : []),
  blocked: (node, snapshot) => {
    const days = daysBlocked(node, snapshot);
    return days === undefined ? [] : [{ type: 'blocked', days }];
  },
  waits: (node, snapshot) => {
    const titles = awaitedGoals(node, snapshot).map(({ goal }) => oneLine(goal.title, LONGEST_NAME));
    return titles.length === 0 ? [] : [{ type: 'waits', titles }];
  },
  /** Returns the outlook unless the goal is on track. */
  outlook: (node, snapshot) => {
    const state = outlookOf(node, snapshot)?.state;
    return state === undefined || state === 'onTrack' ? [] : [{ type: 'outlook', state }];
  },
  /** Returns how far a goal is agreed: for a pact, by its signatures; for any other goal, by its status. */
  agreement: (node, snapshot) => {
    const { status } = node.goal;
    const pact = pactFact(node, snapshot);
    return pact.length > 0 || status === 'open' || status === 'done' ? pact : [{ type: 'status', status }];
  },
  /** Returns how far a pact is agreed; nothing for any other goal. */
  pact: pactFact,
  due: (node, { calendar }) => {
    const { due } = node.goal;
    return due === undefined || isClosed(node) ? [] : [{ type: 'due', day: due, isOverdue: isOverdue(node, calendar) }];
  },
  /** Returns the kind of any goal other than a micro goal. */
  kind: ({ goal }) => (goal.kind === 'micro' ? [] : [{ type: 'kind', kind: goal.kind }]),
  owner: ({ goal }) => (goal.owner === undefined ? [] : [{ type: 'owner', person: goal.owner }]),
  otherOwner: ({ goal }, { me }) =>
    goal.owner === undefined || goal.owner === me ? [] : [{ type: 'owner', person: goal.owner }],
  priority: ({ goal }) => (goal.priority === undefined ? [] : [{ type: 'priority', priority: goal.priority }]),
  /** Returns branch facts that the checkbox does not show: the goal is done but not merged, or further along elsewhere. */
  branches: ({ goal }, { branches }) => {
    const places = branches?.places.get(goal.id);
    if (!branches || !places) return [];
    const isUnmerged = goal.status === 'done' && !places.merged && branches.facts.integration !== undefined;
    const elsewhere = places.elsewhere.map((place): GoalFact => ({ type: 'elsewhere', place }));
    return isUnmerged ? [{ type: 'unmerged' }, ...elsewhere] : elsewhere;
  },
  /** Returns the evidence that the goal is done. */
  evidence: (node, snapshot) => {
    const state = verificationOf(node, snapshot)?.state;
    return state === undefined ? [] : [{ type: 'evidence', state }];
  },
  tags: ({ goal: { tags } }) => (tags.length === 0 ? [] : [{ type: 'tags', tags }]),
  eachTag: ({ goal: { tags } }) => tags.map((tag) => ({ type: 'tags', tags: [tag] })),
  commits: ({ commits }) => (commits.length === 0 ? [] : [{ type: 'commits', count: commits.length }]),
} as const satisfies Record<string, FactSource>;

/** Names of the facts that a face may ask for. */
export type FactName = keyof typeof SOURCES;

/** Facts that follow a title in each face, most useful first. */
export const FACTS_OF: Readonly<Record<'tree' | 'list', readonly FactName[]>> = {
  tree: [
    'progress',
    'blocked',
    'waits',
    'measure',
    'breaches',
    'outlook',
    'agreement',
    'due',
    'priority',
    'otherOwner',
    'branches',
    'evidence',
    'eachTag',
  ],
  list: [
    'progress',
    'measure',
    'breaches',
    'blocked',
    'waits',
    'pact',
    'branches',
    'due',
    'outlook',
    'kind',
    'owner',
    'priority',
    'tags',
    'commits',
  ],
};

function pactFact({ goal }: GoalNode, { pacts, provenance }: Snapshot): readonly GoalFact[] {
  const pact = pacts.get(goal.id);
  if (!pact) return [];
  const isContradicted = pact.parties.some(
    ({ uncounted }) => provenance.get(uncounted ?? '')?.state === 'contradicted',
  );
  return [{ type: 'pact', pact, isContradicted }];
}

/** Returns the facts about a goal, in the order of the names. */
export function goalFacts(names: readonly FactName[], node: GoalNode, snapshot: Snapshot): GoalFact[] {
  return names.flatMap((name): readonly GoalFact[] => SOURCES[name](node, snapshot));
}

/** Returns the same facts in words; facts that go without saying are left out. */
export function factTexts(
  names: readonly FactName[],
  node: GoalNode,
  snapshot: Snapshot,
  words: FactWords,
): readonly { readonly fact: GoalFact; readonly text: string }[] {
  const texts = goalFacts(names, node, snapshot).map((fact) => ({ fact, text: factText(fact, words) }));
  return texts.filter(({ text }) => text !== '');
}
