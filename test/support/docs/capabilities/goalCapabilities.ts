import type { Capability } from './capability';

/** Small goals of one person and of the team. */
export const goalCapabilities: readonly Capability[] = [
  {
    number: 1,
    name: 'Break a larger objective into small targets',
    editor: ['microGoals.splitGoal', 'microGoals.addSubGoal', 'microGoals.importChecklist'],
    verbs: ['import', 'add'],
    proof: { file: 'git/cli/import.test.ts', title: 'puts a list below a goal' },
  },
  {
    number: 2,
    name: 'See progress by small milestones',
    editor: ['`3/7` in the status bar and on each row', 'Burn-up in the team panel', 'microGoals.showTeamProgress'],
    verbs: ['status', 'list', 'history'],
    proof: { file: 'git/cli/history.test.ts', title: 'goes up with ticks and closing commits' },
  },
  {
    number: 3,
    name: 'Celebrate small wins',
    editor: ['microGoals.showWins', '*Wins this week* in the team panel'],
    verbs: ['wins'],
    proof: { file: 'unit/together/wins.test.ts', title: 'are what was reached since Monday' },
  },
  {
    number: 4,
    name: 'Cover operations, delivery and growth',
    editor: ['`#ops`, `#delivery`, `#growth` in the quick add', '*Balance* in the team panel', 'microGoals.pickGoal'],
    verbs: ['list'],
    proof: { file: 'unit/together/wins.test.ts', title: 'counts goals by their tag, or by that of the goal above' },
  },
  {
    number: 5,
    name: 'Efficiency, innovation and skill goals',
    editor: ['microGoals.newFromTemplate'],
    verbs: ['template use', 'template list'],
    proof: { file: 'unit/growth/goalTemplates.test.ts', title: 'efficiency, innovation and skill goals are templates' },
  },
  {
    number: 6,
    name: 'Contribute to the larger objective',
    editor: ['*Unaligned* in *Team Goals*, with one click', 'microGoals.alignGoal'],
    verbs: ['relation map'],
    proof: {
      file: 'unit/okr/relations.test.ts',
      title: 'sets small goals apart in the tree where there is a charter or an objective, and nowhere else (row 6)',
    },
  },
  {
    number: 7,
    name: 'Neither ambiguous nor unrealistic',
    editor: ['microGoals.addTeamGoal', 'microGoals.editGoal', 'tooltip of a row'],
    verbs: ['hints', 'show'],
    proof: {
      file: 'unit/goals/smartHints.test.ts',
      title: 'say one thing each: verb, vague word, measure, day, size, owner',
    },
  },
  {
    number: 8,
    name: 'Set goals together, without silos',
    editor: ['microGoals.helpWithGoal', 'microGoals.goalsOfFile', 'microGoals.giveFeedback'],
    verbs: ['edit', 'list', 'feedback add'],
    proof: { file: 'unit/together/helpers.test.ts', title: 'two people who begin to help at the same time both stay' },
  },
  {
    number: 9,
    name: 'Stay flexible',
    editor: [
      'microGoals.setStatus',
      'microGoals.moveGoal',
      'drag and drop',
      'microGoals.carryOver',
      'microGoals.showActivity',
    ],
    verbs: ['edit', 'carry-over'],
    proof: { file: 'host/goalCommands.test.ts', title: 'moves a goal among its siblings' },
  },
  {
    number: 10,
    name: 'Feedback and progress on each goal',
    editor: ['microGoals.checkIn', 'microGoals.giveFeedback'],
    verbs: ['checkin', 'feedback add'],
    proof: {
      file: 'host/checkIns.test.ts',
      title: 'the command and Enter post what the commits and ticks say of the goal that is due',
    },
  },
];
