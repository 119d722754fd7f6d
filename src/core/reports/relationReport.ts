import { oneLine } from '../text/safeText';
import type { AskedRelation } from '../okr/relations';
import { askedRelations, charterOf, conflicts } from '../okr/relations';
import { circlesOf } from '../okr/relationMap';
import { isClosed } from '../snapshot/goalStanding';
import { mayAnswerRelation } from '../okr/mayAnswerRelation';
import type { Say } from '../text/fillText';
import { groupedBy } from '../snapshot/groupedBy';
import { recordLine } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { unalignedGoals } from '../okr/unalignedGoals';

/** Relation of the team's goals, with its gaps and conflicts: plain data that survives a message. */
export interface RelationReport {
  readonly charter: readonly CharterLine[];
  /** Relations that were asked for and not answered yet, oldest first. */
  readonly asked: readonly AskedLine[];
  /** Open goals that serve nothing. */
  readonly unaligned: readonly GoalName[];
  readonly conflicts: readonly (readonly [GoalName, GoalName])[];
  /** Goals whose parent is not shown, since it would close a circle. */
  readonly circles: readonly GoalName[];
}

export interface GoalName {
  readonly id: string;
  readonly title: string;
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

/** Reports on the relation of the team's goals. @param say puts texts into the language of the reader. */
export function relationReport(snapshot: Snapshot, say: Say): RelationReport {
  const open = [...snapshot.goals.values()].filter((node) => node.scope === 'team' && !isClosed(node));
  const serving = groupedBy(open, ({ goal }) => goal.more.serves);
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
    conflicts: conflicts(snapshot)
      .filter((pair) => pair.every(({ scope }) => scope === 'team'))
      .slice(0, MAX_LINES)
      .map(([a, b]) => [nameOf(a), nameOf(b)]),
    circles: namesOf(
      circlesOf(snapshot)
        .flatMap((id) => snapshot.goals.get(id) ?? [])
        .filter(({ scope }) => scope === 'team'),
    ),
  };
}

function askedLine({ node, asking, objective }: AskedRelation, snapshot: Snapshot): AskedLine {
  const { id, author, values } = node;
  const person = (address: string | undefined): string | null =>
    address === undefined ? null : oneLine(snapshot.people.get(address) ?? address, MAX_NAME);
  const { note = '', to } = values;
  return {
    id,
    goal: nameOf(asking),
    objective: nameOf(objective),
    note: note === '' ? null : oneLine(note, MAX_LINE),
    by: person(author),
    of: person(objective.goal.owner),
    isMine: mayAnswerRelation(to, snapshot),
  };
}

export function namesOf(nodes: readonly GoalNode[]): GoalName[] {
  return nodes.slice(0, MAX_LINES).map(nameOf);
}

export function nameOf({ goal }: GoalNode): GoalName {
  return { id: goal.id, title: oneLine(goal.title, MAX_LINE) };
}
