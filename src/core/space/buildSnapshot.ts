import type { LoggedDisagreement } from '../document/disagreementLog';
import { documentIn } from '../document/fileReading';
import type { Json } from '../document/json';
import { isObject } from '../document/json';
import type { Problem } from '../document/problem';
import { kindLetter } from '../document/recordId';
import type { Goal } from '../model/goalView';
import { readGoal } from '../model/goalView';
import { goalKind } from '../model/goal';
import { namedAbove } from '../model/kind';
import { kindOfRecord } from '../model/kinds';
import type { GoneCommit, LinkedCommit } from '../snapshot/linkedCommit';
import type { Measure } from '../model/metric';
import { personKind } from '../model/person';
import type { Aliases } from '../model/onePerson';
import { NO_ALIASES } from '../model/onePerson';
import { signatureKind } from '../model/signature';
import { readRecord } from '../model/readRecord';
import type { Hash } from '../ports/ports';
import type { BranchFacts } from '../snapshot/branchFacts';
import type { BranchView } from '../snapshot/goalsOnBranches';
import type { BranchViewInput } from '../branches/branchView';
import { branchView } from '../branches/branchView';
import type { Calendar } from '../snapshot/calendar';
import type { Completion } from '../snapshot/completion';
import { completedBy, mergedClosings, takenBack } from '../snapshot/completion';
import type { OpenDisagreement } from '../snapshot/disagreements';
import { openDisagreements } from '../snapshot/disagreements';
import type { FileNotice } from '../snapshot/fileNotice';
import { buildTree } from '../snapshot/goalTree';
import { goneCompletions, openlyGone } from '../commits/goneCompletions';
import { measuredShare, measureOf } from '../snapshot/measure';
import { readPacts } from '../pacts/pactState';
import type { Pact } from '../snapshot/pactView';
import { progressOf } from '../snapshot/progress';
import type { GoalNode, RecordNode, Scope, Snapshot, SourceReading } from '../snapshot/snapshot';
import { byAge, isOf, recordNode } from '../snapshot/recordNode';
import type { SignatureNode } from '../snapshot/signatureStanding';
import { recordedLinks, withRecordedLinks } from '../commits/recordedLinks';

export interface SnapshotInput {
  readonly sources: readonly SourceReading[];
  /** The archive, if it may contain something to settle or if branches still have records that were archived. */
  readonly archived?: SourceReading | undefined;
  /** Notes of merges; their paths are those of `sources`. */
  readonly noted?: readonly LoggedDisagreement[];
  readonly notices?: readonly FileNotice[] | undefined;
  /** Newest first. */
  readonly commits: readonly LinkedCommit[];
  /** Commits that only records link to goals, by the name in the record; they follow from `sources` and HEAD. */
  readonly recorded?: ReadonlyMap<string, LinkedCommit>;
  /** Closing commits that were known once and are unreachable now; they follow from HEAD and the branches. */
  readonly gone?: readonly GoneCommit[] | undefined;
  /** True if older commits are missing in this clone. */
  readonly shallow?: boolean;
  readonly me: string | undefined;
  /** Further addresses of the people that the sources name. */
  readonly aliases?: Aliases;
  readonly active: string | undefined;
  /** Names by lower-case e-mail, as history knows them. */
  readonly people: ReadonlyMap<string, string>;
  readonly calendar: Calendar;
  readonly hash: Hash;
  /** Verdicts of history on signatures and confirmations, if somebody asked for them. */
  readonly provenance?: Snapshot['provenance'] | undefined;
  /** Contents of the shared file on other branches; undefined if git was not asked. */
  readonly branches?: BranchFacts | undefined;
}

export function buildSnapshot(input: SnapshotInput): Snapshot {
  const linked = withRecordedLinks(input.commits, recordedLinks(input.sources), input.recorded ?? new Map());
  const gathered = gather(input, linked);
  const recordsByGoal = byGoal(gathered.records);
  const pacts = agreedPacts(gathered, recordsByGoal, input);
  const nodes = new Map<string, GoalNode>();
  const commits = commitsByGoal(linked);
  const nestScope = (scope: Scope): readonly string[] => nestGoals(scope, gathered, { commits, recordsByGoal }, nodes);
  const teamRoots = nestScope('team');
  const personalRoots = nestScope('personal');
  const closings = mergedClosings(linked);
  const { sources, me, calendar } = input;
  const active = input.active !== undefined && nodes.has(input.active) ? input.active : undefined;
  return {
    goals: nodes,
    personalRoots,
    teamRoots,
    records: gathered.records,
    recordsByGoal,
    pacts,
    provenance: input.provenance ?? new Map(),
    sources,
    gone: openlyGone(goneCompletions(input.gone ?? [], linked), nodes),
    disagreements: disagreementsIn(input),
    notices: input.notices ?? [],
    shallow: input.shallow ?? false,
    problems: gathered.problems,
    me,
    aliases: input.aliases ?? NO_ALIASES,
    active,
    people: gathered.people,
    calendar,
    mergedClosings: closings,
    takenBack: takenBack(linked),
    branches: input.branches && branchesOf(input, input.branches, { nodes, teamRoots, commits: linked, closings }),
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
  here: Pick<BranchViewInput, 'nodes' | 'teamRoots' | 'commits' | 'closings'>,
): BranchView {
  const documents = [...sources, archived].flatMap((source) => documentIn(source?.reading) ?? []);
  return branchView({ facts, ...here, isKnown: (id) => documents.some(({ records }) => records.has(id)) });
}

interface Gathered {
  readonly goals: Map<
    string,
    { readonly goal: Goal; readonly source: SourceReading; readonly completedBy: Completion | undefined }
  >;
  readonly records: Map<string, RecordNode>;
  readonly withdrawn: SignatureNode[];
  readonly people: Map<string, string>;
  readonly problems: Map<string, Problem[]>;
}

function gather(input: SnapshotInput, commits: readonly LinkedCommit[]): Gathered {
  const gathered: Gathered = {
    goals: new Map(),
    records: new Map(),
    withdrawn: [],
    people: new Map(input.people),
    problems: new Map(),
  };
  const completions = completedBy(commits, input.calendar.now);
  // The shared file comes first: a goal that was just shared is in both files until the personal copy is gone.
  const sources = [...input.sources].sort((a, b) => Number(a.scope !== 'team') - Number(b.scope !== 'team'));
  // The shared file's record of a goal, even a deleted one, takes precedence over a copy in the archive.
  const shared = new Set<string>();
  const { aliases = NO_ALIASES } = input;
  for (const source of sources) {
    const { reading } = source;
    if (reading.state === 'absent') continue;
    const problems: Problem[] = [...reading.problems];
    gathered.problems.set(source.path, problems);
    if (reading.state === 'broken') continue;
    for (const [id, record] of reading.document.records) {
      if (source.scope === 'team' && shared.has(id)) continue;
      if (source.scope === 'team') shared.add(id);
      if (kindLetter(id) === goalKind.letter) {
        const { goal, problems: defects } = readGoal(id, record, aliases);
        problems.push(...defects);
        if (!goal.deleted && !gathered.goals.has(id)) {
          gathered.goals.set(id, { source, ...completed(goal, completions.get(id)) });
        }
      } else problems.push(...gatherRecord(gathered, id, record, source, aliases));
    }
  }
  return gathered;
}

/** Returns the pacts and opens each one that is in force, so that all code that reads a status treats it alike. */
function agreedPacts(
  { goals, records, withdrawn }: Gathered,
  recordsByGoal: Snapshot['recordsByGoal'],
  { hash, provenance = new Map(), aliases = NO_ALIASES }: Pick<SnapshotInput, 'hash' | 'provenance' | 'aliases'>,
): ReadonlyMap<string, Pact> {
  const readings = Array.from(goals.values(), ({ goal }) => goal);
  const pacts = readPacts({ goals: readings, records, recordsByGoal, withdrawn, provenance, aliases }, hash);
  for (const [id, { state }] of pacts) {
    const entry = goals.get(id);
    if (entry && (state === 'active' || state === 'amended')) goals.set(id, { ...entry, goal: entry.goal.agreed() });
  }
  return pacts;
}

/** Completes a goal that a commit closes, unless somebody set its status later. */
function completed(
  goal: Goal,
  completion: Completion | undefined,
): { goal: Goal; completedBy: Completion | undefined } {
  if (!completion || goal.isStatusLater(completion.at)) return { goal, completedBy: undefined };
  return { goal: goal.completedAt(completion.at), completedBy: completion };
}

/** Adds a record that is not a goal. @returns the problems of the record. */
function gatherRecord(
  gathered: Gathered,
  id: string,
  record: Json,
  source: SourceReading,
  aliases: Aliases,
): readonly Problem[] {
  const kind = kindOfRecord(id, record);
  if (!kind) return [unknownKind(id, record)];
  const { values: written, problems } = readRecord(kind, id, record);
  if (gathered.records.has(id)) return problems;
  const node = recordNode(kind, id, record, source, aliases, written);
  if (written.deleted) {
    if (isOf(node, signatureKind)) gathered.withdrawn.push(node);
    return problems;
  }
  gathered.records.set(id, node);
  if (isOf(node, personKind)) addPerson(gathered.people, node);
  return problems;
}

function addPerson(people: Map<string, string>, { id, values }: RecordNode<typeof personKind.fields>): void {
  const { name, email } = values;
  if (name === undefined) return;
  people.set(id, name);
  if (email !== undefined) people.set(email.toLowerCase(), name);
}

function byGoal(records: ReadonlyMap<string, RecordNode>): ReadonlyMap<string, readonly RecordNode[]> {
  const grouped = new Map<string, RecordNode[]>();
  for (const node of [...records.values()].sort(byAge)) {
    for (const above of namedAbove(node.kind, node.values)) {
      const list = grouped.get(above);
      if (list) list.push(node);
      else grouped.set(above, [node]);
    }
  }
  return grouped;
}

function unknownKind(id: string, record: Json): Problem {
  const what = isObject(record) ? 'a record of a kind this version does not know' : 'no record';
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

/** Data about each goal beyond its record, by goal id. */
interface About {
  readonly commits: ReadonlyMap<string, readonly LinkedCommit[]>;
  readonly recordsByGoal: Snapshot['recordsByGoal'];
}

function nestGoals(
  scope: Scope,
  gathered: Gathered,
  { commits, recordsByGoal }: About,
  nodes: Map<string, GoalNode>,
): readonly string[] {
  const entries = [...gathered.goals.values()].filter((entry) => entry.source.scope === scope);
  const goals = new Map(entries.map(({ goal }) => [goal.id, goal]));
  const tree = buildTree(goals);
  const measures = new Map<string, Measure>();
  for (const { goal } of entries) {
    const measure = measureOf(goal, recordsByGoal.get(goal.id));
    if (measure) measures.set(goal.id, measure);
  }
  const progress = progressOf(goals, tree, { measured: (goal) => measuredShare(goal, measures.get(goal.id)) });
  for (const { goal, source, completedBy } of entries) {
    const rolled = progress.get(goal.id) ?? { progress: 0, percent: 0, isMeasured: false, done: 0, total: 1 };
    nodes.set(goal.id, {
      goal,
      scope,
      source: source.path,
      parent: tree.parents.get(goal.id),
      children: tree.children.get(goal.id) ?? [],
      ...rolled,
      measure: measures.get(goal.id),
      commits: commits.get(goal.id) ?? [],
      completedBy,
    });
  }
  for (const { id, parent, reason } of tree.dropped) {
    // A personal goal may serve a goal of the team. That is no defect; it merely has no parent in its own scope.
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
