import { alignmentKind } from '../model/alignment';
import { charterKind } from '../model/charter';
import { isClosed } from './closedGoals';
import { byAge } from './recordNode';
import type { GoalNode, RecordNode, Snapshot } from './snapshot';

/** The objectives that a goal serves besides the goals above it: their owners agreed. */
export function acceptedAlignments(goal: string, { goals, recordsByGoal }: Snapshot): readonly string[] {
  const accepted = (recordsByGoal.get(goal) ?? []).filter(
    ({ kind, values }) => kind === alignmentKind && values['state'] === 'accepted',
  );
  return [...new Set(accepted.map(({ values }) => String(values['to'])))].filter((id) => goals.has(id));
}

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

/**
 * Goals of the team that serve nothing: neither they nor a goal above them serves the charter or, by agreement, an objective of
 * others. Where there is no charter, objectives, key results and pacts are what is served. Only the topmost of each tree, and what
 * is open; nothing for a team that has set none of these: there is nothing yet that a goal could serve.
 */
export function unalignedGoals(snapshot: Snapshot): readonly GoalNode[] {
  const hasCharter = charterOf(snapshot).length > 0;
  const roots = snapshot.teamRoots.flatMap((id) => snapshot.goals.get(id) ?? []).filter((node) => !isClosed(node));
  const isUsed = hasCharter || roots.some(({ goal }) => goal.kind !== 'micro');
  return isUsed ? roots.filter((node) => !servesSomething(node, hasCharter, snapshot)) : [];
}

function servesSomething({ goal }: GoalNode, hasCharter: boolean, snapshot: Snapshot): boolean {
  if (acceptedAlignments(goal.id, snapshot).length > 0) return true;
  return hasCharter ? servesCharter(goal, snapshot) : goal.kind !== 'micro';
}

export function servesCharter({ more }: GoalNode['goal'], { records }: Pick<Snapshot, 'records'>): boolean {
  return records.get(more.serves ?? '')?.kind === charterKind;
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
