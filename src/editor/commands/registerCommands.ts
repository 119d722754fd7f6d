import type * as vscode from 'vscode';
import { registerBranchCommands } from './branchCommands';
import type { CommandId } from '../contributions';
import { COMMANDS } from '../contributions';
import type { CommandDeps } from './deps';
import { registerEditCommands } from './editCommands';
import { registerLater } from './registerLater';
import { registerShowCommands } from './showCommands';
import { registerWorkCommands } from './workCommands';

/** All commands but those that belong to a panel or a view of their own. */
export function registerCommands(deps: CommandDeps, channel: vscode.LogOutputChannel): void {
  registerEditCommands(deps);
  registerWorkCommands(deps);
  registerBranchCommands(deps);
  registerShowCommands(deps, channel);
  for (const [commands, load] of LATER) registerLater(deps, commands, load);
}

const LATER: readonly (readonly [readonly CommandId[], () => Promise<(deps: CommandDeps) => void>])[] = [
  [
    [COMMANDS.addGoal, COMMANDS.addTeamGoal, COMMANDS.addSubGoal],
    async () => (await import('./addCommands')).registerAddCommands,
  ],
  [[COMMANDS.editGoal], async () => (await import('./editGoalCommand')).registerEditGoalCommand],
  [
    [COMMANDS.parkChanges, COMMANDS.shareChanges, COMMANDS.shareNow],
    async () => (await import('./asideCommands')).registerAsideCommands,
  ],
  [
    [COMMANDS.resolve, COMMANDS.keepValue, COMMANDS.takeValue, COMMANDS.leaveDeleted, COMMANDS.restoreDeleted],
    async () => (await import('./healingCommands')).registerHealingCommands,
  ],
  [[COMMANDS.confirmGoal], async () => (await import('./confirmCommands')).registerConfirmCommands],
  [[COMMANDS.checkIn, COMMANDS.copyStandUp], async () => (await import('./checkInCommands')).registerCheckInCommands],
  [[COMMANDS.archiveGoals], async () => (await import('./archiveCommands')).registerArchiveCommands],
  [
    [COMMANDS.importChecklist, COMMANDS.splitGoal],
    async () => (await import('./outlineCommands')).registerOutlineCommands,
  ],
  [
    [COMMANDS.installHook, COMMANDS.uninstallHook, COMMANDS.showHookStatus],
    async () => (await import('./hookCommands')).registerHookCommands,
  ],
  [
    [COMMANDS.linkCommit, COMMANDS.unlinkCommit, COMMANDS.settleGone],
    async () => (await import('./linkCommands')).registerLinkCommands,
  ],
  [[COMMANDS.showNews], async () => (await import('./newsCommand')).registerNewsCommand],
  [[COMMANDS.goalsOfFile], async () => (await import('./goalsOfFileCommand')).registerGoalsOfFileCommand],
  [[COMMANDS.giveKudos, COMMANDS.showWins], async () => (await import('./kudosCommands')).registerKudosCommands],
  [
    [
      COMMANDS.giveFeedback,
      COMMANDS.acceptFeedback,
      COMMANDS.declineFeedback,
      COMMANDS.replyToFeedback,
      COMMANDS.resolveFeedback,
    ],
    async () => (await import('./feedbackCommands')).registerFeedbackCommands,
  ],
  [
    [COMMANDS.addRecord, COMMANDS.editRecord, COMMANDS.deleteRecord, COMMANDS.showActivity],
    async () => (await import('./recordCommands')).registerRecordCommands,
  ],
];
