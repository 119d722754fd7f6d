import { COMMANDS_OF } from '../commandNames';
import { COMMANDS } from '../contributions';
import type { CommandDeps } from './deps';
import { registerLater } from './registerLater';

/** Registers all commands except those of a panel or view of their own. */
export function registerCommands(deps: CommandDeps): void {
  for (const file of LATER_FILES) {
    const commands = COMMANDS_OF[file].map((name) => COMMANDS[name]);
    registerLater(deps, commands, LATER[file]);
  }
  deps.register(COMMANDS.showLog, () => {
    deps.channel.show();
  });
}

/** Files whose code is loaded when one of their commands first runs. */
const LATER = {
  editCommands: async () => (await import('./editCommands')).registerEditCommands,
  staleCommands: async () => (await import('./staleCommands')).registerStaleCommands,
  workCommands: async () => (await import('./workCommands')).registerWorkCommands,
  branchCommands: async () => (await import('./branchCommands')).registerBranchCommands,
  showCommands: async () => (await import('./showCommands')).registerShowCommands,
  addCommands: async () => (await import('./addCommands')).registerAddCommands,
  editGoalCommand: async () => (await import('./editGoalCommand')).registerEditGoalCommand,
  asideCommands: async () => (await import('./asideCommands')).registerAsideCommands,
  healingCommands: async () => (await import('./healingCommands')).registerHealingCommands,
  okrCommands: async () => (await import('./okrCommands')).registerOkrCommands,
  cycleCommands: async () => (await import('./cycleCommands')).registerCycleCommands,
  confirmCommands: async () => (await import('./confirmCommands')).registerConfirmCommands,
  blockerCommands: async () => (await import('./blockerCommands')).registerBlockerCommands,
  acceptCommands: async () => (await import('./acceptCommands')).registerAcceptCommands,
  commitMessageCommands: async () => (await import('./commitMessageCommands')).registerCommitMessageCommands,
  answerCommands: async () => (await import('./answerCommands')).registerAnswerCommands,
  signCommand: async () => (await import('./signCommand')).registerSignCommand,
  pactCommands: async () => (await import('./pactCommands')).registerPactCommands,
  checkInCommands: async () => (await import('./checkInCommands')).registerCheckInCommands,
  archiveCommands: async () => (await import('./archiveCommands')).registerArchiveCommands,
  outlineCommands: async () => (await import('./outlineCommands')).registerOutlineCommands,
  hookCommands: async () => (await import('./hookCommands')).registerHookCommands,
  linkCommands: async () => (await import('./linkCommands')).registerLinkCommands,
  newsCommand: async () => (await import('./newsCommand')).registerNewsCommand,
  goalsOfFileCommand: async () => (await import('./goalsOfFileCommand')).registerGoalsOfFileCommand,
  templateCommands: async () => (await import('./templateCommands')).registerTemplateCommands,
  growthCommands: async () => (await import('./growthCommands')).registerGrowthCommands,
  lessonCommands: async () => (await import('./lessonCommands')).registerLessonCommands,
  kudosCommands: async () => (await import('./kudosCommands')).registerKudosCommands,
  feedbackCommands: async () => (await import('./feedbackCommands')).registerFeedbackCommands,
  recordCommands: async () => (await import('./recordCommands')).registerRecordCommands,
} as const satisfies Partial<Record<keyof typeof COMMANDS_OF, () => Promise<(deps: CommandDeps) => void>>>;

const LATER_FILES = Object.keys(LATER) as (keyof typeof LATER)[];
