import * as vscode from 'vscode';
import { planShare } from '../../app/shareGoals';
import { fileOf } from '../../core/space/goalSpace';
import { documentAt } from '../../core/snapshot/recordNode';
import type { GoalNode } from '../../core/snapshot/snapshot';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { branchNameFor } from '../../core/text/branchName';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { goalTarget, goalTargets } from './targets';

const { t } = vscode.l10n;

/** Registers the commands about what a person works on and who may see it. */
export function registerWorkCommands(deps: CommandDeps): void {
  const { register, service } = deps;
  const startChosen = async (call: Call): Promise<void> => {
    const target = await goalTarget(deps, call);
    if (target) await start(deps, target.node);
  };
  register(COMMANDS.startGoal, (call) =>
    call.isBare ? deps.views.keepFocus(() => startChosen(call)) : startChosen(call),
  );
  register(COMMANDS.startOnBranch, (call) => startOnBranch(deps, call));
  register(COMMANDS.stopGoal, () => service.setActive({ state: 'stopped' }));
  register(COMMANDS.shareGoal, (call) => share(deps, call));
  register(COMMANDS.copyGoalId, async (call) => {
    const target = await goalTarget(deps, call);
    if (target) await vscode.env.clipboard.writeText(target.node.goal.id);
  });
}

function start({ service }: CommandDeps, { goal, scope }: GoalNode): Promise<void> {
  return service.setActive({ state: 'active', id: goal.id, personal: scope === 'personal' });
}

/** Starts work on a team goal on a branch of its own; a personal goal is refused because everyone sees the branch name. */
async function startOnBranch(deps: CommandDeps, call: Call): Promise<void> {
  const target = await goalTarget(deps, call);
  if (!target) return;
  const repository = deps.service.place?.repository;
  if (!repository) throw new PlainError(t('A branch needs a git repository.'));
  if (target.node.scope !== 'team')
    throw new PlainError(t('A personal goal leaves no trace in a branch name. Share it first.'));
  const { goal } = target.node;
  await repository.git('switch', '--create', branchNameFor(goal.id, goal.title));
  await deps.service.refreshGit();
  // The branch name says which goal is active there; a stored choice would also hold on the branch the person goes to next.
  if (deps.service.snapshot?.active !== goal.id) await start(deps, target.node);
}

/** Moves personal goals to the team; they keep their ids. */
async function share(deps: CommandDeps, call: Call): Promise<void> {
  const { nodes, snapshot } = await goalTargets(deps, call);
  const { service } = deps;
  const { place } = service;
  if (!place) return;
  const { path } = fileOf(place, 'team');
  const personal = nodes.flatMap(({ goal: { id }, scope, source }) => {
    const document = scope === 'personal' ? documentAt(snapshot, source) : undefined;
    return document ? [{ id, path: source, document }] : [];
  });
  await service.apply(planShare(personal, { path, document: documentAt(snapshot, path) }, snapshot.me).edits);
}
