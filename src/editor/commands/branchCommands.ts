import * as vscode from 'vscode';
import { carryOverEdits } from '../../app/carryOver';
import type { BranchGoal } from '../../core/snapshot/goalsOnBranches';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { permitted } from '../records/savePlan';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import type { Call } from '../tree/call';
import { branchGoalIds } from '../tree/call';
import { branchText } from '../tree/branchGoalItem';
import { escapeIcons, visible } from '../../core/text/safeText';
import type { CommandDeps } from './deps';
import { currentSnapshot } from './targets';

const { t } = vscode.l10n;

/** Registers the commands about goals on other branches. */
export function registerBranchCommands(deps: CommandDeps): void {
  const { register, service, views } = deps;
  register(COMMANDS.carryOver, async (call) => {
    const goals = await chosenGoals(deps, call);
    const { place, snapshot } = service;
    if (place && snapshot) await service.apply(permitted(await carryOverEdits(goals, snapshot, place)).edits);
  });
  register(COMMANDS.showThisBranch, () => {
    views.showThisBranch(true);
  });
  register(COMMANDS.showAllBranches, () => {
    views.showThisBranch(false);
  });
}

/** Returns the goals of the rows or the id given; from the palette the person chooses, e.g. all goals of a branch to be deleted. */
async function chosenGoals(deps: CommandDeps, call: Call): Promise<readonly BranchGoal[]> {
  const { branches } = await withBranches(deps);
  const known = branches?.onlyElsewhere ?? new Map<string, BranchGoal>();
  if (!call.isBare) return branchGoalIds(call).flatMap((id) => known.get(id) ?? []);
  if (known.size === 0) throw new PlainError(t('No other branch has goals that are not here.'));
  const rows = [...known.values()].map((found) => ({
    label: escapeIcons(visible(found.goal.title)),
    description: escapeIcons(branchText(found)),
    found,
  }));
  const picked = await vscode.window.showQuickPick(rows, {
    canPickMany: true,
    matchOnDescription: true,
    placeHolder: t('Goals to write into the shared file here'),
  });
  return (picked ?? []).map(({ found }) => found);
}

/** Returns the current snapshot after git has looked at other branches. */
async function withBranches(deps: CommandDeps): Promise<Snapshot> {
  await currentSnapshot(deps);
  await deps.service.place?.lateRead();
  await deps.service.refresh();
  return currentSnapshot(deps);
}
