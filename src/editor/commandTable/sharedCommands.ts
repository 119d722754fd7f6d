import type { CommandFiles } from './command';
import { inTitle, onRow } from './command';

/** Commands on git and the shared file, grouped by the file that runs them. */
export const SHARED_COMMANDS: CommandFiles = {
  asideCommands: {
    parkChanges: {
      title: 'Set Goal Changes Aside',
      icon: 'inbox',
      menus: [inTitle('2_share@1', 'team', 'microGoals.hasRepository')],
    },
    shareChanges: {
      title: 'Share Goal Changes',
      icon: 'cloud-upload',
      menus: [inTitle('navigation@3', 'team', 'microGoals.hasUnshared')],
    },
    takeLeftAside: {
      title: 'Bring Back What a Removed Worktree Set Aside',
      icon: 'discard',
      menus: [onRow('inline@1', ';notice;left-aside;', { views: 'team' })],
    },
    shareNow: {
      title: 'Share Goal Changes on a Branch',
      icon: 'git-branch',
      menus: [inTitle('2_share@2', 'team', 'microGoals.hasRepository')],
    },
  },
  branchCommands: {
    carryOver: {
      title: 'Carry Over from Another Branch',
      icon: 'git-pull-request-go-to-changes',
      menus: [
        onRow('inline@1', ';branchGoal;', { views: 'team' }),
        onRow('2_work@1', ';branchGoal;', { views: 'team' }),
      ],
    },
    showThisBranch: {
      title: 'Show Only Goals of This Branch',
      icon: 'filter',
      menus: [inTitle('navigation@4', 'team', 'microGoals.hasRepository && !microGoals.thisBranch')],
    },
    showAllBranches: {
      title: 'Show Goals of All Branches',
      icon: 'filter-filled',
      menus: [inTitle('navigation@4', 'team', 'microGoals.thisBranch')],
    },
  },
  commitMessageCommands: {
    addGoalToMessage: {
      title: 'Add Goal to Commit Message',
      icon: 'target',
      menus: [
        { menu: 'scm/title', group: 'navigation@9', when: 'scmProvider == git && microGoals.hasRepository' },
        { menu: 'scm/title', group: '4_microGoals@1', when: 'scmProvider == git && microGoals.hasRepository' },
      ],
    },
    closeGoalInMessage: {
      title: 'Complete Goal in Commit Message',
      icon: 'pass',
      menus: [{ menu: 'scm/title', group: '4_microGoals@2', when: 'scmProvider == git && microGoals.hasRepository' }],
    },
  },
  goalsOfFileCommand: {
    goalsOfFile: {
      title: 'Goals of This File',
      menus: [
        {
          menu: 'editor/title/context',
          group: '9_microGoals@1',
          when: 'resourceScheme == file && microGoals.hasRepository',
        },
      ],
    },
  },
  healingCommands: {
    resolve: {
      title: 'Merge Shared Goals, Settle What Both Changed',
      icon: 'git-merge',
      menus: [
        inTitle('3_file@2', 'team', 'microGoals.hasRepository'),
        onRow('inline@1', ';notice;conflict-copy;', { views: 'team' }),
      ],
    },
    keepValue: {
      title: 'Keep This Value',
      icon: 'check',
      inPalette: false,
      menus: [
        onRow('inline@1', ';disagreement;values;', { views: 'team' }),
        onRow('1_settle@1', ';disagreement;values;', { views: 'team' }),
      ],
    },
    takeValue: {
      title: 'Take the Other Value',
      icon: 'arrow-swap',
      inPalette: false,
      menus: [
        onRow('inline@2', ';disagreement;values;', { views: 'team' }),
        onRow('1_settle@2', ';disagreement;values;', { views: 'team' }),
      ],
    },
    leaveDeleted: {
      title: 'Leave It Deleted',
      icon: 'trash',
      inPalette: false,
      menus: [
        onRow('inline@1', ';disagreement;deletion;', { views: 'team' }),
        onRow('1_settle@1', ';disagreement;deletion;', { views: 'team' }),
      ],
    },
    restoreDeleted: {
      title: 'Restore It',
      icon: 'discard',
      inPalette: false,
      menus: [
        onRow('inline@2', ';disagreement;deletion;', { views: 'team' }),
        onRow('1_settle@2', ';disagreement;deletion;', { views: 'team' }),
      ],
    },
  },
  hookCommands: {
    installHook: {
      title: 'Install Commit Hook and Merge Driver',
      menus: [inTitle('4_hook@2', 'goals', 'microGoals.hasRepository')],
    },
    uninstallHook: {
      title: 'Uninstall Commit Hook and Merge Driver',
      menus: [inTitle('4_hook@3', 'goals', 'microGoals.hasRepository')],
    },
    showHookStatus: {
      title: 'Show Commit Hook and Merge Driver Status',
      menus: [inTitle('4_hook@1', 'goals', 'microGoals.hasRepository')],
    },
  },
  linkCommands: {
    linkCommit: {
      title: 'Link a Commit to a Goal',
      icon: 'link',
      menus: [onRow('2_work@5', ';(goal|commit);', { when: 'microGoals.hasRepository' })],
    },
    unlinkCommit: { title: 'Take the Link Back', inPalette: false, menus: [onRow('2_work@6', ';commit;.*recorded;')] },
    settleGone: { title: 'Keep Done or Reopen', inPalette: false },
  },
};
