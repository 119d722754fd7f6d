import { oneLine } from '../text/safeText';
import { dependencyCircles } from '../okr/dependencies';
import type { ListedRelations, Relation, RelationNode } from '../okr/relations';
import { askedRelations, charterOf, listedRelations } from '../okr/relations';
import { circlesOf } from '../okr/relationMap';
import { mayAnswerRelation } from '../okr/mayAnswerRelation';
import type { Say } from '../text/fillText';
import { recordLine } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { goalsByCharter, unalignedGoals } from '../okr/unalignedGoals';

/** What the team's goals serve and how they stand to one another, with gaps and conflicts: plain data that survives a message. */
export interface RelationReport extends ListedRelations<RelationLine> {
  readonly charter: readonly CharterLine[];
  /** Relations that were asked for and not answered yet, oldest first. */
  readonly asked: readonly AskedLine[];
  /** Open goals that serve nothing. */
  readonly unaligned: readonly GoalName[];
  /** Open goals of which each waits for the next and the last for the first. */
  readonly dependencyCircles: readonly (readonly GoalName[])[];
  /** Goals whose parent is not shown, since it would close a circle. */
  readonly circles: readonly GoalName[];
}

export interface GoalName {
  readonly id: string;
  readonly title: string;
}

/** A relation that holds between two open goals. */
export interface RelationLine {
  readonly id: string;
  readonly goal: GoalName;
  readonly to: GoalName;
  readonly note: string | null;
}

export interface CharterLine {
  readonly id: string;
  /** Mission, vision or priority, in the language of the reader. */
  readonly type: string;
  readonly title: string;
  /** Open goals that name this entry as the one they serve. */
  readonly goals: readonly GoalName[];
}

export interface AskedLine {
  readonly id: string;
  readonly goal: GoalName;
  readonly objective: GoalName;
  /** Explanation of how the goal would serve the objective. */
  readonly note: string | null;
  /** Person who asks. */
  readonly by: string | null;
  /** Person who is asked: the owner of the objective, if it has one. */
  readonly of: string | null;
  /** True if the person who looks at the report may answer. */
  readonly isMine: boolean;
}

const MAX_LINES = 100;
const MAX_LINE = 300;
const MAX_NAME = 100;

/** Reports on the relations of the team's goals. @param say puts texts into the language of the reader. */
export function relationReport(snapshot: Snapshot, say: Say): RelationReport {
  const serving = goalsByCharter(snapshot);
  const linesOf = (found: readonly Relation[]): readonly RelationLine[] =>
    found.filter(isOfTeam).slice(0, MAX_LINES).map(relationLine);
  return {
    charter: charterOf(snapshot)
      .slice(0, MAX_LINES)
      .map((node) => ({
        id: node.id,
        type: say(node.values.type),
        title: oneLine(recordLine(node, snapshot), MAX_LINE),
        goals: namesOf(serving.get(node.id) ?? []),
      })),
    asked: askedRelations(snapshot)
      .slice(0, MAX_LINES)
      .map((each) => askedLine(each, snapshot)),
    unaligned: namesOf(unalignedGoals(snapshot)),
    ...listedRelations(linesOf, snapshot),
    dependencyCircles: dependencyCircles(snapshot)
      .filter((circle) => circle.every(({ scope }) => scope === 'team'))
      .map(namesOf),
    circles: namesOf(
      circlesOf(snapshot)
        .flatMap((id) => snapshot.goals.get(id) ?? [])
        .filter(({ scope }) => scope === 'team'),
    ),
  };
}

function isOfTeam({ from, to }: Relation): boolean {
  return from.scope === 'team' && to.scope === 'team';
}

function relationLine({ node, from, to }: Relation): RelationLine {
  return { id: node.id, goal: nameOf(from), to: nameOf(to), note: noteOf(node) };
}

function noteOf({ values: { note = '' } }: RelationNode): string | null {
  return note === '' ? null : oneLine(note, MAX_LINE);
}

function askedLine({ node, from, to }: Relation, snapshot: Snapshot): AskedLine {
  const { id, author, values } = node;
  const person = (address: string | undefined): string | null =>
    address === undefined ? null : oneLine(snapshot.people.get(address) ?? address, MAX_NAME);
  return {
    id,
    goal: nameOf(from),
    objective: nameOf(to),
    note: noteOf(node),
    by: person(author),
    of: person(to.goal.owner),
    isMine: mayAnswerRelation(values.to, snapshot),
  };
}

export function namesOf(nodes: readonly GoalNode[]): GoalName[] {
  return nodes.slice(0, MAX_LINES).map(nameOf);
}

export function nameOf({ goal }: GoalNode): GoalName {
  return { id: goal.id, title: oneLine(goal.title, MAX_LINE) };
}
