import * as vscode from 'vscode';
import { likelyFirst } from '../../core/goals/focus';
import { isClosed } from '../../core/snapshot/goalStanding';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { PlainError } from '../service/commandBoundary';
import { pickGoal } from './goalPicks';
import type { Call } from '../tree/call';
import { goalIds } from '../tree/element';
import type { CommandDeps } from './deps';

const { t } = vscode.l10n;

export interface Targets {
  readonly nodes: readonly GoalNode[];
  readonly snapshot: Snapshot;
}

/**
 * Returns the goals that a command is meant for: the row it was called on with the rows selected beside it, an id, or the selection of the
 * focused view. From the palette the person chooses one; empty if they cancelled.
 * @param isOffered which goals the person can choose from
 */
export async function goalTargets(deps: CommandDeps, call: Call, isOffered: Offer = isOpen): Promise<Targets> {
  const snapshot = await currentSnapshot(deps);
  const ids = idsOf(call) ?? deps.views.selectedGoals();
  const nodes = [...new Set(ids)].map((id) => snapshot.goals.get(id)).filter((node) => node !== undefined);
  if (nodes.length > 0) return { nodes, snapshot };
  const offered = [...snapshot.goals.values()].filter((node) => isOffered(node, snapshot));
  const picked = await pickGoal(likelyFirst(offered, snapshot), snapshot, t('Choose a goal'));
  return { nodes: picked ? [picked] : [], snapshot };
}

type Offer = (node: GoalNode, snapshot: Snapshot) => boolean;

function isOpen(node: GoalNode): boolean {
  return !isClosed(node);
}

/** Returns one goal like `goalTargets`, for commands that work on one goal. */
export async function goalTarget(
  deps: CommandDeps,
  call: Call,
  isOffered: Offer = isOpen,
): Promise<{ readonly node: GoalNode; readonly snapshot: Snapshot } | undefined> {
  const { nodes, snapshot } = await goalTargets(deps, { ...call, rows: call.rows.slice(0, 1) }, isOffered);
  const [node] = nodes;
  return node && { node, snapshot };
}

export interface Offered {
  readonly isOffered: Offer;
  /** Message where there is nothing to choose from. */
  readonly none: string;
  readonly placeHolder: string;
}

/** Returns the goal of a command that fits few: the one given, else the selected, the only or the chosen one of them. */
export async function offeredTarget(
  deps: CommandDeps,
  call: Call,
  { isOffered, none, placeHolder }: Offered,
): Promise<{ readonly node: GoalNode; readonly snapshot: Snapshot } | undefined> {
  if (!call.isBare) return goalTarget(deps, call);
  const snapshot = await currentSnapshot(deps);
  const offered = [...snapshot.goals.values()].filter((node) => isOffered(node, snapshot));
  const [only, ...others] = offered;
  if (!only) throw new PlainError(none);
  const selected = new Set(deps.views.selectedGoals());
  const chosen = offered.find(({ goal }) => selected.has(goal.id)) ?? (others.length === 0 ? only : undefined);
  const node = chosen ?? (await pickGoal(offered, snapshot, placeHolder));
  return node && { node, snapshot };
}

/** Returns the id of the record that a command was called on (a row or an id); undefined from the palette. */
export function recordId({ row, id }: Call): string | undefined {
  return row?.type === 'record' ? row.id : id;
}

/** Returns the current snapshot; waits for the first reading if there is none. */
export async function currentSnapshot({ service }: CommandDeps): Promise<Snapshot> {
  if (!service.snapshot) await service.ready();
  if (!service.snapshot) throw new PlainError(t('The goals are not read yet.'));
  return service.snapshot;
}

function idsOf({ row, rows, id }: Call): readonly string[] | undefined {
  if (row) return goalIds(rows);
  return id === undefined ? undefined : [id];
}
