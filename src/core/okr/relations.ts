import { CHARTER_TYPES, charterKind } from '../model/charter';
import type { RelationType } from '../model/relation';
import { relationKind } from '../model/relation';
import { isClosed } from '../snapshot/goalStanding';
import { awaitsAnswer, recordsOfKind } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

export type RelationNode = RecordNode<typeof relationKind.fields>;

/** A relation of two goals that exist. */
export interface Relation {
  readonly node: RelationNode;
  readonly from: GoalNode;
  readonly to: GoalNode;
}

/** Types that say the same whichever of the two goals names the other. */
const MUTUAL: ReadonlySet<RelationType> = new Set<RelationType>(['conflictsWith', 'tension']);

/** Returns the same text for relations that say the same. */
export function relationKey({
  goal = '',
  to = '',
  type,
}: Pick<RelationNode['values'], 'goal' | 'to' | 'type'>): string {
  const ends = MUTUAL.has(type) ? [goal, to].sort() : [goal, to];
  return [type, ...ends].join(' ');
}

/** Tells whether a relation holds: nobody has to agree to it any more, and nobody declined it. */
export function isStanding(node: RelationNode): boolean {
  return !awaitsAnswer(node) && node.values.state !== 'declined';
}

/** Returns the relations whose two goals exist, oldest first. */
function relationsOf(snapshot: Snapshot): readonly Relation[] {
  const { goals } = snapshot;
  return recordsOfKind(relationKind, snapshot).flatMap((node) => {
    const [from, to] = [goals.get(node.goal ?? ''), goals.get(node.values.to ?? '')];
    return from && to && from !== to ? [{ node, from, to }] : [];
  });
}

/** Returns the relations of a type that hold between two open goals, oldest first, each once. */
export function openRelations(type: RelationType, snapshot: Snapshot): readonly Relation[] {
  const found = relationsOf(snapshot).filter(
    ({ node, from, to }) => node.values.type === type && isStanding(node) && !isClosed(from) && !isClosed(to),
  );
  const first = new Map(found.toReversed().map((each) => [relationKey(each.node.values), each.node]));
  return found.filter(({ node }) => first.get(relationKey(node.values)) === node);
}

/** Names under which the relations that hold are listed, by type. */
const LISTED = {
  dependencies: 'dependsOn',
  supports: 'supports',
  conflicts: 'conflictsWith',
  tensions: 'tension',
} as const satisfies Record<string, RelationType>;

/** The relations that hold between open goals, by what they say. */
export type ListedRelations<T> = Readonly<Record<keyof typeof LISTED, readonly T[]>>;

/** Returns the relations that hold between open goals, as `shown` puts those of each type. */
export function listedRelations<T>(
  shown: (found: readonly Relation[]) => readonly T[],
  snapshot: Snapshot,
): ListedRelations<T> {
  const of = (type: RelationType): readonly T[] => shown(openRelations(type, snapshot));
  const { dependencies, supports, conflicts, tensions } = LISTED;
  return { dependencies: of(dependencies), supports: of(supports), conflicts: of(conflicts), tensions: of(tensions) };
}

/** Returns the unanswered requests of the team to serve an objective, oldest first. */
export function askedRelations(snapshot: Snapshot): readonly Relation[] {
  return relationsOf(snapshot).filter(({ node }) => node.scope === 'team' && awaitsAnswer(node));
}

/** Returns the requests to serve an objective of this person that they have not answered yet. */
export function relationsToAnswer(snapshot: Snapshot, me: string): readonly RelationNode[] {
  return askedRelations(snapshot).flatMap(({ node, to }) => (to.goal.owner === me ? [node] : []));
}

export type CharterNode = RecordNode<typeof charterKind.fields>;

/** Returns mission, vision and priorities of the team, in this order, the oldest of each first. */
export function charterOf(snapshot: Snapshot): readonly CharterNode[] {
  const rank = ({ values }: CharterNode): number => CHARTER_TYPES.indexOf(values.type);
  const charter = recordsOfKind(charterKind, snapshot).filter(({ scope }) => scope === 'team');
  return charter.sort((a, b) => rank(a) - rank(b));
}
