import type * as vscode from 'vscode';
import type { CommandId } from '../contributions';
import { COMMANDS } from '../contributions';
import type { CommandDeps } from './deps';
import { registerLater } from './registerLater';

/** All commands but those that belong to a panel or a view of their own. */
export function registerCommands(deps: CommandDeps, channel: vscode.LogOutputChannel): void {
  for (const [commands, load] of LATER) registerLater(deps, commands, load);
  deps.register(COMMANDS.showLog, () => {
    channel.show();
  });
}

const LATER: readonly (readonly [readonly CommandId[], () => Promise<(deps: CommandDeps) => void>])[] = [
  [
    [
      COMMANDS.toggleDone,
      COMMANDS.renameGoal,
      COMMANDS.setStatus,
      COMMANDS.pinGoal,
      COMMANDS.unpinGoal,
      COMMANDS.helpWithGoal,
      COMMANDS.stopHelping,
      COMMANDS.deleteGoal,
      COMMANDS.moveGoal,
      COMMANDS.moveUp,
      COMMANDS.moveDown,
      COMMANDS.saveAgain,
      COMMANDS.undo,
      COMMANDS.redo,
    ],
    async () => (await import('./editCommands')).registerEditCommands,
  ],
  [
    [COMMANDS.keepGoal, COMMANDS.pauseGoal, COMMANDS.dropGoal],
    async () => (await import('./staleCommands')).registerStaleCommands,
  ],
  [
    [COMMANDS.startGoal, COMMANDS.startOnBranch, COMMANDS.stopGoal, COMMANDS.shareGoal, COMMANDS.copyGoalId],
    async () => (await import('./workCommands')).registerWorkCommands,
  ],
  [
    [COMMANDS.carryOver, COMMANDS.showThisBranch, COMMANDS.showAllBranches],
    async () => (await import('./branchCommands')).registerBranchCommands,
  ],
  [
    [
      COMMANDS.openGoal,
      COMMANDS.pickGoal,
      COMMANDS.editNotes,
      COMMANDS.openCommit,
      COMMANDS.openSharedFile,
      COMMANDS.openPersonalFile,
      COMMANDS.refresh,
      COMMANDS.showMore,
    ],
    async () => (await import('./showCommands')).registerShowCommands,
  ],
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
  [
    [COMMANDS.updateMeasure, COMMANDS.alignGoal, COMMANDS.acceptAlignment, COMMANDS.declineAlignment],
    async () => (await import('./okrCommands')).registerOkrCommands,
  ],
  [
    [COMMANDS.closeCycle, COMMANDS.showCycleReport],
    async () => (await import('./cycleCommands')).registerCycleCommands,
  ],
  [[COMMANDS.confirmGoal], async () => (await import('./confirmCommands')).registerConfirmCommands],
  [
    [COMMANDS.reportBlocker, COMMANDS.clearBlocker, COMMANDS.solveTogether],
    async () => (await import('./blockerCommands')).registerBlockerCommands,
  ],
  [[COMMANDS.acceptGoal, COMMANDS.declineGoal], async () => (await import('./acceptCommands')).registerAcceptCommands],
  [
    [COMMANDS.addGoalToMessage, COMMANDS.closeGoalInMessage],
    async () => (await import('./commitMessageCommands')).registerCommitMessageCommands,
  ],
  [
    [COMMANDS.reachMilestone, COMMANDS.grantResource, COMMANDS.declineResource],
    async () => (await import('./answerCommands')).registerAnswerCommands,
  ],
  [[COMMANDS.signPact, COMMANDS.signForOther], async () => (await import('./signCommand')).registerSignCommand],
  [
    [COMMANDS.proposePact, COMMANDS.declinePact, COMMANDS.amendPact, COMMANDS.closePact, COMMANDS.showTerms],
    async () => (await import('./pactCommands')).registerPactCommands,
  ],
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
  [
    [COMMANDS.newFromTemplate, COMMANDS.saveAsTemplate],
    async () => (await import('./templateCommands')).registerTemplateCommands,
  ],
  [[COMMANDS.showSkills, COMMANDS.chooseMentor], async () => (await import('./growthCommands')).registerGrowthCommands],
  [[COMMANDS.searchLessons], async () => (await import('./lessonCommands')).registerLessonCommands],
  [[COMMANDS.giveKudos, COMMANDS.showWins], async () => (await import('./kudosCommands')).registerKudosCommands],
  [
    [
      COMMANDS.giveFeedback,
      COMMANDS.giveAdvice,
      COMMANDS.acceptFeedback,
      COMMANDS.declineFeedback,
      COMMANDS.replyToFeedback,
      COMMANDS.answerFeedback,
      COMMANDS.resolveFeedback,
    ],
    async () => (await import('./feedbackCommands')).registerFeedbackCommands,
  ],
  [
    [COMMANDS.addRecord, COMMANDS.addReview, COMMANDS.editRecord, COMMANDS.deleteRecord, COMMANDS.showActivity],
    async () => (await import('./recordCommands')).registerRecordCommands,
  ],
];
