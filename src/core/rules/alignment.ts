import { alignmentKind } from '../model/alignment';
import { charterKind } from '../model/charter';
import { isClosed } from './closedGoals';
import { byAge } from './recordNode';
import type { GoalNode, RecordNode, Snapshot } from './snapshot';

/** What others ask of the objectives of a person and that person has not answered yet. */
export function alignmentsToAnswer({ records, goals }: Snapshot, me: string): readonly RecordNode[] {
  return [...records.values()].filter(
    ({ kind, scope, goal, values }) =>
      kind === alignmentKind &&
      scope === 'team' &&
      values['state'] === 'asked' &&
      goals.has(goal ?? '') &&
      goals.get(String(values['to']))?.goal.owner === me,
  );
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
