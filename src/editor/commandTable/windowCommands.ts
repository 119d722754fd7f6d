import type { CommandFiles } from './command';
import { inTitle, onRow } from './command';

/** Commands that show something, grouped by the file that runs them. */
export const WINDOW_COMMANDS: CommandFiles = {
  showCommands: {
    openGoal: {
      title: 'Show Goal',
      menus: [onRow('1_open@1', ';goal;'), onRow('1_open@2', '', { views: 'waiting' })],
      keys: [{ key: 'enter', views: 'goals', row: 'select' }],
    },
    pickGoal: {
      title: 'Pick One of My Goals',
      icon: 'target',
      keys: [{ key: 'ctrl+alt+shift+g', mac: 'ctrl+alt+shift+g' }],
    },
    editNotes: { title: 'Edit Notes', icon: 'note', menus: [onRow('1_open@4', ';goal;')] },
    openCommit: { title: 'Open Commit', icon: 'git-commit', inPalette: false },
    openSharedFile: { title: 'Open Shared Goals File', icon: 'go-to-file', menus: [inTitle('3_file@1', 'team')] },
    openPersonalFile: { title: 'Open Personal Goals File', icon: 'go-to-file', menus: [inTitle('3_file@1', 'mine')] },
    refresh: { title: 'Refresh Goals', icon: 'refresh', menus: [inTitle('2_view@1', 'goals')] },
    showMore: { title: 'Show More Goals', inPalette: false },
  },
  newsCommand: {
    showNews: {
      title: 'What Changed Since I Last Looked',
      icon: 'sparkle',
      menus: [inTitle('2_view@0', 'team', 'microGoals.teamState == ok')],
    },
  },
  registerCommands: {
    showLog: { title: 'Show Log', icon: 'output' },
  },
  teamPanelHost: {
    showTeamProgress: { title: 'Show Team Progress', icon: 'graph', menus: [inTitle('navigation@2', 'team')] },
  },
  registerWaiting: {
    actOnWaiting: {
      title: 'Settle What Waits on Me',
      icon: 'arrow-right',
      menus: [onRow('inline@1', '', { views: 'waiting' }), onRow('1_open@0', '', { views: 'waiting' })],
      keys: [{ key: 'enter', views: 'waiting', row: 'pass' }],
    },
    showBadge: { title: 'Show Badge', menus: [inTitle('1_badge@1', 'waiting', '!config.microGoals.badge')] },
    hideBadge: { title: 'Hide Badge', menus: [inTitle('1_badge@1', 'waiting', 'config.microGoals.badge')] },
  },
  registerLanguageFeatures: {
    makeGoalOfTodo: { title: 'Make a Goal of the TODO on This Line' },
  },
};
