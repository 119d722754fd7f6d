import * as vscode from 'vscode';
import { groupMine } from '../../core/goals/focus';
import type { GoalNode, Scope, Snapshot } from '../../core/snapshot/snapshot';
import { PlainError } from '../service/commandBoundary';
import { openCommitDiff } from '../service/commitDiff';
import type { CommandId } from '../contributions';
import { COMMANDS } from '../contributions';
import { goalPick, type GoalPick } from './goalPicks';
import { notesUri } from '../service/goalNotes';
import { goalTexts } from '../tree/treeItem';
import { kindWord, plain, statusWord } from '../texts/words';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { currentSnapshot, goalTarget } from './targets';

const { t } = vscode.l10n;

/** Registers the commands that show something and change nothing themselves. */
export function registerShowCommands(deps: CommandDeps): void {
  const { register, service, views } = deps;
  register(COMMANDS.openGoal, (call) => openGoal(deps, call));
  register(COMMANDS.pickGoal, () => pickMine(deps));
  register(COMMANDS.editNotes, async (call) => {
    const target = await goalTarget(deps, call);
    if (!target) return;
    await vscode.window.showTextDocument(notesUri(target.node), {
      viewColumn: vscode.ViewColumn.Beside,
      preview: false,
    });
  });
  register(COMMANDS.openCommit, ({ id }) => openCommit(deps, id));
  register(COMMANDS.openSharedFile, () => openFile(deps, 'team'));
  register(COMMANDS.openPersonalFile, () => openFile(deps, 'personal'));
  register(COMMANDS.refresh, () => service.refreshGit());
  register(COMMANDS.showMore, ({ row }) => {
    if (row) views.showMore(row);
  });
}

interface ActionPick extends vscode.QuickPickItem {
  readonly command: CommandId;
}

/** Shows a goal at a glance with everything you can do with it. */
async function openGoal(deps: CommandDeps, call: Call): Promise<void> {
  const record = call.isBare ? deps.views.selectedRecord() : undefined;
  if (record) {
    await vscode.commands.executeCommand(COMMANDS.editRecord, record);
    return;
  }
  const target = await goalTarget(deps, call);
  if (!target) return;
  const { node, snapshot } = target;
  const facts = [kindWord(node.goal.kind), statusWord(node.goal.status), ...goalTexts(node, snapshot)];
  const picked = await vscode.window.showQuickPick(actionsFor(node, snapshot), {
    title: plain(node.goal.title),
    placeHolder: facts.join(' · '),
  });
  if (picked) await vscode.commands.executeCommand(picked.command, node.goal.id);
}

function actionsFor({ goal, scope }: GoalNode, { active }: Snapshot): ActionPick[] {
  const row = (icon: string, label: string, command: CommandId): ActionPick => ({
    label: `$(${icon}) ${label}`,
    command,
  });
  const isDone = goal.status === 'done';
  const work =
    goal.id === active
      ? row('debug-stop', t('Stop working on it'), COMMANDS.stopGoal)
      : row('play', t('Start working on it'), COMMANDS.startGoal);
  return [
    row(isDone ? 'discard' : 'check', isDone ? t('Reopen') : t('Done'), COMMANDS.toggleDone),
    ...(isDone ? [] : [work]),
    row('edit', t('Edit'), COMMANDS.editGoal),
    row('list-selection', t('Edit every field'), COMMANDS.editRecord),
    row('note', goal.notes === '' ? t('Add notes') : t('Edit notes'), COMMANDS.editNotes),
    row('list-tree', t('Split into smaller goals'), COMMANDS.splitGoal),
    row('add', t('Add a goal below'), COMMANDS.addSubGoal),
    row('arrow-right', t('Move below another goal'), COMMANDS.moveGoal),
    row('circle-slash', t('Set status'), COMMANDS.setStatus),
    goal.pinned ? row('pinned', t('Unpin'), COMMANDS.unpinGoal) : row('pin', t('Pin for this week'), COMMANDS.pinGoal),
    ...(scope === 'team' ? [row('comment', t('Add to it: a check-in, a signature, …'), COMMANDS.addRecord)] : []),
    row('history', t('Show activity'), COMMANDS.showActivity),
    ...(scope === 'personal' ? [row('organization', t('Share with team'), COMMANDS.shareGoal)] : []),
    row('trash', t('Delete'), COMMANDS.deleteGoal),
  ];
}

/** Shows my goals as a quick pick: Enter opens one, the button on the right ticks it. */
async function pickMine(deps: CommandDeps): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const groups = groupMine(snapshot);
  const open = (['active', 'due', 'open', 'stale'] as const).flatMap((group) => groups.get(group) ?? []);
  const tick: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('check'), tooltip: t('Done') };
  const pick = vscode.window.createQuickPick<GoalPick>();
  pick.placeholder = open.length > 0 ? t('My goals') : t('No open goals of yours');
  pick.matchOnDescription = true;
  pick.items = open.map((node) => ({ ...goalPick(node, snapshot), buttons: [tick] }));
  pick.onDidTriggerItemButton(({ item }) => {
    void vscode.commands.executeCommand(COMMANDS.toggleDone, { id: item.id, done: true, ending: true });
    pick.items = pick.items.filter((each) => each.id !== item.id);
  });
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    pick.hide();
    if (item) void vscode.commands.executeCommand(COMMANDS.openGoal, item.id);
  });
  pick.onDidHide(() => {
    pick.dispose();
  });
  pick.show();
}

async function openCommit(deps: CommandDeps, name: string | undefined): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const repository = deps.service.place?.repository;
  const commits = [...snapshot.goals.values()].flatMap((node) => node.commits);
  const commit = commits.find((each) => each.commit === name);
  if (!repository || !commit) throw new PlainError(t('This commit is not in the repository any more.'));
  await openCommitDiff(deps.texts, repository, commit);
}

async function openFile(deps: CommandDeps, scope: Scope): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const sources = snapshot.sources.filter((source) => source.scope === scope && source.reading.state !== 'absent');
  const source = sources.find(({ reading }) => reading.state === 'broken') ?? sources[0];
  if (!source) throw new PlainError(t('There is no such file yet: it is made with the first goal.'));
  await vscode.window.showTextDocument(vscode.Uri.file(source.path));
}
