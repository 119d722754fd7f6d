import type { LoggedDisagreement } from '../document/disagreementLog';
import { isObject } from '../document/json';
import type { Problem } from '../document/problem';
import { kindLetter } from '../document/recordId';
import type { Goal } from '../model/goalView';
import { readGoal } from '../model/goalView';
import { kindOfLetter } from '../model/kinds';
import { linkKind } from '../model/link';
import type { LinkedCommit } from '../model/linkedCommit';
import { personKind } from '../model/person';
import { readRecord } from '../model/readRecord';
import type { BranchFacts } from '../model/branchFacts';
import type { BranchView } from './branchPlaces';
import type { BranchViewInput } from './branchView';
import { branchView } from './branchView';
import type { Calendar } from './calendar';
import type { Completion } from './completion';
import { completedBy } from './completion';
import type { OpenDisagreement } from './disagreements';
import { openDisagreements } from './disagreements';
import { buildTree } from './goalTree';
import { progressOf } from './progress';
import { recordedLinks, withRecordedLinks } from './recordedLinks';
import type { GoalNode, Scope, Snapshot, SourceReading } from './snapshot';

export interface SnapshotInput {
  readonly sources: readonly SourceReading[];
  /** The archive, where there may be something to settle in it, or branches that still have what went there. */
  readonly archived?: SourceReading | undefined;
  /** Notes of merges, with the paths of `sources`. */
  readonly noted?: readonly LoggedDisagreement[];
  /** Newest first. */
  readonly commits: readonly LinkedCommit[];
  /** Commits that only records of the files link to goals; they follow from `sources` and HEAD. */
  readonly recorded?: readonly LinkedCommit[];
  readonly me: string | undefined;
  readonly active: string | undefined;
  /** Names by lower-cased e-mail, as history knows them. */
  readonly people: ReadonlyMap<string, string>;
  readonly calendar: Calendar;
  /** What other branches say of the shared file; undefined where git was not asked. */
  readonly branches?: BranchFacts | undefined;
}

export function buildSnapshot(input: SnapshotInput): Snapshot {
  const linked = withRecordedLinks([...input.commits, ...(input.recorded ?? [])], recordedLinks(input.sources));
  const gathered = gather(input, linked);
  const nodes = new Map<string, GoalNode>();
  const commits = commitsByGoal(linked);
  const nestScope = (scope: Scope): readonly string[] => nestGoals(scope, gathered, commits, nodes);
  const teamRoots = nestScope('team');
  const personalRoots = nestScope('personal');
  const { sources, me, calendar } = input;
  const active = input.active !== undefined && nodes.has(input.active) ? input.active : undefined;
  return {
    goals: nodes,
    personalRoots,
    teamRoots,
    sources,
    disagreements: disagreementsIn(input),
    problems: gathered.problems,
    me,
    active,
    people: gathered.people,
    calendar,
    branches: input.branches && branchesOf(input, input.branches, { nodes, teamRoots, commits: linked }),
  };
}

function disagreementsIn({ sources, archived, noted = [] }: SnapshotInput): OpenDisagreement[] {
  return [...sources, ...(archived ? [archived] : [])].flatMap(({ scope, path, reading }) =>
    scope === 'team' && reading.state === 'ok' ? openDisagreements(noted, path, reading.document) : [],
  );
}

function branchesOf(
  { sources, archived }: SnapshotInput,
  facts: BranchFacts,
  here: Pick<BranchViewInput, 'nodes' | 'teamRoots' | 'commits'>,
): BranchView {
  const documents = [...sources, ...(archived ? [archived] : [])].flatMap(({ reading }) =>
    'document' in reading ? [reading.document] : [],
  );
  return branchView({ facts, ...here, isKnown: (id) => documents.some(({ records }) => records.has(id)) });
}

interface Gathered {
  readonly goals: Map<
    string,
    { readonly goal: Goal; readonly source: SourceReading; readonly completedBy: Completion | undefined }
  >;
  readonly people: Map<string, string>;
  readonly problems: Map<string, Problem[]>;
}

function gather(input: SnapshotInput, commits: readonly LinkedCommit[]): Gathered {
  const gathered: Gathered = { goals: new Map(), people: new Map(input.people), problems: new Map() };
  const completions = completedBy(commits, input.calendar.now);
  // The shared file comes first: a goal that was just shared stands in both until the personal copy is gone.
  const sources = [...input.sources].sort((a, b) => Number(a.scope !== 'team') - Number(b.scope !== 'team'));
  // What the shared file says of a goal, and be it that it is deleted, stands above a copy in the archive.
  const shared = new Set<string>();
  for (const source of sources) {
    const { reading } = source;
    if (reading.state === 'absent') continue;
    const problems: Problem[] = [...reading.problems];
    gathered.problems.set(source.path, problems);
    if (reading.state === 'broken') continue;
    for (const [id, record] of reading.document.records) {
      if (source.scope === 'team' && shared.has(id)) continue;
      if (source.scope === 'team') shared.add(id);
      const letter = kindLetter(id);
      if (letter === 'g') {
        const { goal, problems: defects } = readGoal(id, record);
        problems.push(...defects);
        if (!goal.deleted && !gathered.goals.has(id)) {
          gathered.goals.set(id, { source, ...completed(goal, completions.get(id)) });
        }
      } else if (letter === 'l') problems.push(...readRecord(linkKind, id, record).problems);
      else if (letter === 'p') addPerson(gathered.people, id, record, problems);
      else if (letter === undefined || !kindOfLetter(letter)) problems.push(unknownKind(id, record));
    }
  }
  return gathered;
}

/** A commit that closes a goal counts until somebody says otherwise later. */
function completed(
  goal: Goal,
  completion: Completion | undefined,
): { goal: Goal; completedBy: Completion | undefined } {
  if (!completion || goal.isStatusLater(completion.at)) return { goal, completedBy: undefined };
  return { goal: goal.completedAt(completion.at), completedBy: completion };
}

function addPerson(
  people: Map<string, string>,
  id: string,
  record: Parameters<typeof readRecord>[2],
  problems: Problem[],
): void {
  const view = readRecord(personKind, id, record);
  problems.push(...view.problems);
  const { name, email, deleted } = view.values;
  if (deleted || name === undefined) return;
  people.set(id, name);
  if (email !== undefined) people.set(email.toLowerCase(), name);
}

function unknownKind(id: string, record: unknown): Problem {
  const what = isObject(record as never) ? 'a record of a kind this version does not know' : 'no record';
  return { code: 'unknown-kind', message: `${id} is ${what}; it is kept as it is.`, record: id };
}

function commitsByGoal(commits: readonly LinkedCommit[]): ReadonlyMap<string, readonly LinkedCommit[]> {
  const byGoal = new Map<string, LinkedCommit[]>();
  for (const commit of commits) {
    for (const id of new Set(commit.goals.map((goal) => goal.id))) {
      const list = byGoal.get(id);
      if (list) list.push(commit);
      else byGoal.set(id, [commit]);
    }
  }
  return byGoal;
}

function nestGoals(
  scope: Scope,
  gathered: Gathered,
  commits: ReadonlyMap<string, readonly LinkedCommit[]>,
  nodes: Map<string, GoalNode>,
): readonly string[] {
  const entries = [...gathered.goals.values()].filter((entry) => entry.source.scope === scope);
  const goals = new Map(entries.map(({ goal }) => [goal.id, goal]));
  const tree = buildTree(goals);
  const progress = progressOf(goals, tree);
  for (const { goal, source, completedBy } of entries) {
    const rolled = progress.get(goal.id) ?? { progress: 0, done: 0, total: 1 };
    nodes.set(goal.id, {
      goal,
      scope,
      source: source.path,
      parent: tree.parents.get(goal.id),
      children: tree.children.get(goal.id) ?? [],
      ...rolled,
      commits: commits.get(goal.id) ?? [],
      completedBy,
    });
  }
  for (const { id, parent, reason } of tree.dropped) {
    // A personal goal may serve a goal of the team: that is no defect, it only nests nowhere.
    if (gathered.goals.has(parent) && reason === 'lost-parent') continue;
    const message =
      reason === 'lost-parent'
        ? `${id}: its parent ${parent} is gone.`
        : `${id}: its parent ${parent} would close a circle.`;
    const path = gathered.goals.get(id)?.source.path ?? '';
    gathered.problems.get(path)?.push({ code: reason, message, record: id, path: 'parent' });
  }
  return tree.roots;
}
