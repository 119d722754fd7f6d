import { alignmentKind } from '../model/alignment';
import { charterKind } from '../model/charter';
import { fieldText } from '../model/readFieldText';
import { isClosed } from '../snapshot/goalStanding';
import { byAge } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

/** A goal that wants to serve an objective. */
export interface AskedAlignment {
  readonly node: RecordNode;
  readonly asking: GoalNode;
  readonly objective: GoalNode;
}

/** What the team was asked and nobody has answered yet, as far as both goals are there; the oldest first. */
export function askedAlignments({ records, goals }: Snapshot): readonly AskedAlignment[] {
  const asked = [...records.values()].filter(
    ({ kind, scope, values }) => kind === alignmentKind && scope === 'team' && values['state'] === 'asked',
  );
  return asked.sort(byAge).flatMap((node) => {
    const [asking, objective] = [goals.get(node.goal ?? ''), goals.get(fieldText(node.values['to']))];
    return asking && objective ? [{ node, asking, objective }] : [];
  });
}

/** What others ask of the objectives of a person and that person has not answered yet. */
export function alignmentsToAnswer(snapshot: Snapshot, me: string): readonly RecordNode[] {
  return askedAlignments(snapshot).flatMap(({ node, objective }) => (objective.goal.owner === me ? [node] : []));
}

/** Mission, vision and priorities of the team, in this order, the oldest of each first. */
export function charterOf({ records }: Pick<Snapshot, 'records'>): readonly RecordNode[] {
  const types = ['mission', 'vision', 'priority'];
  const rank = ({ values }: RecordNode): number => types.indexOf(String(values['type']));
  const charter = [...records.values()].filter(({ kind, scope }) => kind === charterKind && scope === 'team');
  return charter.sort((a, b) => rank(a) - rank(b) || byAge(a, b));
}

/** Pairs of goals that pull different ways, each pair once; what is closed pulls no more. */
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
