/**
 * Every id that package.json contributes and the code uses. The manifest check compares both, so that none is forgotten.
 */
export const COMMANDS = {
  addGoal: 'microGoals.addGoal',
  addTeamGoal: 'microGoals.addTeamGoal',
  addSubGoal: 'microGoals.addSubGoal',
  toggleDone: 'microGoals.toggleDone',
  startGoal: 'microGoals.startGoal',
  startOnBranch: 'microGoals.startOnBranch',
  stopGoal: 'microGoals.stopGoal',
  openGoal: 'microGoals.openGoal',
  editGoal: 'microGoals.editGoal',
  renameGoal: 'microGoals.renameGoal',
  editNotes: 'microGoals.editNotes',
  setStatus: 'microGoals.setStatus',
  pinGoal: 'microGoals.pinGoal',
  unpinGoal: 'microGoals.unpinGoal',
  moveGoal: 'microGoals.moveGoal',
  splitGoal: 'microGoals.splitGoal',
  importChecklist: 'microGoals.importChecklist',
  archiveGoals: 'microGoals.archiveGoals',
  shareGoal: 'microGoals.shareGoal',
  parkChanges: 'microGoals.parkChanges',
  shareChanges: 'microGoals.shareChanges',
  shareNow: 'microGoals.shareNow',
  carryOver: 'microGoals.carryOver',
  showThisBranch: 'microGoals.showThisBranch',
  showAllBranches: 'microGoals.showAllBranches',
  deleteGoal: 'microGoals.deleteGoal',
  undo: 'microGoals.undo',
  redo: 'microGoals.redo',
  pickGoal: 'microGoals.pickGoal',
  showTeamProgress: 'microGoals.showTeamProgress',
  openSharedFile: 'microGoals.openSharedFile',
  openPersonalFile: 'microGoals.openPersonalFile',
  openCommit: 'microGoals.openCommit',
  settleGone: 'microGoals.settleGone',
  linkCommit: 'microGoals.linkCommit',
  unlinkCommit: 'microGoals.unlinkCommit',
  copyGoalId: 'microGoals.copyGoalId',
  addGoalToMessage: 'microGoals.addGoalToMessage',
  closeGoalInMessage: 'microGoals.closeGoalInMessage',
  makeGoalOfTodo: 'microGoals.makeGoalOfTodo',
  installHook: 'microGoals.installHook',
  uninstallHook: 'microGoals.uninstallHook',
  showHookStatus: 'microGoals.showHookStatus',
  resolve: 'microGoals.resolve',
  keepValue: 'microGoals.keepValue',
  takeValue: 'microGoals.takeValue',
  leaveDeleted: 'microGoals.leaveDeleted',
  restoreDeleted: 'microGoals.restoreDeleted',
  addRecord: 'microGoals.addRecord',
  editRecord: 'microGoals.editRecord',
  deleteRecord: 'microGoals.deleteRecord',
  showActivity: 'microGoals.showActivity',
  refresh: 'microGoals.refresh',
  showLog: 'microGoals.showLog',
  showMore: 'microGoals.showMore',
  saveAgain: 'microGoals.saveAgain',
  moveUp: 'microGoals.moveUp',
  moveDown: 'microGoals.moveDown',
} as const;
export type CommandId = (typeof COMMANDS)[keyof typeof COMMANDS];

export const VIEWS = {
  mine: 'microGoals.mine',
  team: 'microGoals.team',
} as const;
export type ViewId = (typeof VIEWS)[keyof typeof VIEWS];

export const SETTINGS = {
  email: 'microGoals.email',
  defaultScope: 'microGoals.defaultScope',
  personalFile: 'microGoals.personalFile',
  cleanTree: 'microGoals.cleanTree',
} as const;

export const CONTEXT_KEYS = {
  mineState: 'microGoals.mineState',
  teamState: 'microGoals.teamState',
  hasRepository: 'microGoals.hasRepository',
  canUndo: 'microGoals.canUndo',
  canRedo: 'microGoals.canRedo',
  hasUnshared: 'microGoals.hasUnshared',
  unsaved: 'microGoals.unsaved',
  thisBranch: 'microGoals.thisBranch',
} as const;
export type ContextKey = (typeof CONTEXT_KEYS)[keyof typeof CONTEXT_KEYS];
