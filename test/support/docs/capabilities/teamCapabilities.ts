import type { Capability } from './capability';

/** Setting goals with everybody concerned, and the values behind them. */
export const teamCapabilities: readonly Capability[] = [
  { number: 37, name: 'Register of stakeholders' },
  {
    number: 38,
    name: 'Dependencies, synergies, conflicts',
    editor: ['microGoals.addRecord', '`waits for "…"` on each row', '*Objectives* in the team panel'],
    verbs: ['relation add', 'relation list', 'relation map', 'list'],
    proof: {
      file: 'git/cli/relations.test.ts',
      title: 'a circle of dependencies that two clones made is named by both, and ends when one is taken out (row 38)',
    },
  },
  { number: 39, name: 'Input of one person or a group' },
  { number: 40, name: 'Surveys' },
  { number: 41, name: 'Idea board' },
  { number: 42, name: 'Priorities that explain themselves' },
  { number: 43, name: 'Themes' },
  { number: 44, name: 'Planning meetings' },
  {
    number: 45,
    name: 'Updates: what changed, and what became of input',
    editor: ['microGoals.showNews'],
    verbs: ['news'],
    proof: { file: 'host/news.test.ts', title: 'says what became of goals, by whom' },
    missing: 'Phases of a round; what became of an idea.',
  },
  {
    number: 46,
    name: 'Formal sign-off',
    editor: [
      'microGoals.signPact',
      'microGoals.signForOther',
      'microGoals.declinePact',
      'grey and red signatures below the pact',
    ],
    verbs: ['pact sign', 'check'],
    proof: {
      file: 'host/pacts.test.ts',
      title: 'Sign for Someone Else… records the proxy; rows say what history bears out, grey and red (row 46)',
    },
  },
  { number: 47, name: 'Feedback channels' },
  { number: 48, name: 'KPI tracking' },
  { number: 49, name: 'Reports with roadblocks' },
  {
    number: 50,
    name: 'Solving problems together',
    editor: ['microGoals.solveTogether'],
    verbs: ['blocker solve'],
    proof: {
      file: 'git/cli/blockers.test.ts',
      title: 'joint problem solving: the actions of a meeting become goals, and the blocker closes when they do',
    },
  },
  { number: 51, name: 'Facilitation and change management' },
  {
    number: 52,
    name: 'OKRs: write',
    editor: ['microGoals.addRecord', 'microGoals.editRecord'],
    verbs: ['cycle add', 'objective add', 'key-result add'],
    proof: {
      file: 'git/cli/okr.test.ts',
      title: 'a measure told in a check-in moves key result and objective, and the outlook says why (rows 2, 28, 52)',
    },
  },
  { number: 53, name: 'Core values found together' },
  { number: 54, name: 'Values connected to objectives' },
  { number: 55, name: 'Values communicated and cascaded' },
  { number: 56, name: 'Values reinforced' },
  { number: 57, name: 'Recognition per value' },
  { number: 58, name: 'Values evaluated and adapted' },
  { number: 59, name: 'Decisions seen from several sides' },
  { number: 60, name: 'Goals that do not contradict the culture' },
  { number: 61, name: 'Success beyond operations' },
];
