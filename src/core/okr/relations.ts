import { relationKind } from '../model/relation';
import { CHARTER_TYPES, charterKind } from '../model/charter';
import { isClosed } from '../snapshot/goalStanding';
import { awaitsAnswer, recordsOfKind } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

export type RelationNode = RecordNode<typeof relationKind.fields>;

/** Request for a goal to serve an objective. */
export interface AskedRelation {
  readonly node: RelationNode;
  readonly asking: GoalNode;
  readonly objective: GoalNode;
}

/** Returns the unanswered relation requests of the team whose two goals exist, oldest first. */
export function askedRelations(snapshot: Snapshot): readonly AskedRelation[] {
  const { goals } = snapshot;
  const asked = recordsOfKind(relationKind, snapshot).filter((node) => node.scope === 'team' && awaitsAnswer(node));
  return asked.flatMap((node) => {
    const [asking, objective] = [goals.get(node.goal ?? ''), goals.get(node.values.to ?? '')];
    return asking && objective ? [{ node, asking, objective }] : [];
  });
}

/** Returns the requests to serve an objective of this person that they have not answered yet. */
export function relationsToAnswer(snapshot: Snapshot, me: string): readonly RelationNode[] {
  return askedRelations(snapshot).flatMap(({ node, objective }) => (objective.goal.owner === me ? [node] : []));
}

export type CharterNode = RecordNode<typeof charterKind.fields>;

/** Returns mission, vision and priorities of the team, in this order, the oldest of each first. */
export function charterOf(snapshot: Snapshot): readonly CharterNode[] {
  const rank = ({ values }: CharterNode): number => CHARTER_TYPES.indexOf(values.type);
  const charter = recordsOfKind(charterKind, snapshot).filter(({ scope }) => scope === 'team');
  return charter.sort((a, b) => rank(a) - rank(b));
}

/** Returns the pairs of open goals that pull different ways, each pair once. */
export function conflicts({ goals }: Snapshot): readonly (readonly [GoalNode, GoalNode])[] {
  const pairs = new Map<string, readonly [GoalNode, GoalNode]>();
  for (const node of goals.values()) {
    for (const id of Object.keys(node.goal.more.conflictsWith ?? {})) {
      const other = goals.get(id);
      if (!other || other === node || isClosed(other) || isClosed(node)) continue;
      const key = [node.goal.id, id].sort().join(' ');
      if (!pairs.has(key)) pairs.set(key, [node, other]);
    }
  }
  return [...pairs.values()];
}
