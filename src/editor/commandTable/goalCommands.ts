import type { CommandFiles } from './command';
import { inTitle, onRow } from './command';

/** Commands on goals, grouped by the file that runs them. */
export const GOAL_COMMANDS: CommandFiles = {
  addCommands: {
    addGoal: {
      title: 'Add Goal',
      icon: 'add',
      menus: [inTitle('navigation@1', 'mine')],
      keys: [{ key: 'ctrl+alt+g', mac: 'ctrl+alt+g' }],
    },
    addTeamGoal: {
      title: 'Add Team Goal',
      icon: 'add',
      menus: [inTitle('navigation@1', 'team', 'microGoals.teamState =~ /^(ok|empty|noGit|gitMissing|gitRefused)$/')],
    },
    addSubGoal: { title: 'Add Goal Below', icon: 'add', inPalette: false, menus: [onRow('3_tree@1', ';goal;')] },
  },
  editCommands: {
    toggleDone: { title: 'Tick or Untick', icon: 'check', keys: [{ key: 'space', views: 'goals', row: 'pass' }] },
    renameGoal: {
      title: 'Rename Goal',
      menus: [onRow('1_open@3', ';goal;')],
      keys: [{ key: 'f2', views: 'goals', row: 'select' }],
    },
    setStatus: { title: 'Set Status', menus: [onRow('2_work@3', ';goal;')] },
    pinGoal: { title: 'Pin for This Week', icon: 'pin', menus: [onRow('2_work@4', ';goal;', { not: ';pinned;' })] },
    unpinGoal: { title: 'Unpin', icon: 'pinned', menus: [onRow('2_work@4', ';pinned;')] },
    helpWithGoal: {
      title: 'Help with Goal',
      menus: [onRow('2_work@6', ';goal;', { views: 'team', not: ';(helping|mine);' })],
    },
    stopHelping: { title: 'Stop Helping', menus: [onRow('2_work@6', ';helping;', { views: 'team' })] },
    deleteGoal: {
      title: 'Delete Goal',
      icon: 'trash',
      menus: [onRow('9_delete@1', ';goal;')],
      keys: [{ key: 'delete', mac: 'cmd+backspace', views: 'goals' }],
    },
    moveGoal: { title: 'Move Below Another Goal', menus: [onRow('3_tree@3', ';goal;')] },
    moveUp: {
      title: 'Move Goal Up',
      icon: 'arrow-up',
      menus: [onRow('3_tree@4', ';goal;')],
      keys: [{ key: 'alt+up', views: 'goals', row: 'select' }],
    },
    moveDown: {
      title: 'Move Goal Down',
      icon: 'arrow-down',
      menus: [onRow('3_tree@5', ';goal;')],
      keys: [{ key: 'alt+down', views: 'goals', row: 'select' }],
    },
    saveAgain: {
      title: 'Save Goals Again',
      icon: 'save',
      menus: [inTitle('navigation@0', 'goals', 'microGoals.unsaved')],
    },
    undo: {
      title: 'Undo Last Goal Change',
      icon: 'discard',
      menus: [inTitle('1_edit@0', 'goals', 'microGoals.canUndo')],
      keys: [{ key: 'ctrl+z', mac: 'cmd+z', views: 'goals' }],
    },
    redo: {
      title: 'Redo Goal Change',
      icon: 'redo',
      menus: [inTitle('1_edit@1', 'goals', 'microGoals.canRedo')],
      keys: [
        { key: 'ctrl+shift+z', mac: 'cmd+shift+z', views: 'goals' },
        { key: 'ctrl+y', views: 'goals' },
      ],
    },
  },
  editGoalCommand: {
    editGoal: { title: 'Edit Goal', icon: 'edit', menus: [onRow('1_open@2', ';goal;')] },
  },
  staleCommands: {
    keepGoal: {
      title: 'Still True: Keep',
      icon: 'pass',
      menus: [onRow('inline@0', ';stale;', { views: 'mine' })],
      keys: [{ key: 'alt+k', views: 'mine', row: 'pass' }],
    },
    pauseGoal: {
      title: 'Still True: Pause',
      icon: 'debug-pause',
      menus: [onRow('inline@0.1', ';stale;', { views: 'mine' })],
      keys: [{ key: 'alt+p', views: 'mine', row: 'pass' }],
    },
    dropGoal: {
      title: 'Still True: Drop',
      icon: 'circle-slash',
      menus: [onRow('inline@0.2', ';stale;', { views: 'mine' })],
      keys: [{ key: 'alt+d', views: 'mine', row: 'pass' }],
    },
  },
  workCommands: {
    startGoal: {
      title: 'Start Working on Goal',
      icon: 'play',
      menus: [
        onRow('inline@1', ';goal;.*;open;', { not: ';active;' }),
        onRow('2_work@1', ';goal;.*;open;', { not: ';active;' }),
      ],
      keys: [{ key: 'ctrl+enter', mac: 'cmd+enter', views: 'goals', row: 'select' }],
    },
    startOnBranch: {
      title: 'Start on a New Branch',
      icon: 'git-branch',
      menus: [onRow('2_work@2', ';goal;.*;open;(.*;)?team;', { when: 'microGoals.hasRepository' })],
    },
    stopGoal: {
      title: 'Stop Working on Goal',
      icon: 'debug-stop',
      menus: [onRow('inline@1', ';active;'), onRow('2_work@1', ';active;')],
    },
    shareGoal: { title: 'Share with Team', icon: 'organization', menus: [onRow('4_share@1', ';personal;')] },
    copyGoalId: { title: 'Copy Goal Id', menus: [onRow('5_copy@1', ';goal;')] },
  },
  acceptCommands: {
    acceptGoal: {
      title: 'Accept Goal',
      icon: 'check',
      menus: [onRow('inline@0', ';proposedToMe;'), onRow('2_work@0', ';proposedToMe;')],
    },
    declineGoal: { title: 'Decline Goal…', menus: [onRow('2_work@1', ';proposedToMe;')] },
  },
  confirmCommands: {
    confirmGoal: {
      title: 'Confirm That Goal Is Done',
      icon: 'verified',
      menus: [onRow('2_work@3', ';claimed;', { when: 'microGoals.hasRepository' })],
    },
  },
  outlineCommands: {
    importChecklist: { title: 'Import Checklist', icon: 'checklist', menus: [inTitle('3_file@3', 'goals')] },
    splitGoal: { title: 'Split into Smaller Goals', icon: 'list-tree', menus: [onRow('3_tree@2', ';goal;')] },
  },
  archiveCommands: {
    archiveGoals: {
      title: 'Archive Closed Goals',
      icon: 'archive',
      menus: [inTitle('3_file@2', 'team', 'microGoals.teamState == ok')],
    },
  },
  templateCommands: {
    newFromTemplate: {
      title: 'New From Template…',
      icon: 'list-tree',
      menus: [
        inTitle('3_file@4', 'team', 'microGoals.teamState =~ /^(ok|empty|noGit|gitMissing|gitRefused)$/'),
        onRow('3_tree@6', ';goal;'),
      ],
    },
    saveAsTemplate: { title: 'Save As Template…', icon: 'save-as', menus: [onRow('3_tree@7', ';goal;')] },
  },
};
